"""The first schema: tables, the documented views (`docs/sql.md`), and the locks on the log."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from alembic import op

from kkmp_cli.register.schema.first_views import VIEWS

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPLICATION_ID = 0x4B4B4D50

TABLES = Path(__file__).with_suffix(".sql")


def upgrade() -> None:
    for statement in TABLES.read_text(encoding="utf-8").split(";"):
        op.execute(statement.strip())
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")
    for table in ("runs", "events"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
                " BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END"
            )
    made = {"id": str(uuid.uuid4()), "dibuat": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"}
    op.get_bind().execute(sa.text("INSERT INTO register VALUES (1, :id, :dibuat)"), made)
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    op.execute("PRAGMA user_version = 1")
