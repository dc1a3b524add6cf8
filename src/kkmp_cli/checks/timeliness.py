"""What was true and may no longer be."""

from __future__ import annotations

from collections.abc import Iterator

from kkmp_cli.checks.papers import OPEN
from kkmp_cli.checks.rule import INFO, TIMELINESS, WARNING, Examined, Finding, Rule, each, earlier
from kkmp_cli.errors import Advice, Command
from kkmp_cli.milestones import SUDAH
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import Field
from kkmp_cli.parsing import dates
from kkmp_cli.settings.keys import STALE_DAYS

UNCONFIRMED = "belum_dikonfirmasi"


def _unconfirmed(one: Cooperative, on: Examined) -> Iterator[str]:
    """What may have changed since it was last said. A paper that is there does not age."""
    limit, field = earlier(on.day, days=on.stale_days), on.vocabulary.field
    ageing = [code for code in one.states if _ages(field(code), one.state(code, on.day))]
    old = {code: per for code in ageing if (per := one.pers.get(code, "")) < limit}
    if old:
        labels, first = ", ".join(map(on.vocabulary.label_of, old)), min(old.values())
        yield f"{labels}: terakhir {dates.show(first)}" if first else labels


def _ages(field: Field, state: str) -> bool:
    stops = field.milestone is not None and field.milestone.stops
    return state in OPEN or (state == SUDAH and stops)


def _passed_plans(one: Cooperative, on: Examined) -> Iterator[str]:
    for code, spans in one.plans.items():
        if spans and spans[-1].until is None and one.state(code, on.day) != SUDAH:
            planned = spans[-1].value
            if dates.read(planned).last_day.isoformat() < on.day:
                yield f"{on.vocabulary.label_of(code)} direncanakan {dates.show(planned)}"


def _late_followups(examined: Examined) -> Iterator[Finding]:
    for item in examined.followups:
        if not item.selesai and item.batas < examined.day:
            yield Finding(
                item.kode[0] if item.kode else item.kota or "",
                f"tindak lanjut {item.id}",
                f"batas {dates.show(item.batas)}",
            )


def worded(rule: Rule, days: int) -> Rule:
    """The rule in the words of an office that asks after so many days."""
    if rule.code != UNCONFIRMED:
        return rule
    return rule._replace(sentence=_SENTENCE.format(days))


_SENTENCE = "Lebih dari {} hari tanpa kabar"
RULES = (
    Rule(
        UNCONFIRMED,
        TIMELINESS,
        WARNING,
        _SENTENCE.format(STALE_DAYS),
        Advice("Tanyakan, lalu `{}` atau catat yang baru.", Command("update", "NAMA", "--tetap")),
        each(_unconfirmed),
    ),
    Rule(
        "rencana_lewat",
        TIMELINESS,
        WARNING,
        "Rencana yang tanggalnya sudah lewat",
        "Catat hasilnya, atau rencana yang baru.",
        each(_passed_plans),
    ),
    Rule(
        "tindak_lanjut_lewat",
        TIMELINESS,
        INFO,
        "Tindak lanjut yang lewat batas",
        Advice("Lihat: {}", Command("followup", "list")),
        _late_followups,
    ),
)
