"""Which milestones the rules ask for a number, an account or a new word. Never enters: a rule."""

from __future__ import annotations

from kkmp_cli.milestones import BELUM, MILESTONES, PROSES, TERKENDALA
from kkmp_cli.model.field import NUMBER_FIELDS

OPEN = (BELUM, PROSES, TERKENDALA)
PAPERS = tuple(milestone.code for milestone in MILESTONES if milestone.number)
"""The milestones that an identifier proves."""
NUMBERS = tuple(number for number, _, _ in NUMBER_FIELDS)
ACCOUNTS = tuple(f"{one.code}_nomor" for one in MILESTONES if one.number and one.number.bank)
"""Their fields, and those that go with a bank."""
