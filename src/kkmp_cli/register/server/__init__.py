"""A register on a PostgreSQL server: the engine of offices that share one."""
