"""How changes of two desks to one document are merged: nothing that a person typed or closed is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from app.core.stored import StoredOne, merged_dicts, plain_rows
from app.domain.schedule.pinned import PINBOARD
from app.services.hub.documents import SharedKind
from app.services.money.closing.closed_days import DAYS
from app.services.schedule.saved_views.kept import VIEWS
from app.services.tasks.notebook import NAME, Kept
from app.services.tasks.unsent import Unsent

_BEFORE, _AFTER = NAME.split("{user_num}")


def shared_kinds() -> tuple[SharedKind, ...]:
    """What the office shares: closed days, views of the schedule, the pinboard, what each person keeps of the tasks."""
    return (
        SharedKind(lambda name: name == DAYS, merged_days),
        SharedKind(lambda name: name == VIEWS, merged_views),
        SharedKind(lambda name: name == PINBOARD, merged_pins),
        SharedKind(lambda name: owner_of(name) > 0, merged_kept, owner_of),
    )


def owner_of(name: str) -> int:
    """The UserNum of the person whose tasks a document is about; 0: it isn't a person's."""
    number = name.removeprefix(_BEFORE).removesuffix(_AFTER)
    return int(number) if name == NAME.format(user_num=number) and number.isdecimal() else 0


def merged_days(base: bytes, mine: bytes, theirs: bytes) -> bytes:
    """Closed days: of a day that both sides closed or reopened, the later act counts."""
    return _merged_rows(
        ("day", "clinic"), base, mine, theirs, lambda one, other: max(one, other, key=_last_act)
    )


def merged_views(base: bytes, mine: bytes, theirs: bytes) -> bytes:
    """Views of the schedule: one that both sides changed is as this desk has it."""
    return _merged_rows(("id",), base, mine, theirs, lambda mine, _: mine)


def merged_pins(base: bytes, mine: bytes, theirs: bytes) -> bytes:
    """The pinboard: of an appointment that both sides pinned again, the later pin counts."""
    return _merged_rows(
        ("apt_num",), base, mine, theirs, lambda *both: max(both, key=lambda pin: str(pin.get("pinned_at")))
    )


def merged_kept(base: bytes, mine: bytes, theirs: bytes) -> bytes:
    """What a person keeps of the tasks. What either desk has shown counts as seen."""
    stored = StoredOne(theirs, Kept)
    a, b, c = StoredOne(base, Kept).value, StoredOne(mine, Kept).value, stored.value
    if b is None or c is None:
        return theirs if b is None else mine
    if a is None:
        a = Kept(min(b.since, c.since))
    merged = Kept(
        since=min(b.since, c.since),
        chosen=b.chosen or c.chosen,
        followed=(c.followed | (b.followed - a.followed)) - (a.followed - b.followed),
        seen=merged_dicts(a.seen, b.seen, c.seen, both=max),
        viewed=merged_dicts(a.viewed, b.viewed, c.viewed, both=max),
        reminders=merged_dicts(a.reminders, b.reminders, c.reminders),
        choices=merged_dicts(a.choices, b.choices, c.choices),
        unsent=merged_unsent(a.unsent, b.unsent, c.unsent),
    )
    return stored.encode(merged)


def merged_unsent(base: Unsent, mine: Unsent, theirs: Unsent) -> Unsent:
    """What was typed: of two versions of a note both are kept; a second task in the panel goes to those begun."""
    begun = [each for each in theirs.begun if each in mine.begun or each not in base.begun]
    begun += [each for each in mine.begun if each not in begun and each not in base.begun]
    entered = theirs.entered if mine.entered == base.entered else mine.entered
    aside = theirs.entered if entered is not theirs.entered else None
    if aside is not None and aside != base.entered and entered is not None and aside not in begun:
        begun.append(aside)
    elif entered is None and aside != base.entered:
        entered = aside  # one desk finished with the earlier one, the other began another
    return Unsent(merged_dicts(base.notes, mine.notes, theirs.notes, both=merged_text), begun, entered)


def merged_text(mine: str, theirs: str) -> str:
    """The longer one where it goes on from the other; else theirs, and the lines that only this side has."""
    if mine.startswith(theirs) or theirs.startswith(mine):
        return max(mine, theirs, key=len)
    lines = theirs.splitlines()
    return "\n".join([*lines, *(each for each in mine.splitlines() if each not in lines)])


def _merged_rows(
    keys: tuple[str, ...], base: bytes, mine: bytes, theirs: bytes, both: Callable[[Any, Any], Any]
) -> bytes:
    """Rows of another version go through as they are: none is read."""
    merged = merged_dicts(*(plain_rows(data, *keys) for data in (base, mine, theirs)), both=both)
    return msgspec.json.encode([merged[key] for key in sorted(merged)])


def _last_act(day: Mapping[str, Any]) -> str:
    """When a day was closed or opened again, as ISO text."""
    return max(str(day.get("at") or ""), str(day.get("reopened_at") or ""))
