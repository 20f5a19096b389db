"""The columns of the lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from app.core.text import At, Shape, Words, msg
from app.domain.lists.treatment import PlannedTreatment
from app.domain.people.ages import age_on
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.lists.rows import ListRow
from app.viewmodels.tables.column import Column, Kind
from app.viewmodels.translation import tr

Value = Callable[[ListRow], Any]
SOON = 60
"""Days before benefits end in which they are marked."""
LONG_WAIT = 90
"""Days after which a wait is shown as late."""


def _text(column: str, title: Words, value: Value, width: int, **more: Any) -> Column:
    return Column(id=column, title=title, value=value, width=width, **more)


def _when(row: ListRow) -> str:
    return tr(At(row.at, Shape.BOTH)) if row.at is not None else ""


def _last(row: ListRow) -> date | None:
    return row.contact.last if row.contact is not None else None


def _attempts(row: ListRow) -> int | None:
    return row.contact.attempts if row.contact is not None else None


def _tone(row: ListRow) -> str:
    return "good" if row.visit is not None and row.visit.stage is Stage.CONFIRMED else ""


PATIENT = _text("patient", msg("Patient"), lambda row: row.name, 20, optional=False)
PHONE = _text("phone", msg("Phone"), lambda row: row.phone, 14, gives_way=True)
WHEN = _text("when", msg("When", "the time of an appointment"), _when, 19, sort=lambda row: row.at)
WHAT = _text("what", msg("Procedures"), lambda row: row.procedures, 18, share=2)
PROVIDER = _text("provider", msg("Provider"), lambda row: row.provider, 9, gives_way=True)
PLACE = _text("place", msg("Operatory"), lambda row: row.place, 12, hidden=True)
NOTE = _text("note", msg("Note"), lambda row: row.note, 16, share=1, hidden=True)
LENGTH = Column(
    id="length",
    title=msg("Min", "minutes"),
    value=lambda row: row.minutes or None,
    kind=Kind.NUMBER,
    width=4,
    searched=False,
    gives_way=True,
)
LAST = Column(
    id="contact",
    title=msg("Last contact"),
    value=_last,
    kind=Kind.DATE,
    width=12,
    searched=False,
    gives_way=True,
)
ATTEMPTS = Column(
    id="attempts",
    title=msg("Tries", "how often somebody tried to reach a patient"),
    value=_attempts,
    kind=Kind.NUMBER,
    width=5,
    searched=False,
)
STATUS = Column(
    id="status", title=msg("Status"), value=lambda row: row.status, kind=Kind.STATUS, tone=_tone, width=13
)

MINUTES = replace(LENGTH, hidden=True)
CONFIRMATIONS = (WHEN, PATIENT, PHONE, STATUS, WHAT, PROVIDER, PLACE, MINUTES, ATTEMPTS, LAST, NOTE)


def lab_columns(today: Callable[[], date]) -> tuple[Column, ...]:
    """Those of lab cases that are not back."""

    def late(row: ListRow) -> str:
        return "alert" if row.lab is not None and row.lab.is_late(today()) else ""

    def due(row: ListRow) -> date | None:
        return row.lab.due if row.lab is not None else None

    when = replace(WHEN, id="needed", title=msg("Needed for", "the appointment of a lab case"), tone=late)
    lab = replace(STATUS, id="lab", title=msg("Laboratory"), width=14, tone=None)
    sent = Column(
        id="sent", title=msg("Sent"), value=lambda row: row.since, kind=Kind.DATE, width=12, gives_way=True
    )
    promised = Column(id="promised", title=msg("Due back"), value=due, kind=Kind.DATE, width=12, tone=late)
    what = replace(NOTE, id="what", title=msg("Instructions"), width=14, share=1, hidden=False)
    phone = replace(PHONE, hidden=True)
    return (when, PATIENT, lab, sent, promised, what, PROVIDER, phone, PLACE)


def treatment_columns(today: Callable[[], date]) -> tuple[Column, ...]:
    """Those of planned treatment, by value and by benefits that end."""
    last_day = Column(
        id="ends",
        title=msg("Benefits end"),
        value=_ends,
        kind=Kind.DATE,
        width=12,
        searched=False,
        tone=lambda row: "money" if (day := _ends(row)) is not None and (day - today()).days <= SOON else "",
    )
    part = _amount("patient", msg("Patient part"), lambda found: found.patient)
    return (
        replace(PATIENT, width=18),  # room for the phone number at 1366 pixels
        PHONE,
        _amount("fees", msg("Fees"), lambda found: found.fees),
        _amount("insurance", msg("Insurance"), lambda found: found.insurance),
        replace(part, gives_way=True),
        _amount("left", msg("Benefits left"), lambda found: found.benefits.left if found.benefits else None),
        last_day,
        ATTEMPTS,
        LAST,
        replace(PROVIDER, hidden=True),
        replace(_days(today), hidden=True),
    )


def _amount(column: str, title: Words, value: Callable[[PlannedTreatment], Decimal | None]) -> Column:
    def of_row(row: ListRow) -> Decimal | None:
        return value(row.treatment) if row.treatment is not None else None

    return Column(id=column, title=title, value=of_row, kind=Kind.MONEY, width=10, searched=False)


def _ends(row: ListRow) -> date | None:
    """The last day of benefits of which something is left."""
    benefits = row.treatment.benefits if row.treatment is not None else None
    return benefits.last_day if benefits is not None and benefits.left else None


def waiting_columns(today: Callable[[], date]) -> tuple[Column, ...]:
    """Those of appointments that wait."""
    return (
        PATIENT,
        PHONE,
        WHAT,
        LENGTH,
        PROVIDER,
        _days(today),
        ATTEMPTS,
        LAST,
        STATUS,
        _age(today),
        NOTE,
    )


def asap_columns(today: Callable[[], date]) -> tuple[Column, ...]:
    """Those of appointments that may come sooner: most have a time."""
    return (
        replace(
            PATIENT, width=18
        ),  # with this and without the provider there is room for the phone at 1366 pixels
        PHONE,
        WHEN,
        WHAT,
        LENGTH,
        replace(PROVIDER, hidden=True),
        _days(today),
        ATTEMPTS,
        LAST,
        replace(STATUS, width=12, gives_way=True),
        _age(today),
        PLACE,
        NOTE,
    )


def recall_columns(today: Callable[[], date]) -> tuple[Column, ...]:
    """Those of recalls."""
    due = Column(
        id="due",
        title=msg("Due"),
        value=lambda row: row.since,
        kind=Kind.DATE,
        width=12,
        tone=lambda row: "alert" if row.since is not None and row.since < today() else "",
    )
    kind = replace(WHAT, id="type", title=msg("Recall"))
    return (PATIENT, PHONE, due, kind, _days(today), ATTEMPTS, LAST, STATUS, MINUTES, _age(today), NOTE)


def _days(today: Callable[[], date]) -> Column:
    def days(row: ListRow) -> int | None:
        return (today() - row.since).days if row.since is not None else None

    return Column(
        id="days",
        title=msg("Days", "how long somebody waits"),
        value=days,
        kind=Kind.NUMBER,
        width=5,
        searched=False,
        tone=lambda row: "money" if (days(row) or 0) > LONG_WAIT else "",
    )


def _age(today: Callable[[], date]) -> Column:
    def age(row: ListRow) -> int | None:
        return age_on(row.person.birthdate, today()) if row.person is not None else None

    return Column(
        id="age", title=msg("Age"), value=age, kind=Kind.NUMBER, width=4, searched=False, hidden=True
    )
