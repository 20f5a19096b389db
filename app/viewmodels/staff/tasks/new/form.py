"""The form for a new task: its text, list, priority, reminder, and what it is attached to."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.money.card_numbers import has_card_number, without_card_numbers
from app.journal.entries import Entry
from app.services.patients.ready_notes import ReadyNote
from app.viewmodels.activity import NoticeAction
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.quick_paste import Put, QuickPaste
from app.viewmodels.staff.tasks.about import TaskAbout
from app.viewmodels.staff.tasks.new.author import may_add
from app.viewmodels.staff.tasks.new.choices import TaskChoices
from app.viewmodels.staff.tasks.new.draft import TaskDraft, TaskDrafts, fresh_draft, named
from app.viewmodels.staff.tasks.new.list_pick import TaskListPick
from app.viewmodels.staff.tasks.new.sending import TaskSending, draft_of
from app.viewmodels.staff.tasks.new.state import (
    NewTaskState,
    attach_choices,
    is_plain,
    leads_back,
    remind_choices,
    stray_words,
)
from app.viewmodels.translation import tr, typed


class NewTaskViewModel(QObject):
    """`changed` follows `state`; `finished`: the panel can close; `missing` names the field to be looked at.

    `note_changed`: the text was changed by something else than typing; where the cursor is then.
    """

    changed = Signal()
    finished = Signal()
    missing = Signal(str)
    note_changed = Signal(int)

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self.drafts = TaskDrafts(desk.parts.my_tasks().notebook)
        self._sending = TaskSending(desk, self.drafts.keep)
        self._quick = QuickPaste()
        self._choices = TaskChoices(desk, self)
        self.used = self._choices.used
        self.list = TaskListPick(desk, lambda: self.used.usual(self.state.draft.begun.origin), self)
        self.state = NewTaskState()
        self.list.changed.connect(self._follow_list)
        desk.patient.changed.connect(self._follow_patient)
        desk.user.changed.connect(self._follow_user)
        for signal in (self._choices.changed, desk.strip.changed, desk.tasks.adding.command.changed):
            signal.connect(self._show)
        desk.patient.busy.append(lambda: self.state.is_dirty)

    # --- opening and leaving it ----------------------------------------------------------------------------

    def begin(self, about: TaskAbout) -> None:
        """Open it. What was begun there before is there again."""
        if self.state.is_open and leads_back(self.state.draft, about):
            return
        self.drafts.keep(self.state.draft)
        kept = self.drafts.take(self._desk.user.user_num, lambda each: each.begun.key == about.key)
        self._open(kept or fresh_draft(about, self.used), resumed=kept is not None)

    def resume(self) -> None:
        """Go on with the one that was begun before."""
        if (kept := self.drafts.take(self._desk.user.user_num, lambda _: True)) is not None:
            self.drafts.keep(self.state.draft)
            self._open(kept, resumed=True)

    def change(self, entry: Entry) -> None:
        """Open a refused one, to correct it, or go on correcting it."""
        self.drafts.keep(self.state.draft)
        kept = self.drafts.take(self._desk.user.user_num, lambda each: each.replaces == entry.id)
        self._open(kept or draft_of(entry, self._desk))

    def leave(self) -> None:
        """The panel was closed or replaced: what was typed is kept, and the user is told how to go on."""
        person, begun = self.state.draft.about.person, self.state.draft.begun
        if self.drafts.keep(self.state.draft):
            words = (
                tr("Your task about {name} is kept.", name=person.display)
                if person is not None
                else tr("Your task is kept.")
            )
            go_on = NoticeAction(tr("Continue"), lambda: self._desk.tasks.new(begun))
            self._desk.notices.say(words, link=go_on)
        self._set(NewTaskState())

    def start_over(self) -> None:
        """Throw away what was typed, and begin the same task again."""
        self._open(fresh_draft(self.state.draft.begun, self.used))

    def close(self) -> None:
        """The desk was closed."""
        self.list.close()
        self._choices.close()
        self._sending.close()

    # --- entering ------------------------------------------------------------------------------------------

    def type_text(self, text: str, cursor: int) -> None:
        """Keep what is typed. A card's number never gets into the draft."""
        if has_card_number(text):
            self.enter(text=without_card_numbers(text))
            self._say(
                "text", tr("That looked like a card number. It can't be kept in a task, so it was removed.")
            )
            self.note_changed.emit(len(self.state.draft.text))
        elif (put := self._quick.type_text(text, cursor)) is not None:
            self._put(put)
        else:
            self.enter(text=text)

    def put(self, offer: ReadyNote, cursor: int) -> None:
        """Put a ready-made note in at the cursor, in place of a typed abbreviation."""
        self._put(self._quick.put(self.state.draft.text, cursor, offer))

    def put_first(self, cursor: int) -> bool:
        """Put in the first note that matches the abbreviation being typed. Returns whether there is one."""
        put = self._quick.first(self.state.draft.text, cursor)
        if put is not None:
            self._put(put)
        return put is not None

    def enter(self, **fields: Any) -> None:
        """Enter the `priority`, `remind_at`, or what it is `about`."""
        if self.state.is_open:
            draft = replace(self.state.draft, **fields)
            self._show(replace(self.state, draft=draft, problem=""))

    def save(self) -> None:
        """Save it and close, or say what is missing."""
        if not self.state.is_open or self.state.why_not:
            return
        if self.state.draft.lacks_text:
            self._say("text", tr("Type what has to be done."))
        elif not self.list.settle() and not self.list.awaits:
            self._say("list", self.list.state.words or tr("Choose a list."))
        else:
            draft = self.state.draft  # with the list that was just settled for
            self.used.use(draft.begun.origin, draft.list_num)
            name = self.list.state.chosen.name if self.list.state.chosen is not None else ""
            self._set(NewTaskState())
            self.finished.emit()
            self._desk.parts.scope.start(self._sending.send(draft, name), "new task")

    # --- what it shows -------------------------------------------------------------------------------------

    def _open(self, draft: TaskDraft, *, resumed: bool = False) -> None:
        draft = replace(draft, by=self._desk.user.user_num)
        self._quick.begin()
        self._choices.read()
        self._show(NewTaskState(is_open=True, draft=draft, resumed=resumed))
        self.list.begin(draft.list_num)
        self.note_changed.emit(draft.cursor)

    def _put(self, put: Put) -> None:
        text, at = put
        self.enter(text=text)
        self.note_changed.emit(at)

    def _show(self, state: NewTaskState | None = None) -> None:
        """Derive what depends on the draft, the choices and the desk."""
        state = state or self.state
        if not state.is_open:
            return
        selected, latest = self._desk.chosen.person(), self.drafts.latest(self._desk.user.user_num)
        state = replace(state, draft=named(state.draft, selected))
        self._quick.notes = self._choices.notes
        shown = replace(
            state,
            offers=self._quick.offers,
            attach=attach_choices(state.draft, selected),
            priorities=self._choices.priorities,
            priority=state.draft.priority or self._choices.usual,
            reminds=remind_choices(self._desk.now(), state.draft.remind_at),
            strays=stray_words(state.draft, selected),
            unfinished=latest.title if latest is not None else "",
            why_not=typed(may_add(self._desk).reason),
        )
        self._set(shown)

    def _say(self, field: str, words: str) -> None:
        self._set(replace(self.state, problem=words))
        self.missing.emit(field)

    def _set(self, state: NewTaskState) -> None:
        if state != self.state:
            self.drafts.enter(self.state.draft, state.draft)
            self.state = state
            self.changed.emit()

    def _follow_list(self) -> None:
        if self.list.list_num != self.state.draft.list_num:
            self.enter(list_num=self.list.list_num)

    def _follow_user(self) -> None:
        """Another person is here: what the one before typed is kept for her. What nobody's was, is hers now."""
        state, by = self.state, self._desk.user.user_num
        if not state.is_open or not by or state.draft.by == by:
            return
        if state.draft.by:
            self.drafts.keep(self.state.draft)
            self._set(NewTaskState())
            self.finished.emit()
        else:
            self._show(replace(state, draft=replace(state.draft, by=by)))

    def _follow_patient(self) -> None:
        """Another patient is selected: what was typed stays as it is, an empty form follows."""
        state, selected = self.state, self._desk.chosen.person()
        if not state.is_open or not state.draft.is_empty:
            self._show()
        elif is_plain(state.draft.begun):
            about = TaskAbout(selected)
            self._show(replace(state, draft=replace(state.draft, about=about, begun=about)))
        elif selected is None or selected.pat_num != state.draft.about.pat_num:
            self.finished.emit()
