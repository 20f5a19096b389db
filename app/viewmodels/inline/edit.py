"""One value that is edited where it is shown: saved at once, and never over what another user has saved meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.core.text import Words
from app.viewmodels.inline.kinds import FieldKind
from app.viewmodels.inline.results import Changed, Failed, NotYet, Save, Saved, SaveResult, Withdrawn
from app.viewmodels.translation import tr, typed

REVEALED_SECONDS = 10.0
"""How long a hidden value is shown."""


class Phase(StrEnum):
    """What the field is."""

    SHOWN = "shown"
    EDITING = "editing"
    SAVING = "saving"
    CONFLICT = "conflict"
    """Another user has changed the value: both are shown, and the user chooses."""


class FieldSpec(Struct, frozen=True):
    """A field as data."""

    id: str
    label: Words
    kind: FieldKind


class EditState(Struct, frozen=True):
    """What the view shows."""

    value: Any
    phase: Phase = Phase.SHOWN
    draft: str = ""
    """What is typed, as the kind's `text`."""
    words: str = ""
    """The line below: saving, saved, or why not."""
    tone: str = ""
    """The style of that line: "alert", "pending", "good"."""
    theirs: str = ""
    """The other user's value while there is a conflict."""
    revealed: bool = False
    """Whether a hidden value is shown for a while."""


class InlineEditViewModel(QObject):
    """`changed` when its state did.

    `begin` is called when the editing starts, and returns what saves: it remembers the values seen by then, so that
    a save is refused if another user changed them since.
    """

    changed = Signal()

    def __init__(
        self,
        spec: FieldSpec,
        value: Any,
        begin: Callable[[], Save],
        scope: TaskScope,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self.state = EditState(value)
        self.why_not = ""
        """Why it can't be edited; empty if it can."""
        self._begin = begin
        self._save: Save | None = None
        self._first = ""
        """The draft before anything was typed."""
        self._saving = 0
        """Counts the saves: only the result of the last one is shown."""
        self._awaited: object = None
        """Which change from before is waited for."""
        self._conflict: Changed | None = None
        self._scope = scope
        self._clock = clock
        self._hiding = LatestTask(scope)

    @property
    def label(self) -> str:
        """The name of the value."""
        return typed(self.spec.label)

    @property
    def shown(self) -> str:
        """The value as it is read, hidden unless it was asked for; while it is saved, as it was typed."""
        value, kind = self.state.value, self.spec.kind
        if self.state.phase in (Phase.SAVING, Phase.CONFLICT):
            value = kind.parse(self.state.draft).value
        hidden = kind.masked(value) if value is not None and not self.state.revealed else ""
        return hidden or (kind.shown(value) if value is not None else "")

    @property
    def is_hidden(self) -> bool:
        """Whether the value is hidden, and can be shown for a while."""
        return bool(self.spec.kind.masked(self.state.value)) and not self.state.revealed

    @property
    def spoken(self) -> str:
        """The field for a screen reader."""
        value = self.shown or tr("empty")
        return ", ".join(part for part in (f"{self.label}: {value}", self.state.words) if part)

    def show_value(self, value: Any) -> None:
        """The value was read again. What is being typed stays."""
        if value == self.state.value:
            return
        is_shown = self.state.phase is Phase.SHOWN
        self._show(EditState(value) if is_shown else replace(self.state, value=value))

    def start_over(self, value: Any) -> None:
        """The field shows another patient's value. A save under way goes on, and is not shown here any more."""
        self._saving += 1
        self._conflict = self._save = self._awaited = None
        self._show(EditState(value))

    def wait_for(self, change: object, value: Any, result: NotYet) -> None:
        """Show a value that a change from before will give the field, and follow it until it is settled.

        `change` identifies it: following it again does nothing. What is being typed or saved stays.
        """
        if self._awaited == change or self.state.phase is not Phase.SHOWN:
            return
        self._awaited = change
        self._saving += 1
        self._show(EditState(value, words=typed(result.words), tone="pending"))
        self._scope.start(self._finish(_known(result), value, self._saving), f"follow {self.spec.id}")

    def reveal(self) -> None:
        """Show a hidden value for ten seconds."""
        self._show(replace(self.state, revealed=True))
        self._hiding.start(self._hide(), "hide")

    # --- editing -------------------------------------------------------------------------------------------

    def edit(self, hint: str = "") -> None:
        """Start editing, with a hint until something is typed; if it can't be edited, say why."""
        if self.state.phase is not Phase.SHOWN:
            return
        if self.why_not:
            self._show(replace(self.state, words=self.why_not, tone="alert"))
            return
        self._save = self._begin()
        self._first = self.spec.kind.text(self.state.value)
        self._show(
            replace(
                self.state, phase=Phase.EDITING, draft=self._first, words=hint, tone="pending" if hint else ""
            )
        )

    def type_text(self, text: str) -> None:
        """Keep what is typed."""
        if self.state.phase is Phase.EDITING:
            self._show(replace(self.state, draft=text, words="", tone=""))

    def cancel(self) -> None:
        """Discard what is typed."""
        if self.state.phase is Phase.EDITING:
            self._show(EditState(self.state.value))

    def commit(self) -> bool:
        """Save what is typed. Returns whether the editor can close: False if it is no valid value."""
        state, kind = self.state, self.spec.kind
        if state.phase is not Phase.EDITING or self._save is None:
            return True
        if state.draft == self._first:
            self.cancel()
            return True
        parsed = kind.parse(state.draft)
        if parsed.problem:
            self._show(replace(state, words=typed(parsed.problem), tone="alert"))
            return False
        if parsed.value == state.value:
            self.cancel()
            return True
        self._start(self._save(parsed.value), parsed.value)
        return True

    def keep_mine(self) -> None:
        """Save ours over the other user's."""
        if (conflict := self._conflict) is not None:
            self._conflict = None
            self._start(conflict.insist(), self.spec.kind.parse(self.state.draft).value)

    def use_theirs(self) -> None:
        """Keep the other user's value."""
        if (conflict := self._conflict) is not None:
            self._conflict = None
            conflict.drop()
            self._show(EditState(conflict.theirs))

    # --- inside --------------------------------------------------------------------------------------------

    def _start(self, work: Awaitable[SaveResult], value: Any) -> None:
        self._show(replace(self.state, phase=Phase.SAVING, words=tr("Saving…"), tone="pending", theirs=""))
        self._saving += 1
        self._scope.start(self._finish(work, value, self._saving), f"save {self.spec.id}")

    async def _finish(self, work: Awaitable[SaveResult], value: Any, number: int) -> None:
        draft, result = self.state.draft or self.spec.kind.text(value), await work
        while isinstance(result, NotYet) and result.later is not None and number == self._saving:
            self._show(EditState(value, words=typed(result.words), tone="pending"))
            result = await result.later()
            if self.state.phase is not Phase.SHOWN:  # being edited again
                return
            self.state = replace(self.state, draft=draft)
        if number != self._saving:
            return
        match result:
            case Saved():
                self._show(EditState(result.value, words=typed(result.words), tone="good"))
            case NotYet():
                self._show(EditState(value, words=typed(result.words), tone="pending"))
            case Withdrawn():
                self._show(EditState(result.value, words=typed(result.words)))
            case Failed():
                words = typed(result.words)
                self._show(replace(self.state, phase=Phase.EDITING, words=words, tone="alert"))
            case Changed():
                self._conflict = result
                self._show(
                    replace(
                        self.state,
                        phase=Phase.CONFLICT,
                        words=tr("Another user just changed this. Nothing was overwritten."),
                        tone="alert",
                        theirs=self._hidden(result.theirs),
                    )
                )

    def _hidden(self, value: Any) -> str:
        kind = self.spec.kind
        return (kind.masked(value) or kind.shown(value)) if value is not None else ""

    async def _hide(self) -> None:
        await self._clock.sleep(REVEALED_SECONDS)
        self._show(replace(self.state, revealed=False))

    def _show(self, state: EditState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


async def _known(result: SaveResult) -> SaveResult:
    return result
