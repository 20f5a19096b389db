"""What is typed into the settings of the check-in PCs, before it is saved."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import Text, msg
from app.domain.tasks.find_lists import named_lists
from app.viewmodels.kiosk.languages import Language, all_languages
from app.viewmodels.staff.check_in.pickers import Picker, patient_picker, provider_picker, type_picker
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.wire.hub.check_in import CheckInRules, KioskOffice, TaskAbout, Windows
from app.wire.hub.kiosk import KioskSetup, Question

MOST_LOGO_BYTES = 200_000
LONGEST_TEXT = 300
"""Letters of a line that patients read."""
MOST_MINUTES = 24 * 60
MOST_UNSEEN = 120


class SettingsForm(QObject):
    """`changed` after each change; `sentence` tells what is wrong with the last one."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.setup = KioskSetup(version=0, practice="")
        self.rules = CheckInRules()
        self.pins = ("", "")
        """A new exit PIN, typed twice."""
        self.sentence = ""
        self.languages: tuple[Language, ...] = all_languages()
        """All that the kiosk pages have."""
        self.patients: Picker = patient_picker(desk, partial(self._pick, "desk_patients"))
        self.providers: Picker = provider_picker(desk, partial(self._pick, "desk_providers"))
        self.types: Picker = type_picker(desk, partial(self._pick, "desk_types"))
        self._board = desk.parts.tasks()
        self._reading = LatestTask(desk.parts.scope)
        self._unwatch = self._board.watch(lambda change: self.changed.emit() if change.lists else None)

    def fill(self, office: KioskOffice) -> None:
        """Show what the office has."""
        self.setup, self.rules = office.setup, office.rules
        self.pins, self.sentence = ("", ""), ""
        self.patients.begin(office.rules.desk_patients)
        self.providers.begin(office.rules.desk_providers)
        self.types.begin(office.rules.desk_types)
        if not self._board.lists:
            self._reading.start(self._read_lists(), "task lists")
        self.changed.emit()

    def close(self) -> None:
        """The desk was closed."""
        self._unwatch()
        self._reading.cancel()

    @property
    def task_lists(self) -> tuple[tuple[int, str], ...]:
        """The lists that a task can be put in, by TaskListNum, the one without a choice first."""
        lists = named_lists(self._board.lists)
        first = tr("First list ({name})", name=lists[0].shown) if lists else tr("First list")
        return ((0, first), *((each.list_num, each.shown) for each in lists))

    def task_list(self, about: TaskAbout, list_num: int) -> None:
        """Where its tasks go."""
        name = "unseen_task_list" if about is TaskAbout.ARRIVAL else "answers_task_list"
        self._change_rules(**{name: list_num})

    def welcome(self, language: str, text: str) -> None:
        """The office's own welcome line; empty: the program's."""
        self._change_setup(welcome=_with(self.setup.welcome, language, text))

    def next_steps(self, language: str, text: str) -> None:
        """What a patient does after checking in; empty: the program's words."""
        self._change_setup(next_steps=_with(self.setup.next_steps, language, text))

    def offer_language(self, language: str, *, offered: bool) -> None:
        """Offer a language on the welcome page; one is left at least."""
        chosen = {*self.setup.languages, language} if offered else {*self.setup.languages} - {language}
        if chosen & {each.code for each in self.languages}:
            self._change_setup(languages=tuple(each.code for each in self.languages if each.code in chosen))

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
            self.say(msg("This picture is too large. Choose a smaller one."))
        else:
            self._change_setup(logo=base64.b64encode(picture).decode("ascii"))

    def refuse_logo(self) -> None:
        """The chosen file is no picture."""
        self.say(msg("This file can't be read as a picture. Choose a PNG, JPEG or SVG file."))

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
        self.pins = (pin, again)
        self.changed.emit()

    # --- inside --------------------------------------------------------------------------------------------

    def _change_setup(self, **changes: Any) -> None:
        self.setup, self.sentence = replace(self.setup, **changes), ""
        self.changed.emit()

    def _change_rules(self, **changes: Any) -> None:
        self.rules, self.sentence = replace(self.rules, **changes), ""
        self.changed.emit()

    def say(self, words: Text) -> None:
        """Show a sentence."""
        self.sentence = tr(words)
        self.changed.emit()

    def _pick(self, name: str, numbers: tuple[int, ...]) -> None:
        self._change_rules(**{name: numbers})

    async def _read_lists(self) -> None:
        with suppress(ApiError):  # the lists that are set stay, by their numbers
            await self._board.reading.read_lists(Need.SCREEN)


def _with(texts: Mapping[str, str], language: str, text: str) -> dict[str, str]:
    left = {name: each for name, each in texts.items() if name != language}
    return {**left, language: text.strip()} if text.strip() else left
