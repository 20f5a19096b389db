"""What can be done with an appointment in its current state, regardless of the key's permissions."""

from __future__ import annotations

from app.core.text import msg
from app.domain.schedule.tile import STAGE_WORDS
from app.domain.schedule.visit import Stage, Visit
from app.viewmodels.verdict import YES, Verdict

NOTHING_SELECTED = Verdict(ok=False, reason=msg("Select an appointment first."))
A_NOTE = Verdict(ok=False, reason=msg("This is a note on the schedule, not an appointment."))
BROKEN = Verdict(ok=False, reason=msg("This appointment is broken. Move it to a new time first."))
UNSENT = Verdict(
    ok=False,
    reason=msg("This booking isn't in Open Dental yet. Until then it can only be canceled, with Undo."),
)
COMPLETE = Verdict(ok=False, reason=msg("This appointment is complete. Change it in Open Dental."))


def may_reach(visit: Visit | None, stage: Stage) -> Verdict:
    """Whether an appointment's stage can be set."""
    if visit is None or visit.unsent or visit.is_note:
        return _not_an_appointment(visit)
    if visit.stage is Stage.BROKEN:
        return BROKEN
    if visit.stage is stage:
        reason = msg("This appointment is already {stage}.", stage=STAGE_WORDS[stage])
        return Verdict(ok=False, reason=reason, done=True)
    if visit.complete and stage is not Stage.DISMISSED:  # it would be in the waiting room again
        return COMPLETE
    return YES


def may_move(visit: Visit | None) -> Verdict:
    """Whether an appointment can be moved."""
    if visit is None:
        return NOTHING_SELECTED
    if visit.unsent:
        return UNSENT
    return COMPLETE if visit.complete else YES


def may_stretch(visit: Visit | None) -> Verdict:
    """Whether an appointment can be resized."""
    if visit is not None and visit.stage is Stage.BROKEN:
        return BROKEN
    return may_move(visit)


def may_break(visit: Visit | None) -> Verdict:
    """Whether an appointment can be broken."""
    if visit is None or visit.unsent or visit.is_note:
        return _not_an_appointment(visit)
    if visit.stage is Stage.BROKEN or visit.complete:
        return Verdict(ok=False, reason=msg("Only a scheduled appointment can be canceled."))
    return YES


def may_note(visit: Visit | None) -> Verdict:
    """Whether an appointment's note can be extended."""
    if visit is None:
        return NOTHING_SELECTED
    return UNSENT if visit.unsent else YES


def _not_an_appointment(visit: Visit | None) -> Verdict:
    if visit is None:
        return NOTHING_SELECTED
    return UNSENT if visit.unsent else A_NOTE
