"""The page of the office hub: its devices, a code for a new one, and a device that is removed."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.api.hub.pairing import pair
from app.hub.devices.devices import DeviceBook
from app.wire.hub.actions import Kind
from app.wire.hub.stream import Changed, Topic
from tests.journeys.desk import CONTROL, Desk
from tests.support.hub_office import HubOffice


async def opened(desk: Desk):
    """The page, with the devices read."""
    await desk.press(Qt.Key.Key_F8, CONTROL)
    await desk.until(
        lambda: desk.model.desk.hub.is_open and desk.model.desk.hub.model.devices.rows is not None
    )
    return desk.frame.hub.page


async def test_a_new_device_is_paired_with_the_code(hub_desk: Desk, hub: HubOffice) -> None:
    """With the keyboard: a name, Enter, the code in large letters; typed at the new PC it pairs it, and is gone."""
    desk = hub_desk
    await desk.until(lambda: desk.model.parts.hub.stream.standing)
    page = await opened(desk)
    assert "This PC is connected to the office hub at 127.0.0.1" in desk.texts(page)
    await desk.until(page.pairing.name.hasFocus)
    await desk.press(Qt.Key.Key_Return)
    assert "Enter a name for the new device first" in page.sentence
    desk.type("Front desk 2")
    await desk.press(Qt.Key.Key_Return)
    await desk.until(page.pairing.code.isVisible)
    assert "Good for " in desk.texts(page)
    paired = await pair(hub.url, page.pairing.code.text(), "")
    assert paired.kind is Kind.DESK
    await desk.told("Front desk 2 is paired with the office hub.")
    assert not page.pairing.code.isVisible()
    assert page.devices.names[paired.device_num].text() == "Front desk 2"


async def test_a_device_is_renamed_and_removed(hub_desk: Desk, hub: HubOffice) -> None:
    """Another device gets another name, whoever is paired meanwhile; removing one asks once, and it is refused."""
    desk = hub_desk
    await desk.until(lambda: desk.model.parts.hub.stream.standing)
    added, token = await hub.hub.part(DeviceBook).add(Kind.KIOSK, "Kiosk")
    page = await opened(desk)
    await desk.until(page.pairing.name.hasFocus)
    name = page.devices.names[added.device_num]
    name.setFocus()
    await desk.until(name.hasFocus)
    name.selectAll()
    QTest.keyClicks(name, "Entr")
    another, _ = await hub.hub.part(DeviceBook).add(Kind.DESK, "Another")
    hub.hub.stream.tell(Changed(Topic.DEVICES))
    await desk.until(lambda: another.device_num in page.devices.names)
    assert name.hasFocus()
    QTest.keyClicks(name, "ance")
    QTest.keyClick(name, Qt.Key.Key_Tab)
    await desk.until(lambda: page.devices.names[added.device_num].accessibleName() == "Name of Entrance")
    page.devices.buttons[added.device_num].click()
    await desk.until(page.devices.keep.hasFocus)
    assert "Remove Entrance? It is refused at once." in desk.texts(page)
    page.devices.remove.click()
    await desk.until(lambda: added.device_num not in page.devices.names)
    assert hub.hub.part(DeviceBook).find(token, "") is None
    await asyncio.sleep(0)
