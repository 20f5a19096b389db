"""How the office's check-in PCs are set up: typed here, saved together with one button."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.core.text import NO_TEXT, Text, msg
from app.domain.people.pins import pin_trouble
from app.domain.people.rights import Demand, Right
from app.services.audit.audit import Action
from app.services.check_in.check_in import CheckIn
from app.services.check_in.hub import HubTrouble
from app.services.people.authority import Approval, NotAllowed
from app.viewmodels.staff.check_in.pickers import Picker, patient_picker, provider_picker, type_picker
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.new.list_pick import TaskListPick
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict
from app.wire.hub.check_in import ChangeKioskOffice, CheckInRules, KioskOffice, Windows
from app.wire.hub.kiosk import KioskSetup, Question
from app.wire.hub.stream import Topic

MAY_SET_UP = Demand(Right.CHECK_IN)
LANGUAGES = ("en", "es")
"""Those that the program's kiosk pages have; an office's setup may name more."""
MOST_LOGO_BYTES = 200_000
MOST_MINUTES = 12 * 60
MOST_UNSEEN = 120
VERSION = "version"  # words: the hub's word
KIOSKS = "kiosks"  # words: the audit's
_TWICE = msg("The two PINs differ. Enter the same one twice.")
_SAVED = msg("The settings of the check-in PCs are saved.")
_NOT_READ = Verdict(ok=False, reason=msg("The settings haven't loaded yet."))
_UNCHANGED = Verdict(ok=False, reason=msg("Nothing was changed."))
_READ_ONLY = Verdict(ok=False, reason=msg("You may look at these settings, but not change them."))
_THEIRS = msg("Another desk saved other settings meanwhile. Load them, then make your changes again.")


class CheckInSettingsViewModel(QObject):
    """`changed` when what is shown, or whether it can be saved, has changed.

    What is typed stays when another desk saves: both are told of, and nothing is overwritten.
    """

    changed = Signal()

    def __init__(self, desk: DeskViewModel, check_in: CheckIn) -> None:
        super().__init__(desk)
        self._desk = desk
        self._check_in = check_in
        self._base: KioskOffice | None = None
        """What the form was filled with."""
        self.setup = KioskSetup(version=0, practice="")
        self.rules = CheckInRules()
        self._pins = ("", "")
        self.sentence = ""
        """Why it is not saved, or that it is."""
        self.saving = False
        self.theirs = False
        """Whether another desk has saved since the form was filled."""
        self.patients: Picker = patient_picker(desk, self._pick_patients)
        self.providers: Picker = provider_picker(desk, self._pick_providers)
        self.types: Picker = type_picker(desk, self._pick_types)
        self.unseen_list = TaskListPick(desk, tuple, self)
        self.answers_list = TaskListPick(desk, tuple, self)
        self.unseen_list.changed.connect(self._take_lists)
        self.answers_list.changed.connect(self._take_lists)
        self._filling = False
        self._ends = (
            check_in.watch(lambda topic: self._follow() if topic is Topic.KIOSK_OFFICE else None),
            desk.parts.staff.watch(self.changed.emit),
        )
        self._follow()

    # --- what is shown -------------------------------------------------------------------------------------

    @property
    def words(self) -> str:
        """What is shown in place of the form; empty: the form."""
        if self._base is not None:
            return ""
        trouble = self._check_in.why(Topic.KIOSK_OFFICE)
        return tr(trouble.words) if trouble is not None else tr("Loading…")

    @property
    def languages(self) -> tuple[str, ...]:
        """All that can be offered."""
        return tuple(dict.fromkeys((*LANGUAGES, *self.setup.languages)))

    @property
    def has_exit_pin(self) -> bool:
        """Whether staff can leave the kiosk by PIN."""
        return self._base is not None and self._base.has_exit_pin

    @property
    def may_change(self) -> bool:
        """Whether the person at the desk may change the settings alone."""
        return self._desk.parts.staff.may(MAY_SET_UP)

    @property
    def logo(self) -> bytes:
        """The picture; empty: none."""
        return base64.b64decode(self.setup.logo) if self.setup.logo else b""

    @property
    def dirty(self) -> bool:
        """Whether something was changed and not saved."""
        base = self._base
        return base is not None and (any(self._pins) or (self.setup, self.rules) != (base.setup, base.rules))

    def may_save(self) -> Verdict:
        """Whether it can be saved now."""
        if self._base is None:
            return _NOT_READ
        if not self.dirty:
            return _UNCHANGED
        return YES if self.may_change or self._desk.parts.staff.approvers([MAY_SET_UP]) else _READ_ONLY

    # --- what is typed -------------------------------------------------------------------------------------

    def welcome(self, language: str, text: str) -> None:
        """The office's own welcome line; empty: the program's."""
        self._change_setup(welcome=_with(self.setup.welcome, language, text))

    def next_steps(self, language: str, text: str) -> None:
        """What a patient does after checking in; empty: the program's words."""
        self._change_setup(next_steps=_with(self.setup.next_steps, language, text))

    def offer_language(self, language: str, *, offered: bool) -> None:
        """Offer a language on the welcome page; one is left at least."""
        chosen = {*self.setup.languages, language} if offered else {*self.setup.languages} - {language}
        if chosen:
            self._change_setup(languages=tuple(each for each in self.languages if each in chosen))

    def ask(self, question: Question, *, asked: bool) -> None:
        """Ask a question at check-in, or leave it out."""
        chosen = {*self.setup.questions, question} if asked else {*self.setup.questions} - {question}
        self._change_setup(questions=tuple(each for each in Question if each in chosen))

    def show_balance(self, *, shown: bool) -> None:
        """Whether patients may ask for their balance."""
        self._change_setup(shows_balance=shown)

    def take_logo(self, picture: bytes) -> None:
        """A picture that has been scaled (PNG); empty: none."""
        if len(picture) > MOST_LOGO_BYTES:
            self._say(msg("This picture is too large. Choose a smaller one."))
        else:
            self._change_setup(logo=base64.b64encode(picture).decode("ascii"))

    def refuse_logo(self) -> None:
        """The chosen file is no picture."""
        self._say(msg("This file can't be read as a picture. Choose a PNG, JPEG or SVG file."))

    def windows(self, *, early: int | None = None, late: int | None = None) -> None:
        """How many minutes before and after the appointment's start patients may check in."""
        known = self.rules.windows
        new = Windows(
            early=known.early if early is None else min(max(early, 0), MOST_MINUTES),
            late=known.late if late is None else min(max(late, 0), MOST_MINUTES),
        )
        self._change_rules(windows=new)

    def unseen_minutes(self, minutes: int) -> None:
        """After how many minutes an unseen check-in becomes a task; 0: never."""
        self._change_rules(unseen_minutes=min(max(minutes, 0), MOST_UNSEEN))

    def exit_pin(self, pin: str, again: str) -> None:
        """A new PIN for leaving the kiosk, typed twice; empty: unchanged."""
        self._pins = (pin, again)
        self.changed.emit()

    def discard(self) -> None:
        """Show what the hub has, without what is typed."""
        if (office := self._check_in.office) is not None:
            self._take(office)

    async def save(self) -> None:
        """Save everything; a second person is asked for where the right is missing."""
        pin, again = self._pins
        if self._base is None or self.saving or not self.dirty:
            return
        if pin != again:
            self._say(_TWICE)
        elif pin and (trouble := pin_trouble(pin)):
            self._say(trouble)
        else:
            await self._send(pin)

    def close(self) -> None:
        """The desk was closed."""
        for end in self._ends:
            end()
        self.unseen_list.close()
        self.answers_list.close()

    # --- inside --------------------------------------------------------------------------------------------

    async def _send(self, pin: str) -> None:
        parts = self._desk.parts
        who = parts.outbox.author.name
        change = ChangeKioskOffice(setup=self.setup, rules=self.rules, exit_pin=pin, who=who)

        async def send(approval: Approval | None) -> KioskOffice:
            parts.writes.authority.check([MAY_SET_UP], approval)
            return await self._check_in.set_up(change)

        self.saving, self.sentence = True, ""
        self.changed.emit()
        try:
            office = await self._desk.people.guarded(send)
        except NotAllowed as refused:
            self.sentence = tr(refused.words)
        except HubTrouble as trouble:
            self.theirs = trouble.code == VERSION
            self.sentence = tr(_THEIRS if self.theirs else trouble.words)
        else:
            parts.audit.note(Action.SETTINGS, KIOSKS)
            self._take(office)
            self.sentence = tr(_SAVED)
        self.saving = False
        self.changed.emit()

    def _follow(self) -> None:
        office = self._check_in.office
        if office is None:
            self.changed.emit()
        elif self._base is None or not self.dirty:
            self._take(office)
        elif office.setup.version != self._base.setup.version and not self.saving:
            self.theirs = True
            self._say(_THEIRS)

    def _take(self, office: KioskOffice) -> None:
        self._base, self.setup, self.rules = office, office.setup, office.rules
        self._pins, self.theirs, self.sentence = ("", ""), False, ""
        self._filling = True
        self.patients.begin(office.rules.desk_patients)
        self.providers.begin(office.rules.desk_providers)
        self.types.begin(office.rules.desk_types)
        self.unseen_list.begin(office.rules.unseen_task_list)
        self.answers_list.begin(office.rules.answers_task_list)
        self._filling = False
        self.changed.emit()

    def _change_setup(self, **changes: Any) -> None:
        self.setup, self.sentence = replace(self.setup, **changes), ""
        self.changed.emit()

    def _change_rules(self, **changes: Any) -> None:
        self.rules, self.sentence = replace(self.rules, **changes), ""
        self.changed.emit()

    def _say(self, words: Text = NO_TEXT) -> None:
        self.sentence = tr(words)
        self.changed.emit()

    def _pick_patients(self, numbers: tuple[int, ...]) -> None:
        self._change_rules(desk_patients=numbers)

    def _pick_providers(self, numbers: tuple[int, ...]) -> None:
        self._change_rules(desk_providers=numbers)

    def _pick_types(self, numbers: tuple[int, ...]) -> None:
        self._change_rules(desk_types=numbers)

    def _take_lists(self) -> None:
        """A list was chosen; what is being typed counts once it is one."""
        unseen, answers = self.unseen_list, self.answers_list
        if self._filling or (unseen.state.chosen is None and answers.state.chosen is None):
            return
        self._change_rules(
            unseen_task_list=unseen.list_num or self.rules.unseen_task_list,
            answers_task_list=answers.list_num or self.rules.answers_task_list,
        )


def _with(texts: Mapping[str, str], language: str, text: str) -> dict[str, str]:
    left = {name: each for name, each in texts.items() if name != language}
    return {**left, language: text.strip()} if text.strip() else left
