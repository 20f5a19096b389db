"""The filters over a list: each is a choice of one option, and the first option leaves out nobody."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from app.core.text import Dollars, Text, Words, msg
from app.domain.lists.reminders import ReminderRules
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.lists.rows import ListRow

Options = Sequence[tuple[int, Words]]
EVERYBODY = 0
UNCONFIRMED = -1
NO_STATUS = -1
DUE_AGAIN = 1
PERIODS = (7, 30, 90)
VALUES = (500, 1000, 2500)
YEAR = 365


class Choice(Struct, frozen=True):
    """One filter."""

    id: str
    name: Text
    options: Callable[[], Options]
    takes: Callable[[ListRow, int, date], bool] = lambda _row, _value, _today: True
    """Whether a row is listed with this option, on this day."""
    usual: int = EVERYBODY


def fixed(*options: tuple[int, Words]) -> Callable[[], Options]:
    """Options that are the same in every office."""
    return lambda: options


def provider_choice(providers: Callable[[], Sequence[tuple[int, str]]]) -> Choice:
    """Only the rows of a provider, as dentist or hygienist."""
    return Choice(
        "provider",
        msg("Provider"),
        lambda: [(EVERYBODY, msg("All providers")), *providers()],
        lambda row, value, _today: value in row.numbers,
    )


DAYS = Choice(
    "days",
    msg("Days"),
    fixed(
        (1, msg("Next business day")),
        (2, msg("Next 2 business days")),
        (3, msg("Next 3 business days")),
        (5, msg("Next 5 business days")),
    ),
    usual=2,
)


def confirmed_choice(statuses: Callable[[], Mapping[int, str]]) -> Choice:
    """Only those that are not confirmed, or that have one of the office's statuses."""

    def takes(row: ListRow, value: int, _today: date) -> bool:
        if value == UNCONFIRMED:
            return row.visit is not None and row.visit.stage is Stage.UNCONFIRMED
        return row.status_num == value

    return Choice(
        "confirmed",
        msg("Confirmation status"),
        lambda: [
            (EVERYBODY, msg("All appointments")),
            (UNCONFIRMED, msg("Not confirmed")),
            *statuses().items(),
        ],
        takes,
        usual=UNCONFIRMED,
    )


def status_choice(statuses: Callable[[], Mapping[int, str]]) -> Choice:
    """Only those with one of the office's unscheduled or recall statuses, or without any."""
    return Choice(
        "status",
        msg("Status"),
        lambda: [(EVERYBODY, msg("Any status")), (NO_STATUS, msg("No status")), *statuses().items()],
        lambda row, value, _today: not row.status if value == NO_STATUS else row.status_num == value,
    )


def reminder_choice(rules: Callable[[], ReminderRules | None]) -> Choice:
    """Only those whom Open Dental's recall list would have now: not reminded, or long enough ago."""

    def takes(row: ListRow, _value: int, today: date) -> bool:
        known = rules()
        return known is None or row.reminded is None or not known.rests(row.reminded, today)

    return Choice(
        "reminders",
        msg("Reminders"),
        fixed((EVERYBODY, msg("Reminded any time")), (DUE_AGAIN, msg("Due for a reminder"))),
        takes,
        usual=DUE_AGAIN,
    )


SILENCE = Choice(
    "silence",
    msg("Last contact"),
    fixed(
        (EVERYBODY, msg("Contacted any time")),
        (1, msg("Not contacted today")),
        (7, msg("Not in 7 days")),
        (30, msg("Not in 30 days")),
    ),
    lambda row, value, today: not _within(row.contact.last if row.contact else None, value, today),
)
WAIT = Choice(
    "wait",
    msg("Waiting time"),
    fixed(
        (EVERYBODY, msg("Waiting any time")),
        *((days, msg("Over {n} days", n=days)) for days in PERIODS),
    ),
    lambda row, value, today: row.since is not None and (today - row.since).days > value,
)
DUE = Choice(
    "due",
    msg("Due date"),
    fixed(
        (EVERYBODY, msg("Due any time")),
        (1, msg("Overdue")),
        (90, msg("Overdue over 90 days")),
    ),
    lambda row, value, today: row.since is not None and (today - row.since).days >= value,
)
LENGTH = Choice(
    "length",
    msg("Length"),
    fixed(
        (EVERYBODY, msg("Any length")),
        *((minutes, msg("Up to {n} minutes", n=minutes)) for minutes in (30, 60, 90)),
    ),
    lambda row, value, _today: 0 < row.minutes <= value,
)

NEEDED = Choice(
    "needed",
    msg("Needed by"),
    fixed(
        (EVERYBODY, msg("Needed any time")), (1, msg("Late or needed tomorrow")), (7, msg("Needed in 7 days"))
    ),
    lambda row, value, today: (
        row.lab is not None
        and (row.lab.is_late(today) or (row.at is not None and (row.at.date() - today).days <= value))
    ),
)
VALUE = Choice(
    "value",
    msg("Fees"),
    fixed(
        (EVERYBODY, msg("Any amount")),
        *((each, msg("From {amount}", amount=Dollars(Decimal(each)))) for each in VALUES),
    ),
    lambda row, value, _today: row.treatment is not None and row.treatment.fees >= value,
)


def _ends_within(row: ListRow, days: int, today: date) -> bool:
    """Whether benefits that would pay for the treatment end so soon."""
    benefits = row.treatment.benefits if row.treatment is not None else None
    if benefits is None or not benefits.left:
        return False
    if days == YEAR:
        return benefits.last_day.year == today.year
    return (benefits.last_day - today).days <= days


ENDING = Choice(
    "ending",
    msg("Benefits"),
    fixed(
        (EVERYBODY, msg("Any benefits")),
        (YEAR, msg("Some left, ending this year")),
        (60, msg("Some left, ending in 60 days")),
    ),
    _ends_within,
)


def _within(day: date | None, days: int, today: date) -> bool:
    """Whether a day is among the last so many."""
    return day is not None and day > today - timedelta(days=days)
