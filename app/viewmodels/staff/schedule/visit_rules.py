"""What can be done with an appointment as it stands, whatever the key allows."""

from __future__ import annotations

from app.domain.schedule.visit import Stage, Visit
from app.viewmodels.verdict import YES, Verdict

NOTHING_SELECTED = Verdict(ok=False, reason="Select an appointment first.")
A_NOTE = Verdict(ok=False, reason="This is a note on the schedule, not an appointment.")
BROKEN = Verdict(ok=False, reason="This appointment is broken. Move it to a new time first.")
COMPLETE = Verdict(ok=False, reason="This appointment is complete. It is changed in Open Dental itself.")


def may_reach(visit: Visit | None, stage: Stage, title: str) -> Verdict:
    """Whether an appointment can be given a stage, called by its title ("Arrived")."""
    if visit is None:
        return NOTHING_SELECTED
    if visit.is_note:
        return A_NOTE
    if visit.stage is Stage.BROKEN:
        return BROKEN
    if visit.stage is stage:
        return Verdict(ok=False, reason=f"Already {title.lower()}.")
    if visit.complete and stage is not Stage.DISMISSED:  # it would sit in the waiting room again
        return COMPLETE
    return YES


def may_move(visit: Visit | None) -> Verdict:
    """Whether an appointment can get another time or chair."""
    if visit is None:
        return NOTHING_SELECTED
    return COMPLETE if visit.complete else YES


def may_stretch(visit: Visit | None) -> Verdict:
    """Whether an appointment can get another length."""
    if visit is not None and visit.stage is Stage.BROKEN:
        return BROKEN
    return may_move(visit)


def may_break(visit: Visit | None) -> Verdict:
    """Whether an appointment can be broken."""
    if visit is None:
        return NOTHING_SELECTED
    if visit.is_note:
        return A_NOTE
    if visit.stage is Stage.BROKEN or visit.complete:
        return Verdict(ok=False, reason="Only a scheduled appointment can be broken.")
    return YES


def may_note(visit: Visit | None) -> Verdict:
    """Whether something can be added to an appointment's note."""
    return NOTHING_SELECTED if visit is None else YES
