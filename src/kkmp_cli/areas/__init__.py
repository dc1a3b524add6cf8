"""Which area a name means. Never enters: a cooperative, a database."""
