"""Logs how a call ended: a commlog, and the status that the office has for it."""

from __future__ import annotations

from datetime import datetime, time

from app.core.text import At, Shape, Text, Words, msg
from app.domain.lists.candidate import CandidateKind
from app.domain.lists.status import Reached
from app.services.lists.definitions import ABOUT_APPOINTMENT, ABOUT_RECALL
from app.services.writes.patients.commlog import ADD_COMMLOG
from app.services.writes.patients.patient_writes import NewCommlog
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists.known import ListKnowledge
from app.viewmodels.staff.lists.rows import ListRow
from app.viewmodels.staff.lists.statuses import Statuses
from app.viewmodels.staff.lists.together import Together
from app.wire.resources.commlogs import CommDirection, CommMode

NOTES = {
    Reached.MESSAGE: "Left a message about {what}.",
    Reached.NO_ANSWER: "Called about {what}: no answer.",
}  # words: commlogs, in English as all of the office's


class Calls:
    """Both are sent by one key, with one notice and one undo."""

    def __init__(self, desk: DeskViewModel, known: ListKnowledge, statuses: Statuses) -> None:
        self._desk = desk
        self._known = known
        self._statuses = statuses
        self._together = Together(desk)

    async def log(self, reached: Reached, row: ListRow) -> None:
        """Log a call about a row that nobody took, with or without a message."""
        desk = self._desk
        at = desk.now().replace(microsecond=0)
        recall = row.candidate is not None and row.candidate.kind is CandidateKind.RECALL
        kind = await self._known.comm_type(ABOUT_RECALL if recall else ABOUT_APPOINTMENT)
        note = NOTES[reached].format(what=subject_of(row))
        new = NewCommlog(row.somebody, note, at, kind, CommMode.PHONE, CommDirection.SENT)
        status, send = self._statuses.write_with(reached, row) or ("", None)
        writes = [lambda: desk.parts.patient_writes().add_commlog(new), *([send] if send is not None else ())]
        done = await self._together.send(writes, lambda _: _words(reached, row.name, status))
        entry = next((each for each in done if each.intent.kind == ADD_COMMLOG.kind), None)
        if entry is not None:
            self._known.tried(row, entry.id, at.date())


def _words(reached: Reached, name: str, status: str) -> Words:
    if reached is Reached.MESSAGE:
        return msg("Left a message for {name}, status {status}", name=name, status=status)
    return msg("No answer from {name}, status {status}", name=name, status=status)


def subject_of(row: ListRow) -> str:
    """What a call was about, in English as all commlogs."""
    if row.at is not None:
        return str(msg("the appointment on {day}", day=At(row.at, Shape.BOTH)))
    if row.treatment is not None:
        return str(msg("scheduling the planned treatment"))
    if row.candidate is not None and row.candidate.kind is CandidateKind.RECALL:
        return str(_due(row))
    return str(msg("scheduling an appointment"))


def _due(row: ListRow) -> Text:
    if row.since is None or row.candidate is None:
        return msg("a recall")
    due = At(datetime.combine(row.since, time()), Shape.DATE)
    return msg("a recall ({kind}) due {day}", kind=row.candidate.recall_type, day=due)
