"""One section of the patient page: a part of the patient's data, and the one action in its header.

A section subclasses `Section` with the `reader` of its part, and builds in `_fill` what its view shows. Loading,
age, refusals and retries are the same in all of them and handled here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import ClassVar, Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import NotFound
from app.api.need import Need
from app.core.text import Words
from app.store.patients.parts import PatientPart, Ready, Refused, Unread
from app.store.patients.readers import PartReader
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.messages import explain
from app.viewmodels.part_age import age_words
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

T = TypeVar("T")


class SectionSpec(Struct, frozen=True, kw_only=True):
    """A section as data. `viewmodel` and `view` are names imported when the page is first shown."""

    id: str
    title: Words
    column: int
    """0 is the narrow column at the left; 1 and 2 share the rest."""
    viewmodel: str
    """A Section: called with the desk."""
    view: str
    """A SectionBody: called with the section and the theme."""


class Section(QObject, Generic[T]):
    """`changed` after anything of it did. Its view reads `value`, `note` and what the subclass adds."""

    changed = Signal()
    reader: ClassVar[type[PartReader]]  # type: ignore[type-arg] # a class variable can't be generic
    need: ClassVar[Need] = Need.SCREEN
    """CLICK: it is what the user waits for, and is read before the others."""

    def __init__(
        self, desk: DeskViewModel, parent: QObject | None = None, part: PatientPart[T] | None = None
    ) -> None:
        """`part`: what is shown; None: what the `reader` reads."""
        super().__init__(parent or desk)
        self.desk = desk
        self.pat_num: int | None = None
        self.action: AsyncCommand | None = None
        """The one action in its header."""
        self._part: PatientPart[T] = part or desk.parts.patients.of(self.reader)
        self._release: Callable[[], None] = _nothing
        self._unwatch = self._part.watch(self._on_part)

    @property
    def state(self) -> Unread | Ready[T] | Refused:
        """The state of the shown patient's part."""
        return self._part.state(self.pat_num) if self.pat_num is not None else Unread()

    @property
    def value(self) -> T | None:
        """What has been read; None: nothing yet, or it was refused."""
        return state.value if isinstance(state := self.state, Ready) else None

    @property
    def note(self) -> str:
        """The line above the contents, or in place of them: loading, or what was refused and what to do."""
        state = self.state
        if isinstance(state, Ready) and isinstance(state.why, NotFound):
            return tr("This patient is no longer in Open Dental. This is what was known.")
        if not isinstance(state, Unread) and state.why is not None:
            message = explain(state.why)
            return " ".join(part for part in (message.title, message.action) if part)
        return tr("Loading…") if isinstance(state, Unread) else ""

    @property
    def refused(self) -> bool:
        """Whether it could not be read, so that reading it again can be offered."""
        state = self.state
        return not isinstance(state, Unread) and state.why is not None

    @property
    def age(self) -> timedelta | None:
        """Since when the data are as shown; None without any."""
        state = self.state
        return state.age(self.desk.parts.clock) if isinstance(state, Ready) else None

    @property
    def age_words(self) -> str:
        """The age of data that are old or known to have changed, for the header."""
        return age_words(self.state, self.desk.parts.clock)

    def show(self, pat_num: int | None) -> None:
        """Show this patient's; None: nobody's, and cancel its reading."""
        if pat_num != self.pat_num:
            self.pat_num, before = pat_num, self._release
            self._release = self._part.need(pat_num, self.need) if pat_num is not None else _nothing
            before()
            self._update()

    def read_again(self) -> None:
        """Read it again on request."""
        if self.pat_num is not None:
            self._part.read_again(self.pat_num)

    def close(self) -> None:
        """Stop following the part."""
        self._unwatch()
        self._release()

    def _fill(self, value: T) -> None:
        """Build what the view shows. Called before each `changed` while there is a value."""

    def _on_part(self, pat_num: int) -> None:
        if pat_num == self.pat_num:
            self._update()

    def _update(self) -> None:
        if (value := self.value) is not None:
            self._fill(value)
        if self.action is not None:
            self.action.refresh()
        self.changed.emit()


class ActingSection(Section[T]):
    """A section whose header has a command of its own, which also the menu and the palette have."""

    command: ClassVar[CommandSpec]
    """One of SECTION_COMMANDS: it runs `act`."""

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.action = desk.commands[self.command.id]

    def act(self) -> None:
        """What the command does."""
        raise NotImplementedError

    def may_act(self) -> Verdict:
        """Whether it can run."""
        return YES


def _nothing() -> None:
    """Nothing is needed, so there is nothing to release."""
