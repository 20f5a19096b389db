"""The connection page's widgets."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton

from app.core.tasks import TaskScope
from app.viewmodels.staff.connect import ConnectViewModel
from app.viewmodels.staff.hub.entry import HubEntry
from app.views.staff.frame.connecting.connect_page import ConnectPage
from tests.support.qt_loop import until
from tests.viewmodels.hub.ways import Way

BY_OFFICE = "Set by your office's administrator."


def page(tasks: TaskScope, mode: str, *fixed: str) -> ConnectPage:
    """The page of a PC on which the administrator has set these."""

    async def check(*_: object) -> None:
        """The office answers."""

    model = ConnectViewModel(check, tasks, hub=lambda scope, parent: HubEntry(Way(), scope, parent))
    model.begin(mode, "SERVER", hub="FRONTDESK-PC", fixed=frozenset(fixed))
    return ConnectPage(model)


async def test_what_the_administrator_has_set_is_disabled(qapp: QApplication, tasks: TaskScope) -> None:
    """Only the mode that was set can be selected, its server can't be edited, and the page says who has set them."""
    shown = page(tasks, "Service", "mode", "server")
    assert [each.text() for each in shown.findChildren(QRadioButton) if each.isEnabled()] == [
        "Office server (usual)"
    ]
    assert shown._hint.text() == BY_OFFICE
    assert {each.text() for each in shown.findChildren(QLineEdit) if not each.isEnabled()} == {"SERVER"}
    shown.deleteLater()


async def test_the_office_hub_that_the_administrator_has_set(qapp: QApplication, tasks: TaskScope) -> None:
    """Its address is filled in and can't be edited; the pairing code can."""
    shown = page(tasks, "Hub", "mode", "hub")
    assert shown.hub is not None
    assert (shown.hub.server.currentText(), shown.hub.server.isEnabled()) == ("FRONTDESK-PC", False)
    assert shown.hub.code.isEnabled()
    shown.hub.model.fill(server="other", code="abcd efgh")
    assert (shown.hub.model.server, shown.hub.model.code) == ("FRONTDESK-PC", "abcd efgh")
    assert BY_OFFICE in shown.hub._search.text()
    await until(lambda: shown.hub.model.searched)
    shown.deleteLater()


async def test_without_an_administrator_everything_is_free(qapp: QApplication, tasks: TaskScope) -> None:
    """Nothing is disabled, and the page doesn't mention an administrator."""
    shown = page(tasks, "Service")
    assert all(
        each.isEnabled() for each in (*shown.findChildren(QRadioButton), *shown.findChildren(QLineEdit))
    )
    assert BY_OFFICE not in shown._hint.text()
    shown.deleteLater()
