"""What the audit log is searched for, as it is typed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from app.core.clock import Clock, local
from app.core.text import NO_TEXT, Text, msg
from app.services.audit.audit import Action
from app.services.audit.search import Search
from app.viewmodels.inline.kinds import DateKind

GROUPS: tuple[tuple[Text, frozenset[Action]], ...] = (
    (msg("All actions"), frozenset()),
    (msg("Changes"), frozenset({Action.WRITE, Action.CLOSE_DAY})),
    (
        msg("Sign-ins and locks"),
        frozenset(
            {
                Action.SIGN_IN,
                Action.SIGN_IN_FAILED,
                Action.SIGN_OUT,
                Action.SWITCH,
                Action.LOCK,
                Action.UNLOCK,
                Action.START,
                Action.STOP,
            }
        ),
    ),
    (msg("Failed and refused"), frozenset({Action.SIGN_IN_FAILED, Action.APPROVE_FAILED, Action.DENIED})),
    (msg("Approvals"), frozenset({Action.APPROVE, Action.APPROVE_FAILED})),
    (msg("People, roles and settings"), frozenset({Action.PERSON, Action.ROLE, Action.SETTINGS})),
    (msg("Patients opened"), frozenset({Action.OPEN_PATIENT})),
    (
        msg("Exports and prints"),
        frozenset({Action.EXPORT, Action.PRINT, Action.RECEIPT, Action.RECEIPT_AGAIN, Action.EXPORT_AUDIT}),
    ),
    (
        msg("The audit log itself"),
        frozenset(
            {
                Action.READ_AUDIT,
                Action.EXPORT_AUDIT,
                Action.DISMISS_ALERT,
                Action.CLOCK,
                Action.BEGIN,
                Action.PRUNED,
                Action.TAMPERED,
            }
        ),
    ),
)
"""What can be chosen: its title, and the actions."""

NOT_A_NUMBER = msg("A patient number has only digits.")
WRONG_ORDER = msg("The first day is after the last one.")


class Typed(Struct, frozen=True):
    """The fields."""

    who: str = ""
    group: int = 0
    """The index in GROUPS."""
    patient: str = ""
    first: str = ""
    last: str = ""


class Understood(Struct, frozen=True):
    """What was typed, as a search, and what is wrong with it."""

    search: Search
    problem: Text = NO_TEXT


def understood(typed: Typed, clock: Clock) -> Understood:
    """Read the fields. What can't be read is not searched for, and named."""
    today = local(clock.utc(), clock).date()
    kind = DateKind(latest=today)
    first, last = kind.parse(typed.first), kind.parse(typed.last)
    number = typed.patient.strip()
    problem = (
        first.problem or last.problem or (NOT_A_NUMBER if number and not _is_number(number) else NO_TEXT)
    )
    if not problem and first.value and last.value and first.value > last.value:
        problem = WRONG_ORDER
    return Understood(
        Search(
            who=typed.who,
            actions=frozenset(str(each) for each in GROUPS[typed.group][1]),
            patient=int(number) if _is_number(number) else 0,
            since=_moment(first.value, clock),
            until=_moment(last.value + timedelta(days=1), clock) if last.value else None,
        ),
        problem if isinstance(problem, Text) else NO_TEXT,
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def _moment(day: date | None, clock: Clock) -> datetime | None:
    """The start of a day of this clock, in UTC."""
    if day is None:
        return None
    midnight = datetime.combine(day, time())
    ahead = local(clock.utc(), clock) - clock.utc().replace(tzinfo=None)
    return (midnight - timedelta(seconds=round(ahead.total_seconds()))).replace(tzinfo=UTC)
