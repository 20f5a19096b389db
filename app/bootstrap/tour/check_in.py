"""The tour of check-in: a hub on the tour's practice, and a patient at a kiosk of it."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from app.api.http import to_hub
from app.api.hub.link import HubLink
from app.api.hub.stream import HubStream
from app.bootstrap.screens import CHECK_IN, SCHEDULE
from app.bootstrap.tour.hands import Hands, there
from app.domain.schedule.visit import Stage, Visit
from app.hub.devices.devices import DeviceBook
from app.hub.running import LOOPBACK, NO_PORT, HubOptions, HubSeals, RunningHub, start_hub
from app.hub.server.secrets import CUSTOMER
from app.sealed.seal import AesGcmSeal, new_key
from app.viewmodels.staff.check_in import commands
from app.viewmodels.staff.check_in.screen import CheckInParts, CheckInScreenViewModel
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.check_in import CHANGE_KIOSK_OFFICE, KIOSK_OFFICE, ChangeKioskOffice, CheckInRules, Windows
from app.wire.hub.kiosk import (
    ARRIVE,
    HEARTBEAT,
    HELP,
    IDENTIFY,
    PROPOSE,
    Arrive,
    ContactField,
    Heartbeat,
    Help,
    Identify,
    Outcome,
    Propose,
    Step,
)

ALL_DAY = 24 * 60
"""Minutes: the tour is taken at any hour."""


class _Hub(Struct):
    """The hub of the tour, with its desk and its kiosk."""

    folder: tempfile.TemporaryDirectory[str]
    running: RunningHub
    desk: HubLink
    kiosk: HubLink
    stream: HubStream
    following: asyncio.Task[None]

    async def end(self) -> None:
        """Stop everything."""
        self.following.cancel()
        await asyncio.gather(self.following, return_exceptions=True)
        for each in (self.desk, self.kiosk, self.stream):
            await each.aclose()
        await self.running.stop()
        self.folder.cleanup()


_open: list[_Hub] = []


async def arrives(hands: Hands) -> None:
    """A patient checks in at a kiosk, and one more calls for help: toasts, and the waiting room."""
    await hands.desk.screens.show(SCHEDULE)
    hub = await _start(hands)
    visit, sealed = await _identified(hands, hub)
    await hub.kiosk.call(HEARTBEAT, Heartbeat(step=Step.CONTACT, program="1.0"))
    changes = {ContactField.WIRELESS_PHONE: "(503) 555-0123", ContactField.CITY: "Salem"}
    await hub.kiosk.call(PROPOSE, Propose(visit=sealed, index=0, changes=changes, insurance_changed=True))
    await hub.kiosk.call(ARRIVE, Arrive(visit=sealed, people=(0,), request="tour of check-in"))
    await hub.kiosk.call(HELP, Help(step=Step.BIRTHDATE))
    await hands.until(lambda: hands.told(" checked in at "))
    await hands.until(lambda: hands.stage(visit) is Stage.ARRIVED)


async def changes(hands: Hands) -> None:
    """What the patient changed, before and after, beside the schedule."""
    await hands.until(lambda: hands.desk.commands[commands.CHANGES.id].can_run)
    hands.desk.commands[commands.CHANGES.id].run()
    await hands.until(lambda: hands.desk.check_in.is_open)


async def kiosks(hands: Hands) -> None:
    """The check-in PCs, live."""
    hands.desk.check_in.model.close()
    await hands.desk.screens.show(CHECK_IN)
    parts = _parts(hands)
    _model(hands).open_tab(commands.KIOSKS.id)
    await hands.until(lambda: bool(parts.kiosks.rows))


async def code(hands: Hands) -> None:
    """A code that pairs a new one."""
    parts = _parts(hands)
    parts.pairing.begin()
    parts.pairing.get_code(parts.pairing.proposed)
    await hands.until(lambda: bool(parts.pairing.code))


async def settings(hands: Hands) -> None:
    """How they are set up, with a preview."""
    parts = _parts(hands)
    parts.pairing.close()
    _model(hands).open_tab(commands.SETTINGS.id)
    await hands.until(lambda: not parts.settings.words)
    parts.settings.form.welcome("en", "Good morning! Please check in here.")


async def today(hands: Hands) -> None:
    """Today's check-ins, all seen; then the tour's hub ends."""
    parts = _parts(hands)
    parts.settings.discard()
    _model(hands).open_tab(commands.TODAY.id)
    await hands.desk.check_in.check_in.arrivals.see_all()
    await hands.until(lambda: not hands.desk.check_in.check_in.arrivals.unseen)
    hands.desk.check_in.close()
    await _open.pop().end()


async def _start(hands: Hands) -> _Hub:
    parts = hands.desk.parts
    folder = tempfile.TemporaryDirectory(prefix="front-desk-tour-hub-")
    seals = HubSeals({CUSTOMER: AesGcmSeal(new_key())}, new_key())
    options = HubOptions(str(Path(folder.name) / "hub.db"), listen=LOOPBACK, port=0, found_on=NO_PORT)
    running = await start_hub(parts.client, parts.clock, options, seals, hands.desk.fail, lambda _: False)
    url, certificate = f"https://{LOOPBACK}:{running.server.port}", running.certificate.certificate
    book = running.hub.part(DeviceBook)
    token = (await book.add(Kind.DESK, "Desk 1"))[1]
    desk = HubLink(to_hub(certificate), url, token)
    kiosk = HubLink(to_hub(certificate), url, (await book.add(Kind.KIOSK, "Kiosk 1"))[1])
    headers = {"Authorization": f"Bearer {token}"}
    stream = HubStream(to_hub(certificate), url, headers, parts.clock)
    await hands.desk.check_in.begin(desk, stream)
    following = parts.scope.start(stream.run(), "hub stream")
    hub = _Hub(folder, running, desk, kiosk, stream, following)
    _open.append(hub)
    await hands.until(lambda: hands.desk.check_in.check_in.state.office is not None and stream.standing)
    return hub


async def _identified(hands: Hands, hub: _Hub) -> tuple[Visit, str]:
    """A patient of today whom the kiosk knows, and the sealed visit."""
    known = await hub.desk.call(KIOSK_OFFICE, Nothing())
    rules = CheckInRules(windows=Windows(early=ALL_DAY, late=ALL_DAY))
    await hub.desk.call(CHANGE_KIOSK_OFFICE, ChangeKioskOffice(setup=known.setup, rules=rules, who="Ana"))
    visits = [each.visit for each in there(hands.model.schedule.grid).visits]
    for visit in sorted(visits, key=lambda each: abs(each.start - _noon(hands))):
        person = visit.person
        if visit.stage is not Stage.CONFIRMED or person is None or person.birthdate is None:
            continue
        asked = Identify(birthdate=person.birthdate, letters=person.last_name[:3])
        found = await hub.kiosk.call(IDENTIFY, asked)
        if found.outcome is Outcome.OK:
            return visit, found.visit
    raise LookupError("nobody can check in today")


def _noon(hands: Hands) -> datetime:
    return hands.desk.now().replace(hour=12, minute=0)


def _parts(hands: Hands) -> CheckInParts:
    return there(_model(hands).parts)


def _model(hands: Hands) -> CheckInScreenViewModel:
    model = hands.desk.screens.model(CHECK_IN)
    if not isinstance(model, CheckInScreenViewModel):
        raise TypeError("another screen is called check-in")
    return model


STEPS = (
    ("a patient checks in", arrives),
    ("changes from check-in", changes),
    ("check-in PCs live", kiosks),
    ("pairing code", code),
    ("settings of check-in", settings),
    ("check-ins of today", today),
)
