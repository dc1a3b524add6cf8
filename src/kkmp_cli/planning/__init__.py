"""Events that a call would record, judged against the projection by the merge policy. No I/O."""
