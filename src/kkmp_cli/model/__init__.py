"""What the office talks about, as frozen values. Never enters: I/O, a table, a printed page."""
