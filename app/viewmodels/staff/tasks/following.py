"""The lists that a person follows: asked once, and changed at any time."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain.texts.folding import folded
from app.viewmodels.staff.tasks.facts import TaskFacts
from app.viewmodels.translation import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
DEPTH = Qt.ItemDataRole.UserRole + 1
"""How many lists are above a row's."""


class FollowedLists(QAbstractListModel):
    """All lists with a check mark each. `asks` tells whether the question is shown; `changed` follows it."""

    changed = Signal()

    def __init__(self, facts: TaskFacts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        self._lists: list[tuple[int, int]] = []
        """Each list's number and depth, as the tree shows them."""
        self._ticked: set[int] = set()
        self._answers: dict[int, bool] = {}
        """What the person has ticked, or not any more, since the question was shown."""
        self._asked = False
        self.grow()

    @property
    def asks(self) -> bool:
        """Whether the person never answered, or wants to change the answer."""
        return self._asked or (
            not self._facts.mine.notebook.kept.chosen and bool(self._facts.tree.children(0))
        )

    @property
    def words(self) -> str:
        """The question."""
        return tr(
            "Which task lists do you want to follow? Their tasks show up in your inbox, and you get a message "
            "about new ones. You can change this at any time."
        )

    def ask(self) -> None:
        """Show the question again."""
        self._asked = True
        self.start_over()
        self.changed.emit()

    def start_over(self) -> None:
        """Nothing is answered yet, as when another person is here."""
        self._answers.clear()
        self.grow()

    def grow(self) -> None:
        """Show the office's lists: those followed are ticked, and at first those that bear the person's name.

        What the person is ticking stays, as does the row she is at.
        """
        tree, mine = self._facts.tree, self._facts.mine
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        numbers = [self._lists[index.row()][0] for index in held]
        self._lists = [
            (number, len(tree.path(number)) - 1)
            for top in tree.children(0)
            for number in tree.with_below(top)
        ]
        self._ticked = set(mine.followed)
        if not mine.notebook.kept.chosen:
            name = set(folded(self._facts.user_name).split())
            self._ticked |= {number for number, _ in self._lists if name & set(_words(tree.name(number)))}
        self._ticked -= {number for number, on in self._answers.items() if not on}
        self._ticked |= {number for number, on in self._answers.items() if on and number in tree}
        places = {number: self.index(at, 0) for at, (number, _) in enumerate(self._lists)}
        self.changePersistentIndexList(held, [places.get(number, NOWHERE) for number in numbers])
        self.layoutChanged.emit()

    def save(self) -> None:
        """Follow what is ticked."""
        self._asked = False
        self._answers.clear()
        self._facts.mine.choose(self._ticked)
        self.changed.emit()

    def toggle(self, list_num: int) -> None:
        """Follow a list, or don't any more."""
        mine = self._facts.mine
        mine.follow(list_num, on=list_num not in mine.followed)

    def dismiss(self) -> None:
        """Leave everything as it is, and don't ask again."""
        self._asked = False
        self._answers.clear()
        self._facts.mine.follow(0, on=True)
        self.changed.emit()

    # --- what Qt asks for ----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many lists there are."""
        return 0 if parent.isValid() else len(self._lists)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Space and a click tick a row."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A list's name, and whether it is ticked."""
        if not index.isValid():
            return None
        number, depth = self._lists[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._facts.tree.name(number)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if number in self._ticked else Qt.CheckState.Unchecked
            case _ if role == DEPTH:
                return depth
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or don't."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        number = self._lists[index.row()][0]
        on = self._answers[number] = Qt.CheckState(value) is Qt.CheckState.Checked
        (self._ticked.add if on else self._ticked.discard)(number)
        self.dataChanged.emit(index, index, [role])
        return True


def _words(name: str) -> list[str]:
    """The words of a list's name: "Ana's inbox" has "ana" among them."""
    return folded(name).replace("'", " ").replace("’", " ").split()
