"""The command line: Typer, options, prompts, output, a file per verb. Never enters: a rule, SQL."""
