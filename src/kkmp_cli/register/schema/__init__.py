"""The schema of the register: SQLModel tables, the documented views, migrations."""
