"""Shows a panel that loads late beside the current screen, and takes it along to another one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, SignalInstance

from app.viewmodels.staff.desk import DeskViewModel
from app.views.staff.frame.beside.carried_page import CarriedPage
from app.views.staff.frame.side_panel import SidePanel
from app.views.theme.theme import Theme

if TYPE_CHECKING:  # the frame has this, and passes its own panels to it
    from app.views.staff.frame.screen_view import ScreenView


class LatePanel(Protocol):
    """The way into a panel. Its model has `finished` and `leave()`, its widget `begin()`."""

    opened: SignalInstance
    model: Any
    view: Callable[..., Any] | None

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        ...


class LatePage(QObject):
    """The panel's widget is created when it is first asked for."""

    def __init__(
        self,
        late: LatePanel,
        desk: DeskViewModel,
        theme: Theme,
        panel: Callable[[], SidePanel],
        view: Callable[[], ScreenView],
        parent: QObject | None = None,
    ) -> None:
        """`panel` and `view` return the current screen's."""
        super().__init__(parent)
        self._late = late
        self._theme = theme
        self._carried = CarriedPage(panel, view, self)
        self._carried.left.connect(lambda: self._late.model.leave())
        self.page: Any = None
        self._late.opened.connect(self._show)
        desk.screens.shown_changed.connect(self._take_along)

    def _show(self) -> None:
        late = self._late
        if self.page is None and late.view is not None:
            self.page = late.view(late.model, self._theme)
            late.model.finished.connect(self._carried.close)
        self._carried.show(self.page)
        self.page.begin()

    def _take_along(self) -> None:
        if self.page is not None and self._late.is_open:
            self._carried.take_along()
