"""What a command does: asks the rooms below, returns a value. Never: Typer, a printed word."""
