"""Communication with the patient, newest first; on request with the whole family."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from app.core.text import msg
from app.journal.entries import Entry, WriteState
from app.services.patients.parts.commlogs import CommlogsReader, FamilyCommlogs, FamilyCommlogsReader
from app.services.writes.patients.commlog import ADD_COMMLOG
from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.inline.kinds import TextKind
from app.viewmodels.staff.commlog.words import DIRECTIONS, MODES
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.asked_part import AskedPart
from app.viewmodels.staff.patient.opened_edit import OpenedEdit
from app.viewmodels.staff.patient.people import may, person_of
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.staff.patient_commands import COMMLOG
from app.viewmodels.staff.tasks.about import TaskAbout, TaskOrigin
from app.viewmodels.tables.column import date_text
from app.viewmodels.timeline import TimelineEntry, TimelineViewModel
from app.viewmodels.translation import tr, typed
from app.wire.codec import decode_one
from app.wire.resources.commlogs import CommDirection, Commlog, Commlogs, CommMode

BY_PHONE = frozenset({CommMode.PHONE, CommMode.PHONE_AND_TEXT})
UNSENT = "unsent"
"""In the key of an entry that the office doesn't have yet."""
TEXT = FieldSpec("Note", msg("Text"), TextKind(required=True, is_long=True))  # words: the field of the row


class CommlogsSection(Section[tuple[Commlog, ...]]):
    """A timeline; opening an entry edits its text."""

    reader = CommlogsReader

    def __init__(self, desk: DeskViewModel) -> None:
        self.shows_family = False
        super().__init__(desk)
        self.family: AskedPart[FamilyCommlogs] = AskedPart(desk, FamilyCommlogsReader, self)
        self.family.changed.connect(self._update)
        self.action = desk.commands[COMMLOG.id]
        self.timeline = TimelineViewModel(
            msg("Commlogs"), self, empty=msg("No commlogs yet. “Add commlog” above writes the first one.")
        )
        self.timeline.opened.connect(self._open)
        self.opened: OpenedEdit[Commlog] = OpenedEdit(
            desk, TEXT, self._write, may(desk, Commlogs.update), "CommlogNum", self
        )
        self._unwatch_journal = desk.parts.journal.watch(
            lambda entry: self._update() if _is_unsent(entry, self.pat_num) else None
        )

    def show(self, pat_num: int | None) -> None:
        """Show this patient's. An edit under way is saved for the one before."""
        if pat_num != self.pat_num:
            self.opened.close()
            self.show_family(shown=False)
        super().show(pat_num)

    def show_family(self, *, shown: bool) -> None:
        """Show the entries of all members of the family, or only the patient's."""
        self.shows_family = shown
        self.family.ask(self.pat_num if shown else None)
        self._update()

    def new_task(self, entry: TimelineEntry) -> None:
        """Begin a task about an entry, for its patient."""
        row = next((each for each in self._rows() if each.CommlogNum == entry.key), None)
        person = person_of(self.desk, row.PatNum if row is not None else self.pat_num or 0)
        text = tr("Commlog {day}: {text}", day=entry.when, text=entry.text.strip())
        self.desk.tasks.new(TaskAbout(person, text=text, origin=TaskOrigin.COMMLOG))

    def close(self) -> None:
        """Stop following the parts."""
        super().close()
        self.family.close()
        self._unwatch_journal()

    def _open(self, entry: TimelineEntry) -> None:
        if (row := next((each for each in self._rows() if each.CommlogNum == entry.key), None)) is not None:
            self.opened.open(row)

    async def _write(self, row: Commlog, note: str) -> Entry:
        """Another member's row is none of the patient's, so that the family's list has to be read again."""
        person = person_of(self.desk, row.PatNum)
        entry = await self.desk.parts.patient_writes().edit_commlog(person, row, note)
        if row.PatNum != self.pat_num:
            self.family.read_again()
        return entry

    def _fill(self, value: tuple[Commlog, ...]) -> None:
        unsettled = self.desk.parts.journal.unsettled()
        waiting = [_unsent(each) for each in unsettled if _is_unsent(each, self.pat_num)]

        def whose(row: Commlog) -> str:
            return person_of(self.desk, row.PatNum).display if row.PatNum != self.pat_num else ""

        self.timeline.show_rows([*reversed(waiting), *(_entry(row, whose(row)) for row in self._rows())])

    def _rows(self) -> tuple[Commlog, ...]:
        family = self.family.value
        return family.rows if family is not None else self.value or ()


def family_note(section: CommlogsSection) -> str:
    """Why the family's entries are not all there; empty: they are, or weren't asked for."""
    family = section.family.value
    if family is not None and not family.complete:
        return tr("Only the first members of this family are shown.")
    return section.family.note


def about(row: Commlog) -> str:
    """Which one it is: its date and type."""
    when = date_text(row.CommDateTime) if row.CommDateTime is not None else ""
    return _joined([when, row.commType])


def _entry(row: Commlog, whose: str) -> TimelineEntry:
    title = _joined([row.commType, *_how(row.Mode_, row.SentOrReceived)])
    icon = "PHONE" if row.Mode_ in BY_PHONE else "NOTE"
    return TimelineEntry(row.CommlogNum, row.CommDateTime, icon, title, row.Note, whose)


def _unsent(entry: Entry) -> TimelineEntry:
    row = decode_one(msgspec.json.encode(entry.intent.arguments), Commlog)
    state = tr("not sent yet") if entry.state is WriteState.WAITING else tr("not confirmed yet")
    title = _joined([*_how(row.Mode_, row.SentOrReceived), state])
    return TimelineEntry((UNSENT, entry.id), row.CommDateTime, "PENDING", title, row.Note)


def _is_unsent(entry: Entry, pat_num: int | None) -> bool:
    return entry.intent.kind == ADD_COMMLOG.kind and entry.intent.arguments["PatNum"] == pat_num


def _how(mode: CommMode, direction: CommDirection) -> Iterable[str]:
    if mode is not CommMode.NONE:
        yield typed(MODES.get(mode, mode.value))
    if direction is not CommDirection.NEITHER:
        yield typed(DIRECTIONS.get(direction, direction.value))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
