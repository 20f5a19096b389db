"""The lists at a desk, as a receptionist sees them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.viewmodels.staff.lists.rows import ListRow
from app.viewmodels.staff.lists.screen import ListsScreenViewModel
from app.views.staff.lists.list_view import ListView
from app.views.staff.lists.screen import ListsScreen
from tests.journeys.desk import CONTROL, Desk


class Caller:
    """The lists' screen of a desk."""

    def __init__(self, desk: Desk, screen: ListsScreen) -> None:
        self.desk = desk
        self.screen = screen

    @property
    def model(self) -> ListsScreenViewModel:
        """The screen's viewmodel."""
        return self.screen.model

    @property
    def view(self) -> ListView:
        """The list that is shown."""
        return self.screen.view

    @property
    def rows(self) -> list[ListRow]:
        """The rows that are shown."""
        return list(self.model.tab.table.model.rows)

    @property
    def chosen(self) -> ListRow:
        """The selected row."""
        assert self.model.tab.chosen is not None
        return self.model.tab.chosen

    async def open_tab(self, number: int) -> None:
        """Ctrl and a number: another list, read, with its first row selected."""
        self.desk.key(Qt.Key(Qt.Key.Key_0.value + number), CONTROL)
        await self.ready()

    async def ready(self) -> None:
        """Wait until the list has rows with names, and its table the focus; then select the first row."""
        await self.desk.turn()
        await self.desk.until(
            lambda: bool(self.rows) and all(row.person is not None for row in self.rows[:8])
        )
        await self.desk.until(self.view.pane.table.hasFocus)
        self.desk.key(Qt.Key.Key_Home)
        await self.desk.until(lambda: self.model.tab.chosen is not None)


async def open_lists(desk: Desk) -> Caller:
    """Ctrl+7: the appointments to confirm."""
    desk.key(Qt.Key.Key_7, CONTROL)
    await desk.until(lambda: desk.window.findChild(ListsScreen) is not None)
    screen = desk.window.findChild(ListsScreen)
    assert isinstance(screen, ListsScreen)
    caller = Caller(desk, screen)
    await caller.ready()
    return caller
