"""The short list of the office's statuses: chosen with an arrow key, a letter or the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.lists.status import Reached
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.rows import ListRow
from app.viewmodels.staff.lists.statuses import Statuses, StatusOption
from app.viewmodels.translation import tr, typed
from app.views.widgets.keys import is_typed

CALLS = ((Reached.MESSAGE, commands.MESSAGE), (Reached.NO_ANSWER, commands.NO_ANSWER))


class StatusMenu(QMenu):
    """Ignores repeated letters: holding S, which opens the menu, must not choose an entry."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave out letters that repeat."""
        if not (event.isAutoRepeat() and is_typed(event)):
            super().keyPressEvent(event)


def status_menu(widget: QWidget, statuses: Statuses, row: ListRow) -> QMenu:
    """The statuses of a row, and what the logged calls set on rows like it."""
    menu = StatusMenu(widget)
    _fill(menu, statuses.options(row), partial(statuses.choose, row))
    menu.addSeparator()
    for reached, spec in CALLS:
        title = tr("{call} ({key}) sets", call=typed(spec.word), key=spec.shortcut)
        _fill(menu.addMenu(title), statuses.choices(reached, row), partial(statuses.keep, reached, row))
    return menu


def _fill(menu: QMenu, options: Sequence[StatusOption], chosen: Callable[[int], None]) -> None:
    group = QActionGroup(menu)
    for option, title in zip(options, with_letters(each.name for each in options), strict=True):
        action = menu.addAction(title)
        action.setCheckable(True)
        action.setChecked(option.is_current)
        action.triggered.connect(lambda _checked, number=option.number: chosen(number))
        group.addAction(action)


def with_letters(names: Iterable[str]) -> list[str]:
    """Names with the mark of a letter that chooses them: the first of each that no other has."""
    taken: set[str] = set()
    found: list[str] = []
    for name in names:
        at = next((at for at, each in enumerate(name) if each.isalnum() and each.casefold() not in taken), -1)
        taken |= {name[at].casefold()} if at >= 0 else set()
        mark = "&" if at >= 0 else ""
        before, after = name[: max(at, 0)], name[max(at, 0) :]
        found.append(f"{before.replace('&', '&&')}{mark}{after.replace('&', '&&')}")
    return found
