"""Events that a call would record, judged against the projection by the merge policy. Never enters:
I/O.
"""
