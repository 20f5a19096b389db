"""Patient search while typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.core.text import At, Shape, many
from app.services.patients.search import MOST_HITS, PatientHit, PatientSearch
from app.viewmodels.messages import explain
from app.viewmodels.translation import tr, typed

PAUSE_SECONDS = 0.12
"""Debounce, in seconds, before the office is searched. The index in memory answers every key."""
MOST_ROWS = 8
"""Maximum number of matches shown."""


NEW = 0
"""Stands for a PatNum in the row that adds a new patient."""


class FoundRow(Struct, frozen=True):
    """One row of the list and its patient: a row may move, its patient stays the same."""

    pat_num: int
    name: str
    particulars: str

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        return f"{self.name}, {self.particulars}"


class FindState(Struct, frozen=True):
    """The list below the field. `words` says why it is empty or may be incomplete."""

    text: str = ""
    hits: tuple[PatientHit, ...] = ()
    words: str = ""
    asking: bool = False
    chosen: int | None = None
    """The PatNum that Enter chooses; NEW: a new patient."""

    @property
    def below(self) -> str:
        """The line below the rows: how many more there are, and why the list is empty or outdated."""
        if self.hits and not self.text:
            return tr("Recent patients. Type a name, a phone number, or a birthdate to find others.")
        if not self.hits:
            return self.words or (tr("Searching…") if self.text else "")
        return "\n".join(part for part in (self._more, self.words) if part)

    @property
    def spoken(self) -> str:
        """The search result for a screen reader; empty while the office is being searched."""
        if not self.text or self.asking:
            return ""
        return " ".join(part for part in (_count(len(self.rows)) if self.hits else "", self.below) if part)

    @property
    def _more(self) -> str:
        left = len(self.hits) - MOST_ROWS
        if left <= 0:
            return ""
        if len(self.hits) >= MOST_HITS:
            return tr("Many more. Type more of the name, a phone number, or a birthdate.")
        return tr(
            many(
                "{n} more. Type more of the name, a phone number, or a birthdate.",
                "{n} more. Type more of the name, a phone number, or a birthdate.",
                left,
            )
        )

    @property
    def chosen_row(self) -> FoundRow | None:
        """The row that Enter chooses."""
        return next((row for row in self.lines if row.pat_num == self.chosen), None)

    @property
    def rows(self) -> tuple[FoundRow, ...]:
        """The visible matches."""
        return tuple(
            FoundRow(_number(hit), hit.person.display, _particulars(hit))
            for hit in (self.hits[:MOST_ROWS] if self.text else self.hits)
        )

    @property
    def lines(self) -> tuple[FoundRow, ...]:
        """The visible matches; once the search is over, the last line adds a new patient."""
        if not self.text.strip() or self.asking:
            return self.rows
        return (*self.rows, FoundRow(NEW, tr("New patient"), self.text.strip()))


def _count(found: int) -> str:
    return tr(many("{n} patients found.", "{n} patient found.", found))


def _number(hit: PatientHit) -> int:
    return hit.person.pat_num


def _particulars(hit: PatientHit) -> str:
    born = hit.person.birthdate
    birth = tr(At(datetime.combine(born, time()), Shape.DATE)) if born else ""
    if hit.age is not None:  # none for a birthdate in the future
        birth += f" ({hit.age})"
    return "  ·  ".join(part for part in (birth, hit.person.phone, hit.clinic, typed(hit.status)) if part)


class FindPatientViewModel(QObject):
    """Call `type_text` for each change of the text; `changed` follows the matches, `chosen` emits a PatientHit.

    `new_asked` emits the typed text, of a patient who is to be added.
    """

    changed = Signal()
    chosen = Signal(object)
    new_asked = Signal(str)

    def __init__(
        self, search: PatientSearch, clock: Clock, scope: TaskScope, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._clock = clock
        self._asking = LatestTask(scope)
        self._takes = False
        self.state = FindState()
        self.recent: Callable[[], tuple[PatientHit, ...]] = tuple
        """The patients offered before anything is typed."""

    def begin(self) -> None:
        """The empty field has the focus: offer the recent patients, none highlighted."""
        self._asking.cancel()
        self._show(FindState(hits=self.recent()))

    def end(self) -> None:
        """The search is over: show nothing."""
        self._asking.cancel()
        self._show(FindState())

    def type_text(self, text: str) -> None:
        """Search for the text in the field; the first row is highlighted."""
        self._takes = False
        if not text.strip():
            self.begin()
            return
        hits = tuple(self._search.known(text))
        self._show(FindState(text, hits, "", asking=True, chosen=_first(hits)))
        self._asking.start(self._ask(text), "find")

    def highlight(self, pat_num: int) -> None:
        """Highlight one of the rows."""
        if any(row.pat_num == pat_num for row in self.state.lines):
            self.state = replace(self.state, chosen=pat_num)

    def take(self) -> None:
        """Choose the highlighted patient. Before the office has answered: only if there is one at most."""
        if self.state.chosen is not None:
            self.choose(self.state.chosen)
        elif self.state.asking:
            self._takes = True

    def choose(self, pat_num: int) -> None:
        """Choose one of the rows; any other PatNum is ignored."""
        if pat_num == NEW and self.state.lines[-1:] != self.state.rows[-1:]:
            self.new_asked.emit(self.state.text)
            return
        hit = next((each for each in self.state.hits if _number(each) == pat_num), None)
        if hit is not None:
            self.chosen.emit(hit)

    async def _ask(self, text: str) -> None:
        await self._clock.sleep(PAUSE_SECONDS)
        try:
            hits = self._in_place(await self._search.search(text))
            words, nobody = "", NEW
            if not hits:
                words = tr("No patients found. Try fewer letters, a phone number, or a birthdate.")
        except ApiError as error:  # the patient may be there: a new one has to be chosen deliberately
            hits, words, nobody = self.state.hits, explain(error).title, None
        chosen = (_first(hits) or nobody) if self.state.chosen is None else self.state.chosen
        self._show(FindState(text, hits, words, chosen=chosen))
        if self._takes and len(hits) < 2:
            self.take()

    def _in_place(self, late: Iterable[PatientHit]) -> tuple[PatientHit, ...]:
        """Insert late matches below the highlighted row: the rows above have been read and keep their places."""
        shown, newest = self.state, {_number(hit): hit for hit in late}
        numbers = [_number(hit) for hit in shown.hits]
        read = shown.hits[: numbers.index(shown.chosen) + 1] if shown.chosen in numbers else ()
        above = tuple(
            newest.pop(_number(hit), hit)
            for hit in read
            if _number(hit) in newest or self._search.knows(_number(hit))
        )
        return above + tuple(newest.values())

    def _show(self, state: FindState) -> None:
        self.state = state
        self.changed.emit()


def _first(hits: tuple[PatientHit, ...]) -> int | None:
    return _number(hits[0]) if hits else None
