"""What a command does: asks the rooms below, and hands back a value. Never enters: Typer, a
printed word.
"""
