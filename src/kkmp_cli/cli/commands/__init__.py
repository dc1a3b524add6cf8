"""The commands: each file parses what was typed, calls the rooms it needs, and writes what comes
back.

No SQL, no rule, no table drawing here. Rooms with heavy imports are imported inside the functions,
so that
`--help` and completion stay fast.
"""
