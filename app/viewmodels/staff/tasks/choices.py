"""What each person's screen of tasks shows: view, filter, order and folded lists, kept sealed on this PC."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from app.domain.tasks.order import TaskSort
from app.services.tasks.notebook import Notebook
from app.viewmodels.staff.tasks.scopes import Only, Scope, View

E = TypeVar("E", bound=StrEnum)
SCOPE, ONLY, SORT, FOLDED = "scope", "only", "sort", "folded"  # words: names in the local store


class TaskChoices:
    """Reads and changes what the notebook keeps; whatever can't be understood is as at first."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    @property
    def scope(self) -> Scope:
        """The view or list that was shown last."""
        kept = self._notebook.kept.choices.get(SCOPE)
        return kept if isinstance(kept, int) else self._chosen(SCOPE, View.INBOX)

    @property
    def only(self) -> Only:
        """The filter."""
        return self._chosen(ONLY, Only.ALL)

    @property
    def sort(self) -> TaskSort:
        """The order."""
        return self._chosen(SORT, TaskSort.URGENT)

    @property
    def folded(self) -> frozenset[int]:
        """The lists whose lower ones are folded away."""
        kept = self._notebook.kept.choices.get(FOLDED)
        return (
            frozenset(each for each in kept if isinstance(each, int))
            if isinstance(kept, list)
            else frozenset()
        )

    def keep(self, scope: Scope, only: Only, sort: TaskSort) -> None:
        """Remember what is shown, unless it is of a patient or an appointment."""
        shown: dict[str, object] = {ONLY: only.value, SORT: sort.value}
        if scope not in (View.PATIENT, View.APPOINTMENT):
            shown[SCOPE] = scope.value if isinstance(scope, View) else scope
        self._put(shown)

    def fold(self, list_num: int, *, folded: bool) -> None:
        """Remember that a list was folded, or unfolded."""
        after = self.folded | {list_num} if folded else self.folded - {list_num}
        self._put({FOLDED: sorted(after)})

    def _chosen(self, name: str, usual: E) -> E:
        kept = self._notebook.kept.choices.get(name)
        return next((each for each in type(usual) if each == kept), usual)

    def _put(self, values: dict[str, object]) -> None:
        choices = self._notebook.kept.choices
        if any(choices.get(name) != value for name, value in values.items()):
            choices |= values
            self._notebook.changed(soon=True)
