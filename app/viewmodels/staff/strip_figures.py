"""The figures of the patient's strip: balance, next and last appointment, recall."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from app.core.text import At, Shape, msg
from app.services.patients.summary.records import (
    Group,
    SummaryAppointment,
    SummaryAppointments,
    SummaryMoney,
    SummaryRecall,
)
from app.store.lists import OfficeLists
from app.store.patients.parts import Refused, Unread
from app.viewmodels.amounts import amount
from app.viewmodels.messages import explain
from app.viewmodels.tables.column import date_text
from app.viewmodels.translation import tr

LOADING_WORDS = msg("Loading…")
NOT_READ = msg("Not available")
SOON = timedelta(days=30)
"""How long before its date a recall counts as due."""
MOST_DONE = 24
"""So many characters of the last appointment's procedures are shown, where there is room for any."""


class StripFigure(Struct, frozen=True):
    """One labeled value. `tone`: "alert", "money", "good", "second" (loading, refused) or empty."""

    label: str
    value: str
    tone: str = ""
    tip: str = ""
    short: str = ""
    """For a narrow window; empty: the value."""


def _missing(label: str, group: Unread | Refused) -> StripFigure:
    if isinstance(group, Unread):
        return StripFigure(label, tr(LOADING_WORDS), "second")
    return StripFigure(label, tr(NOT_READ), "second", explain(group.why).sentence)


def balance_figure(money: Group[SummaryMoney]) -> StripFigure:
    """The family's balance, with what is expected from insurance."""
    label = tr("Balance")
    if isinstance(money, Unread | Refused):
        return _missing(label, money)
    total, pending = amount(money.total), amount(money.pending)
    tip = tr("The family's balance. Insurance pending: {amount}", amount=pending)
    words = tr("{total} ({pending} ins. pending)", total=total, pending=pending) if money.pending else total
    return StripFigure(label, words, "money" if money.total > 0 else "", tip, total)


def next_figure(group: Group[SummaryAppointments], lists: OfficeLists | None, now: datetime) -> StripFigure:
    """The next appointment; the one after it too where the next is today."""
    label = tr("Next", "the next appointment")
    if isinstance(group, Unread | Refused):
        return _missing(label, group)
    coming = [each for each in group.upcoming if each.end > now and not each.complete]
    if not coming:
        return StripFigure(label, tr("None scheduled"), "money")
    tip = "\n".join(f"{_place(each, lists, now)} · {each.procedures}" for each in coming)
    first, short = _place(coming[0], lists, now), _time_of(coming[0], now)
    if len(coming) > 1 and coming[0].start.date() == now.date():
        then = tr(At(coming[1].start, Shape.MONTH_DAY))
        first = tr("{today}, then {day}", today=short, day=then)
    return StripFigure(label, first, "", tip, short)


def _time_of(appointment: SummaryAppointment, now: datetime) -> str:
    """Tue, Mar 3, 9:00 AM; today: Today 9:00 AM."""
    if appointment.start.date() == now.date():
        return tr("Today {time}", time=At(appointment.start))
    return tr(At(appointment.start, Shape.BOTH))


def _place(appointment: SummaryAppointment, lists: OfficeLists | None, now: datetime) -> str:
    """When and where: Tue, Mar 3, 9:00 AM · Hyg 1."""
    rooms = {row.OperatoryNum: row.Abbrev or row.OpName for row in lists.operatories} if lists else {}
    parts = (_time_of(appointment, now), rooms.get(appointment.op_num, ""))
    return " · ".join(part for part in parts if part)


def last_figure(group: Group[SummaryAppointments]) -> StripFigure:
    """The last completed appointment and its procedures."""
    label = tr("Last", "the last appointment")
    if isinstance(group, Unread | Refused):
        return _missing(label, group)
    if group.last is None:
        return StripFigure(label, tr("None", "appointment"), "second")
    day, done = tr(At(group.last.start, Shape.DATE)), group.last.procedures
    short = done if len(done) <= MOST_DONE else done[:MOST_DONE].rstrip(", ") + "…"
    return StripFigure(label, " · ".join(filter(None, (day, short))), "", done, day)


def recall_figure(group: Group[tuple[SummaryRecall, ...]], today: date) -> StripFigure:
    """The recall that is due first."""
    label = tr("Recall")
    if isinstance(group, Unread | Refused):
        return _missing(label, group)
    due = sorted(
        (each for each in group if each.due and not each.scheduled), key=lambda each: each.due or today
    )
    if due and due[0].due is not None:
        day = date_text(due[0].due)
        if due[0].due < today:
            return StripFigure(label, tr("Overdue since {day}", day=day), "alert", due[0].kind, tr("Overdue"))
        tone = "money" if due[0].due <= today + SOON else ""
        return StripFigure(label, tr("Due {day}", day=day), tone, due[0].kind, day)
    if any(each.scheduled for each in group):
        return StripFigure(label, tr("Scheduled", "recall"), "good")
    return StripFigure(label, tr("None", "recall"), "second")
