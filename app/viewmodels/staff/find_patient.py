"""Finding a patient while typing."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.services.patients import PatientHit, PatientSearch
from app.viewmodels.messages import explain

PAUSE_SECONDS = 0.12
"""How long typing must rest before the office is asked; the local index answers at once."""


class FindState(Struct, frozen=True):
    """What the list under the field shows. `words` says why it is empty, or that the office is being asked."""

    text: str = ""
    hits: tuple[PatientHit, ...] = ()
    words: str = ""
    asking: bool = False

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """A name and a line of particulars for each hit."""
        return tuple((hit.person.display, _particulars(hit)) for hit in self.hits)


def _particulars(hit: PatientHit) -> str:
    born = hit.person.birthdate
    birth = f"{born.month}/{born.day}/{born.year} ({hit.age})" if born else ""
    return "  ·  ".join(part for part in (birth, hit.person.phone, hit.clinic, hit.status) if part)


class FindPatientViewModel(QObject):
    """`type_text` as keys are struck; `changed` as hits come; `chosen` carries the PatientHit."""

    changed = Signal()
    chosen = Signal(object)

    def __init__(
        self, search: PatientSearch, clock: Clock, scope: TaskScope, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._clock = clock
        self._scope = scope
        self._typed = 0
        self.state = FindState()

    def type_text(self, text: str) -> None:
        """Search for what stands in the field now."""
        self._typed += 1
        if not text.strip():
            self._show(FindState())
            return
        hits = tuple(self._search.known(text))
        self._show(FindState(text, hits, "", asking=True))
        self._scope.start(self._ask(text, self._typed), "find")

    def choose(self, row: int) -> None:
        """Take the patient of a row."""
        if 0 <= row < len(self.state.hits):
            self.chosen.emit(self.state.hits[row])

    async def _ask(self, text: str, typed: int) -> None:
        await self._clock.sleep(PAUSE_SECONDS)
        if typed != self._typed:
            return
        try:
            hits = tuple(await self._search.search(text))
            words = "" if hits else "Nobody found. Try fewer letters, a phone number or a birthdate."
        except ApiError as error:
            hits, words = self.state.hits, explain(error).title
        if typed == self._typed:
            self._show(FindState(text, hits, words))

    def _show(self, state: FindState) -> None:
        self.state = state
        self.changed.emit()
