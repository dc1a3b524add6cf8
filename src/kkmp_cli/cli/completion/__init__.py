"""What a shell is answered that completes a word at TAB: `reply` is asked before anything else of
the program is loaded, so that nobody waits.

`shells` is how each shell asks and is answered, `call` where in a call the word stands, `values`
what may stand there, `command_tree` the commands and options that there are. Never enters: Typer, a
command, a register that is opened for more than a look.
"""
