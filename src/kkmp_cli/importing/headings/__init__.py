"""What each column of a sheet means: by its heading, by `--map`, by the columns beside it."""
