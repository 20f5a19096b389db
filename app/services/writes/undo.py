"""Taking a write back: the write that undoes it, guarded by what the first one left, so that nobody is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.schedule.pattern import minutes_of
from app.domain.schedule.tile import when_text
from app.journal.entries import Entry, Intent, Wire, WriteState
from app.services.writes.attach_kind import ATTACH, PROCEDURES
from app.services.writes.visit_intents import subject_of
from app.services.writes.write_kinds import BESIDE, LEFT
from app.services.writes.write_kinds_reading import moment
from app.wire.resources.appointments import ApptStatus

UNLISTED = (
    "taken off the schedule and put on the Unscheduled list; a booked appointment cannot be deleted from here"
)
BROKEN_FIELDS = ("AptStatus", "AptDateTime", "Op", "Confirmed")
"""What breaking an appointment may change of it."""
TIMES = ("DateTimeArrived", "DateTimeSeated", "DateTimeDismissed")


def can_undo(entry: Entry) -> bool:
    """Whether there is a write that takes this one back."""
    return entry.state is WriteState.WAITING or undoing(entry, "") is not None


def undoing(entry: Entry, name: str) -> Intent | None:
    """The intent that takes a done write back; `name` is whose appointment it is. None where there is none."""
    before, after = entry.seen, entry.answer
    if entry.state is not WriteState.DONE or before is None or after is None:
        return None
    kind = entry.intent.kind
    if kind == "book":
        return _unbook(entry, after, name)
    if kind == "stage":
        return _stage_back(entry, before, after, name)
    fields = _fields_of(entry)
    return _restore(entry, before, after, fields, _back_words(entry, before, after, fields, name))


def _fields_of(entry: Entry) -> tuple[str, ...]:
    """The fields that a write may have changed."""
    if entry.intent.kind in ("break", "note"):
        return BROKEN_FIELDS if entry.intent.kind == "break" else ("Note",)
    return tuple(field for field in entry.intent.arguments if field != "AptNum")


def _unbook(entry: Entry, made: Wire, name: str) -> Intent:
    before = {field: made[field] for field in ("AptStatus", "AptDateTime", "Op")}
    after = {"AptStatus": ApptStatus.UNSCHED_LIST.value}
    return _update(entry, int(made["AptNum"]), before, after, f"{name} {UNLISTED}")


def _stage_back(entry: Entry, before: Wire, after: Wire, name: str) -> Intent | None:
    if not before["Confirmed"] or before["Confirmed"] == after["Confirmed"]:
        return None
    stays = any(before.get(field) != after.get(field) for field in TIMES)
    words = f"{name} back to {before['confirmed'] or 'the status before'}"
    return Intent(
        kind="stage",
        subject=entry.intent.subject,
        method="Appointments.confirm",
        arguments={"AptNum": entry.intent.arguments["AptNum"], "defNum": before["Confirmed"]},
        before={field: after[field] for field in ("Confirmed", "AptStatus")},
        after={"Confirmed": before["Confirmed"]},
        words=words + ("; the time that was recorded stays in Open Dental" if stays else ""),
        undo_of=entry.id,
    )


def _restore(entry: Entry, before: Wire, after: Wire, names: tuple[str, ...], words: str) -> Intent | None:
    """Write the fields back that the write has changed; None where it changed none."""
    changed = [field for field in names if before.get(field) != after.get(field)]
    if not changed:
        return None
    guard = {field: after[field] for field in {*changed, "AptStatus"}}
    wanted = {field: before[field] for field in changed}
    return _update(entry, int(entry.intent.arguments["AptNum"]), guard, wanted, words)


def _update(entry: Entry, apt_num: int, before: Wire, after: Wire, words: str) -> Intent:
    return Intent(
        kind="restore",
        subject=subject_of(apt_num),
        method="Appointments.update",
        arguments={"AptNum": apt_num, **after},
        before=before,
        after=after,
        words=words,
        context=_neighbours(entry.intent.context),
        undo_of=entry.id,
        keep_order_with=entry.intent.keep_order_with,
    )


def attaching(entry: Entry, name: str) -> list[Intent]:
    """What puts the procedures back on a visit that breaking has taken off it; each goes behind the undo itself."""
    if entry.intent.kind != "break" or not entry.seen or not entry.answer:
        return []
    apt_num = int(entry.intent.arguments["AptNum"])
    left = entry.answer.get(PROCEDURES)  # unknown after a read-back: then each is looked at before it is sent
    return [
        Intent(
            kind=ATTACH,
            subject=f"procedure:{proc_num}",
            method="ProcedureLogs.update",
            arguments={"ProcNum": proc_num, "AptNum": apt_num},
            before={"AptStatus": entry.seen["AptStatus"]},
            words=f"{code} back on the appointment of {name}",
            undo_of=entry.id,
            keep_order_with=(subject_of(apt_num),),
        )
        for proc_num, code in entry.seen.get(PROCEDURES, ())
        if [proc_num, code] not in (left or ())
    ]


def unfinished(entries: Sequence[Entry], name_of: Callable[[Entry], str]) -> list[Intent]:
    """What an undone break still lacks: procedures to put back, where the program ended right after the undo.

    `name_of` says whose appointment a break was of.
    """
    breaks = {each.id: each for each in entries if each.intent.kind == "break"}
    undone = [
        breaks[each.intent.undo_of]
        for each in entries
        if each.intent.undo_of in breaks
        and each.intent.kind != ATTACH
        and each.state is not WriteState.REFUSED
    ]
    put_back = {(each.intent.undo_of, each.intent.subject) for each in entries}
    return [
        attach
        for entry in undone
        for attach in attaching(entry, name_of(entry))
        if (entry.id, attach.subject) not in put_back
    ]


def _neighbours(context: Wire) -> Wire:
    """Who was seen at the place that it goes back to, and at the one that it leaves again."""
    swapped = {BESIDE: context.get(LEFT), LEFT: context.get(BESIDE)}
    return {name: apt_nums for name, apt_nums in swapped.items() if apt_nums is not None}


def _left_by(entry: Entry) -> str:
    """What breaking left behind that no method takes back."""
    unread = PROCEDURES not in (entry.seen or {}) and entry.intent.kind == "break"
    look = "; look in Open Dental whether its procedures are still on it" if unread else ""
    charted = {"Missed": "D9986", "Cancelled": "D9987"}.get(entry.intent.arguments.get("breakType", ""))
    return (f"; the {charted} that was charted stays in Open Dental" if charted else "") + look


def _back_words(entry: Entry, before: Wire, after: Wire, fields: tuple[str, ...], name: str) -> str:
    at, away = moment(before["AptDateTime"]), moment(after["AptDateTime"])
    when = when_text(at, away.date())
    if "AptStatus" in fields and before["AptStatus"] != after["AptStatus"]:
        off = before["AptStatus"] in (ApptStatus.UNSCHED_LIST.value, ApptStatus.BROKEN.value)
        where = "off the schedule again" if off else f"back on the schedule at {when}"
        return f"{name} {where}{_left_by(entry)}"
    if "AptDateTime" in fields:
        return f"{name} moved back to {when}"
    if "Pattern" in fields:
        return f"{name} back to {minutes_of(before['Pattern'])} minutes"
    return f"The note of {name} is as it was" if "Note" in fields else f"{name} as before"
