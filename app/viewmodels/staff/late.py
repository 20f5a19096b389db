"""Parts of the window that are imported when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.schedule.visit import Person

if TYPE_CHECKING:  # the desk has a strip, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

STRIP_MODEL = "app.viewmodels.staff.strip:StripViewModel"
STRIP_VIEW = "app.views.staff.frame.strip:Strip"
COMMLOG_MODEL = "app.viewmodels.staff.commlog.composer:CommlogComposerViewModel"
COMMLOG_VIEW = "app.views.staff.commlog.form:CommlogForm"


class LateLoader(Protocol):
    """Imports names given as "package.module:name", yielding to the event loop after each module."""

    async def __call__(self, *places: str) -> tuple[Any, ...]:
        """The named objects, in order."""
        ...


class LateStrip(QObject):
    """The patient's strip. Nothing of it is imported before a patient is selected; then `opened` is emitted.

    `needed` says at once, and again for each patient, whether it has to be shown.
    """

    needed = Signal(bool)
    opened = Signal()
    changed = Signal()
    """What it shows has changed."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._wanted = False
        self.model: Any = None
        """The strip's viewmodel, once it has been opened."""
        self.view: Callable[..., Any] | None = None
        """The factory of its widget."""
        desk.patient.changed.connect(self._want)

    def close(self) -> None:
        """The desk was closed."""
        if self.model is not None:
            self.model.close()

    def _want(self) -> None:
        selected = self._desk.patient.current is not None
        self.needed.emit(selected)
        if selected and not self._wanted:
            self._wanted = True
            self._desk.parts.scope.start(self._open(), "strip")

    async def _open(self) -> None:
        model, self.view = await self._desk.parts.load(STRIP_MODEL, STRIP_VIEW)
        self.model = model(self._desk)
        self.model.changed.connect(self.changed)
        self.opened.emit()
        self.changed.emit()


class LateCommlog(QObject):
    """The form for a commlog. Nothing of it is imported before the first one is written; then `opened` is emitted."""

    opened = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self.model: Any = None
        """Its viewmodel, once it has been opened."""
        self.view: Callable[..., Any] | None = None
        """The factory of its widget."""
        self.called = 0
        """The PatNum of the patient who was called last."""

    def close(self) -> None:
        """The desk was closed."""
        if self.model is not None:
            self.model.stop()

    async def write(self, person: Person) -> None:
        """Open it for a patient."""
        if self.model is None:
            model, view = await self._desk.parts.load(COMMLOG_MODEL, COMMLOG_VIEW)
            self.model, self.view = model(self._desk), view
            self.opened.emit()
        self.model.open(person, called=self.called == person.pat_num)
