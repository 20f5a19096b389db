"""The short list of where the splits of a payment can be moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from app.viewmodels.staff.ledger.splits import SplitChoice, SplitTarget
from app.viewmodels.translation import tr
from app.views.widgets.labels import plain_label

Chosen = Callable[[int, SplitTarget], None]


def split_menu(widget: QWidget, choices: Sequence[SplitChoice], chosen: Chosen) -> QMenu:
    """The providers, then the clinics, of the only split; of several splits in a menu for each."""
    menu = QMenu(widget)
    for choice in choices:
        inner = menu if len(choices) == 1 else menu.addMenu(choice.title.replace("&", "&&"))
        if len(choices) == 1:
            _head(menu, choice.title)
        _fill(inner, choice, choice.providers, chosen)
        if choice.clinics:
            inner.addSeparator()
            _head(inner, tr("Clinic"))
            _fill(inner, choice, choice.clinics, chosen)
    return menu


def _head(menu: QMenu, title: str) -> None:
    """A line that can't be chosen: a styled menu doesn't paint the text of a section."""
    head = QWidgetAction(menu)
    head.setDefaultWidget(plain_label(title, kind="menuHead"))
    head.setText(title)
    head.setEnabled(False)
    menu.addAction(head)


def _fill(menu: QMenu, choice: SplitChoice, targets: Sequence[SplitTarget], chosen: Chosen) -> None:
    group = QActionGroup(menu)
    for target in targets:
        action = menu.addAction(target.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(target.is_current)
        action.triggered.connect(lambda _checked, to=target: chosen(choice.number, to))
        group.addAction(action)
