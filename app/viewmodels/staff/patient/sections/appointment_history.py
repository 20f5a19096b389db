"""Who made, moved and broke an appointment: what each entry of its history changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from app.core.text import At, Shape, msg
from app.domain.schedule.pattern import minutes_of
from app.viewmodels.translation import tr, typed
from app.wire.resources.hist_appointments import HistAction, HistAppointment, HistApptStatus, HistSource

ACTIONS = {
    HistAction.MISSED: msg("no-show"),
    HistAction.CANCELLED: msg("canceled", "appointment"),
    HistAction.DELETED: msg("deleted", "appointment"),
}
STATUS_WORDS = {
    HistApptStatus.SCHEDULED: msg("scheduled", "appointment"),
    HistApptStatus.COMPLETE: msg("complete", "appointment"),
    HistApptStatus.UNSCHED_LIST: msg("on the Unscheduled List"),
    HistApptStatus.ASAP: msg("on the ASAP List"),
    HistApptStatus.BROKEN: msg("broken", "appointment"),
    HistApptStatus.PLANNED: msg("planned", "appointment"),
}


class HistoryLine(Struct, frozen=True):
    """One change."""

    when: str
    what: str
    who: str
    """The user, or that the name can't be read; for another program, that it was one; empty: nobody is recorded."""


def history_lines(
    rows: Sequence[HistAppointment], users: Mapping[int, str], rooms: Mapping[int, str]
) -> tuple[HistoryLine, ...]:
    """The lines of one appointment's history, newest first, as `rows` are."""
    pairs = [*pairwise(rows), *([(rows[-1], None)] if rows else [])]
    return tuple(
        HistoryLine(
            tr(At(new.HistDateTStamp, Shape.BOTH)) if new.HistDateTStamp is not None else "",
            _sentence(", ".join(_changes(new, old, rooms)) or tr("changed")),
            _who(new, users),
        )
        for new, old in pairs
    )


def _who(row: HistAppointment, users: Mapping[int, str]) -> str:
    if row.HistUserNum:
        return users.get(row.HistUserNum) or tr("name not known")
    return tr("another program") if row.ApptSource is not HistSource.NONE else ""


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _changes(new: HistAppointment, old: HistAppointment | None, rooms: Mapping[int, str]) -> Iterable[str]:
    if new.HistApptAction in ACTIONS:
        yield tr(ACTIONS[new.HistApptAction])
    if old is not None:
        yield from _differences(new, old, rooms)
    elif new.AptDateTime is not None:
        yield tr("booked for {time}", time=At(new.AptDateTime, Shape.BOTH))


def _differences(new: HistAppointment, old: HistAppointment, rooms: Mapping[int, str]) -> Iterable[str]:
    if new.AptDateTime != old.AptDateTime and new.AptDateTime is not None:
        yield tr("moved to {time}", time=At(new.AptDateTime, Shape.BOTH))
    if new.AptStatus != old.AptStatus and new.HistApptAction is HistAction.CHANGED:
        yield typed(STATUS_WORDS.get(new.AptStatus, new.AptStatus.value))
    minutes = minutes_of(new.Pattern)
    texts = {
        tr("to {operatory}", operatory=rooms.get(new.Op, str(new.Op))): new.Op != old.Op,
        new.confirmed: new.confirmed != old.confirmed,
        tr("{n} minutes", n=minutes): minutes != minutes_of(old.Pattern),
        new.provAbbr: new.provAbbr != old.provAbbr,
        tr("note changed"): new.Note != old.Note,
    }
    yield from (text for text, differs in texts.items() if differs and text)
