"""The page of the office hub: with and without one."""

from __future__ import annotations

from app.api.errors import DeviceRevoked, HubUnreachable, OtherHub
from app.core.text import msg
from app.hub.devices.devices import DeviceBook
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.hub.devices import DeviceRow
from app.viewmodels.staff.hub.host import HostPhase, HostState, HubHost
from app.viewmodels.staff.hub.late import HUB
from app.viewmodels.staff.hub.page import HubPageViewModel
from app.viewmodels.staff.hub.status import hub_status
from app.viewmodels.staff.hub.watch import BANNER, HubWatch
from app.wire.hub.actions import Kind
from tests.services.people.offices import ANA, BEN, PINS
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice
from tests.support.qt_loop import until
from tests.viewmodels.hub.conftest import OpenAtHub
from tests.viewmodels.hub.hosts import FAILED, Host

PHASES = {HostPhase.OFF: "", HostPhase.RUNS: "The office hub runs on this PC."}


async def page_of(desk: DeskViewModel, host: HubHost | None = None) -> HubPageViewModel:
    """The page, opened by its command, with the devices read."""
    desk.hub.host = host
    desk.commands[HUB.id].run()
    await until(lambda: desk.hub.is_open)
    page: HubPageViewModel = desk.hub.model
    await until(lambda: page.devices.rows is not None and not page.work.busy)
    return page


async def test_the_devices_are_listed_live(open_at_hub: OpenAtHub, hub: HubOffice) -> None:
    """This PC comes first; a device that is paired elsewhere comes by itself, and is told."""
    desk = await open_at_hub("Desk 1")
    page = await page_of(desk)
    (own,) = page.devices.rows
    assert own == DeviceRow(own.device_num, "Desk 1", "Desk", "This PC", is_own=True)
    assert page.where.startswith("This PC is connected to the office hub at 127.0.0.1:")
    await until(lambda: desk.parts.hub.stream.standing)
    other = await open_at_hub("Another")
    await page_of(other)
    other.hub.model.devices.rename(own.device_num, "Front desk")
    await until(lambda: [row.name for row in page.devices.rows] == ["Front desk", "Another"])
    assert page.devices.rows[1].seen.startswith("last seen: 10:2")  # since 10:20, by the office's clock


async def test_a_device_is_removed_after_one_question(open_at_hub: OpenAtHub, hub: HubOffice) -> None:
    """Removing asks once and can be left; this PC itself is not removed here."""
    desk = await open_at_hub("Desk 1")
    added, token = await hub.hub.part(DeviceBook).add(Kind.KIOSK, "Kiosk")
    page = await page_of(desk)
    page.devices.doubt(next(row.device_num for row in page.devices.rows if row.is_own))
    assert page.work.sentence.startswith("This PC can't be removed here.")
    page.devices.doubt(added.device_num)
    page.devices.doubt(0)
    page.devices.revoke()
    assert page.devices.doubted == 0
    page.devices.doubt(added.device_num)
    page.devices.revoke()
    await until(lambda: added.device_num not in {row.device_num for row in page.devices.rows})
    assert hub.hub.part(DeviceBook).find(token, "") is None


async def test_a_code_counts_down(open_at_hub: OpenAtHub, clock: FastClock) -> None:
    """A code needs a name, shows its time left, ends after five minutes, and is gone when the page is left."""
    desk = await open_at_hub("Desk 1")
    page = await page_of(desk)
    page.codes.ask(Kind.DESK, " ")
    assert page.work.sentence.startswith("Enter a name")
    page.codes.ask(Kind.KIOSK, "Kiosk")
    await until(lambda: page.codes.shown is not None)
    assert page.codes.shown.left in ("5:00", "4:59")
    assert len(page.codes.shown.letters) == 9
    clock.skip(301)
    await until(lambda: page.codes.shown is None)
    assert page.work.sentence == "The pairing code has expired. Get a new one."
    page.codes.ask(Kind.KIOSK, "Kiosk")
    await until(lambda: page.codes.shown is not None)
    page.dismiss()
    assert page.codes.shown is None
    assert not desk.hub.is_open


async def test_only_who_manages_people_changes_it(open_at_hub: OpenAtHub) -> None:
    """Once people sign in, the right to manage people is needed; the list stays readable."""
    desk = await open_at_hub("Desk 1")
    staff = desk.parts.staff
    await staff.set_up(ANA, PINS[ANA.user_num])
    code = await staff.people.invite(BEN)
    await staff.people.choose_pin(BEN.user_num, code, PINS[BEN.user_num])
    page = await page_of(desk)
    assert page.work.may_manage
    await staff.sign_in(BEN.user_num, PINS[BEN.user_num])
    assert not page.work.may_manage
    page.codes.ask(Kind.DESK, "Desk 2")
    assert page.work.sentence == "Only people who may manage people can change this."
    assert page.codes.shown is None


async def test_the_hub_on_this_pc(open_at_hub: OpenAtHub) -> None:
    """It is run and stopped by one button; why it can't be run, or failed, is a sentence."""
    desk = await open_at_hub("Desk 1")
    host = Host()
    page = await page_of(desk, host)
    page.run_here()
    await until(lambda: page.host.phase is HostPhase.RUNS and not page.work.busy)
    assert page.where.startswith("The office hub runs on this PC.")
    host.others = 1
    page.stop_here()
    assert page.stop_question.startswith("1 other PC is connected to the office hub on this PC.")
    page.keep_hub()
    assert (page.stop_question, host.done) == ("", ["run"])
    page.stop_here(sure=True)
    await until(lambda: host.done == ["run", "stop"])
    page.connect_to_hub()
    assert host.done[-1] == "connect"
    failing = HubPageViewModel(desk, Host(fails=True, why_not=msg("No.")))
    assert failing.why_not == "No."
    failing.run_here()
    await until(lambda: not failing.work.busy)
    assert failing.work.sentence == str(FAILED)
    assert failing.host == HostState(HostPhase.FAILED, FAILED)
    failing.close()
    alone = HubPageViewModel(desk, None)
    alone.run_here()
    assert alone.why_not == "This window can't run the office hub."
    alone.close()


async def test_data_are_live_while_the_hub_tells_of_every_change(
    open_at_hub: OpenAtHub, clock: FastClock
) -> None:
    """However long ago they were read; a day's closing, of which the hub tells nothing, keeps its age."""
    desk = await open_at_hub("Desk 1")
    stream = desk.parts.hub.stream
    for screen, live in (("schedule", True), ("day_close", False)):
        shown = await desk.screens.show(screen)
        await until(lambda shown=shown: stream.tells_all and shown.status.age is not None)
        clock.skip(360)
        desk.status.tick()
        line = desk.status.line
        assert (line.freshness, line.stale) == (("Live", False) if live else ("Loaded 6 min ago", True))
    stream.office_online = False
    desk.status.tick()
    assert "as of" in desk.status.line.freshness
    assert desk.status.line.stale
    stream.office_online = True


async def test_what_the_status_line_says(open_at_hub: OpenAtHub) -> None:
    """Each trouble has its words and an advice; only what people have to mend is a banner."""
    desk = await open_at_hub("Desk 1")
    hub = desk.parts.hub
    await until(lambda: hub.stream.standing)
    assert not hub_status(hub).words
    hub.place.waiting = 4
    assert str(hub_status(hub).waiting) == "4 waiting in the hub"
    desk.status.tick()
    assert desk.status.line.waiting == "4 waiting in the hub"
    hub.stream.office_online = False
    assert str(hub_status(hub).words) == "The office hub can't reach Open Dental's server"
    hub.stream.office_online = True
    watch = HubWatch(desk, hub)
    for trouble, words, is_banner in (
        (HubUnreachable("x"), "Can't reach the office hub", False),
        (OtherHub("x"), "Another program answers in place of the office hub", True),
        (DeviceRevoked("x"), "This PC is no longer paired with the office hub", True),
    ):
        hub.stream.trouble = trouble
        watch._follow()
        assert desk.status.line.freshness.startswith(words)
        assert desk.status.line.advice
        assert not desk.status.line.connected
        assert any(each.id == BANNER for each in desk.banners.items) is is_banner
        hub.stream.trouble = None
        watch._follow()
        assert not any(each.id == BANNER for each in desk.banners.items)
    watch.close()
