"""How a day is, in words."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.text import At, Shape, many
from app.domain.money.pay_methods import Method
from app.viewmodels.messages import explain
from app.viewmodels.staff.day_close.day import DayModel
from app.viewmodels.staff.day_close.figures import METHODS
from app.viewmodels.translation import tr


def headline(day: DayModel) -> str:
    """How the day is."""
    facts, left = day.facts, len(day.left)
    if facts is None or day.money is None:
        return tr("Loading…")
    empty = not facts.of_day and not facts.sent and not facts.checks
    said = (
        (day.closed is not None, tr("Closed")),
        (day.money.why is not None, tr("Can't be compared now")),
        (left > 0, tr(many("{n} differences", "{n} difference", left))),
        (empty, tr("Nothing was taken on this day")),
        (
            bool(day.uncounted),
            tr("No differences so far. Still to count: {what}", what=_names(day.uncounted)),
        ),
    )
    return next((words for holds, words in said if holds), tr("Everything agrees"))


def closed_words(day: DayModel) -> str:
    """Who closed the day, when, and why with differences; empty: it is open."""
    closed = day.closed
    if closed is None:
        return ""
    parts = [tr("Closed by {name}, {when}.", name=closed.by, when=At(closed.at, Shape.BOTH))]
    if closed.left:
        parts.append(tr(many("{n} differences were left.", "{n} difference was left.", closed.left)))
    if closed.uncounted:
        parts.append(tr("Not counted: {what}.", what=_names(closed.uncounted)))
    return " ".join(filter(None, [*parts, closed.note]))


def reason_wanted(day: DayModel) -> str:
    """What is left when the day is to be closed."""
    left, parts = len(day.left), []
    if left:
        parts.append(tr(many("{n} differences are left.", "{n} difference is left.", left)))
    if day.uncounted:
        parts.append(tr("Not counted: {what}.", what=_names(day.uncounted)))
    return " ".join([*parts, tr("Why is the day closed like this?")])


def trouble(day: DayModel) -> str:
    """Why the payments can't be read; empty: they were."""
    if day.money is None or day.money.why is None:
        return ""
    return " ".join((explain(day.money.why).sentence, tr("Shown is what this PC knows.")))


def unseen(day: DayModel) -> Sequence[str]:
    """What can't be seen, and why."""
    return [tr(each) for each in day.money.unseen] if day.money is not None else []


def _names(methods: Sequence[Method]) -> str:
    return ", ".join(tr(METHODS[each]).lower() for each in methods)
