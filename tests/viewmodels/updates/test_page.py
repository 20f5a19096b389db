"""The page of updates."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.core.text import NO_TEXT, msg
from app.core.version import VERSION
from app.services.updates.protected import Outcome, Result, Why
from app.services.updates.standing import Phase, Standing
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.updates.late import UPDATES
from app.viewmodels.staff.updates.page import UpdatesViewModel
from app.views.staff.updates.page import UpdatesPage
from app.views.theme.theme import Theme, ThemeChoice
from tests.support.qt_loop import until
from tests.support.updates.source import release
from tests.viewmodels.updates.hosts import LOOKED, Host, ready


async def page_of(model: ScheduleScreenViewModel, host: Host | None) -> UpdatesViewModel:
    """The page, opened by its command."""
    desk = model.desk
    if host is not None:
        desk.updates.follow(host)
    desk.commands[UPDATES.id].run()
    await until(lambda: desk.updates.is_open)
    return desk.updates.model


async def test_it_says_how_the_pc_stands(model: ScheduleScreenViewModel) -> None:
    """Version, source, last look, what is new, and where the installer is."""
    host = Host(ready())
    page = await page_of(model, host)
    assert VERSION in page.version
    assert "updates.example.com" in page.source
    assert page.sentence == "Front Desk 9.0.0 is downloaded and verified."
    assert page.news == ("It is faster.",)
    assert page.plan == "Front Desk will close and reopen within a few minutes."
    assert page.looked.startswith("Last checked: ")
    host.become(Standing(Phase.FAILED, why=msg("Can't reach the update source, or the connection was lost.")))
    assert page.sentence.startswith("The last check failed.")
    assert page.news == ()


async def test_it_checks_when_asked(model: ScheduleScreenViewModel) -> None:
    """Not while it checks already."""
    host = Host()
    page = await page_of(model, host)
    page.look.run()
    await until(lambda: host.done == ["look"])
    await until(lambda: page.look.can_run)
    host.become(Standing(Phase.LOOKING))
    assert not page.look.can_run


async def test_it_says_that_updates_are_off(model: ScheduleScreenViewModel) -> None:
    """With a source that is empty, and in a program that looks for none."""
    for host in (Host(source=""), None):
        page = await page_of(model, host)
        assert "off" in page.source
        assert page.sentence == ""
        assert not page.look.can_run


async def test_the_widget_shows_lines_that_have_something_to_say(
    model: ScheduleScreenViewModel, qapp: QApplication
) -> None:
    """Esc closes it."""
    theme = Theme(qapp, ThemeChoice.LIGHT)
    host = Host(ready())
    page = await page_of(model, host)
    widget = UpdatesPage(page, theme)
    shown = [each.text() for each in (widget._sentence, widget._news_title, widget._news)]
    assert shown[1:] == ["What is new", "• It is faster."]
    host.become(Standing(Phase.CURRENT))
    assert widget._news.isHidden()
    widget.dismiss()
    assert not page.is_open
    widget.deleteLater()


async def test_it_is_installed_when_idle_or_now(model: ScheduleScreenViewModel) -> None:
    """The first can be taken back; what waits to be sent is in the way of both, and is said."""
    host = Host()
    page = await page_of(model, host)
    assert not page.wait.can_run
    assert not page.install.can_run
    host.become(ready())
    page.wait.run()
    await until(lambda: page.waits)
    host.hindrance = msg("Something you typed isn't saved yet.")
    host.become(ready())
    assert page.plan.endswith("Something you typed isn't saved yet.")
    assert page.plan.startswith("It will be installed when nobody has used this PC")
    assert str(page.install.verdict.reason) == str(host.hindrance)
    await until(lambda: page.wait.can_run)
    page.wait.run()
    await until(lambda: not page.waits)
    host.hindrance = NO_TEXT
    page.install.run()
    await until(lambda: host.done == ["install"])


async def test_it_says_that_windows_asks_for_an_administrator(model: ScheduleScreenViewModel) -> None:
    """Where the task is missing: then it can't be installed when idle."""
    host = Host(ready())
    host.installs_unasked = False
    page = await page_of(model, host)
    assert page.plan.startswith("Windows will ask for an administrator.")
    assert page.install.can_run
    assert not page.wait.can_run
    assert "Install now" in str(page.wait.verdict.reason)


async def test_it_says_when_an_update_can_not_be_undone(model: ScheduleScreenViewModel) -> None:
    """Because the installer of the running version is not there."""
    host = Host(Standing(Phase.READY, release(), Path("x")))
    page = await page_of(model, host)
    assert "can't be undone automatically" in page.plan


async def test_it_says_how_the_last_installation_failed(model: ScheduleScreenViewModel) -> None:
    """Until the next one."""
    host = Host(ready())
    host.outcome = Outcome(Result.FAILED, "9.0.0", VERSION, LOOKED, Why.INSTALLER, 3)
    page = await page_of(model, host)
    assert page.result == "Front Desk 9.0.0 wasn't installed. The installer ended with error 3."
