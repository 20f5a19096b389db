"""How the office sets its kiosks up: read by kiosks and desks, changed by desks."""

from __future__ import annotations

import asyncio
import base64
import binascii

from msgspec.structs import replace

from app.domain.people.pins import pin_trouble
from app.hub.handling import Asker, Refusal, answers
from app.hub.hub import Hub
from app.hub.kiosk.notes import Notes
from app.hub.kiosk.settings import KioskSettings, Settings
from app.hub.kiosk.today import TodayReader
from app.hub.office_name import OfficeName
from app.hub.shared.staff import OfficeStaff
from app.services.audit.audit import Action
from app.services.people.hashing import Argon2Hashing
from app.wire.hub.actions import Nothing
from app.wire.hub.check_in import (
    CHANGE_KIOSK_OFFICE,
    KIOSK_OFFICE,
    ChangeKioskOffice,
    KioskOffice,
    Why,
)
from app.wire.hub.kiosk import EXIT_PIN, SETUP, ExitPin, KioskSetup
from app.wire.hub.stream import Changed, Topic

MOST_LOGO_BYTES = 1_000_000
PNG = b"\x89PNG\r\n\x1a\n"
LONGEST_TEXT = 500
LONGEST_WHO = 60
MOST_MINUTES = 24 * 60


@answers(SETUP)
async def setup(hub: Hub, asker: Asker, asked: Nothing) -> KioskSetup:
    """What a kiosk shows, and whether check-in works now."""
    return await _shown(hub, await hub.part(KioskSettings).current())


@answers(EXIT_PIN)
async def exit_pin(hub: Hub, asker: Asker, asked: Nothing) -> ExitPin:
    """The hash of the exit PIN."""
    return ExitPin(hashed=(await hub.part(KioskSettings).current()).exit_pin)


@answers(KIOSK_OFFICE)
async def kiosk_office(hub: Hub, asker: Asker, asked: Nothing) -> KioskOffice:
    """The setup and the rules."""
    return await _answer(hub, await hub.part(KioskSettings).current())


@answers(CHANGE_KIOSK_OFFICE)
async def change_kiosk_office(hub: Hub, asker: Asker, asked: ChangeKioskOffice) -> KioskOffice:
    """Replace the setup and the rules, by a manager. Refusal 400 with the name of what can't be used."""
    who = await hub.part(OfficeStaff).require_manager(asker)
    _check(asked)
    hashed = ""
    if asked.exit_pin:
        hashed = await asyncio.to_thread(Argon2Hashing().hash, asked.exit_pin)
    settings = await hub.part(KioskSettings).change(asked.setup, asked.rules, hashed)
    hub.part(Notes).kiosk(
        asker,
        Action.KIOSK_OFFICE,
        device_num=0,
        result="with a new exit PIN" if hashed else "done",
        who=(who or asked.who)[:LONGEST_WHO],
    )
    hub.stream.tell(Changed(Topic.KIOSK_OFFICE))
    return await _answer(hub, settings)


async def _answer(hub: Hub, settings: Settings) -> KioskOffice:
    return KioskOffice(
        setup=await _shown(hub, settings), rules=settings.rules, has_exit_pin=bool(settings.exit_pin)
    )


async def _shown(hub: Hub, settings: Settings) -> KioskSetup:
    """The setup with the practice's name, and whether check-in works."""
    known = settings.setup
    practice = known.practice or await hub.part(OfficeName).read()
    reason = closed_because(hub)
    return replace(known, practice=practice, open=not reason, reason=reason)


def closed_because(hub: Hub) -> str:
    """Why nobody can check in now; empty: it works. The setup and each heartbeat say the same."""
    stages = hub.part(TodayReader).stages
    if not hub.office.status.connected:
        return Why.OFFICE_AWAY.value
    return Why.NO_STATUS.value if stages is not None and not stages.arrived else ""


def _check(asked: ChangeKioskOffice) -> None:
    """Refusal 400 for what can't be used."""
    if asked.exit_pin and pin_trouble(asked.exit_pin):
        raise Refusal(400, "exit_pin")
    windows = asked.rules.windows
    if not 0 <= windows.early <= MOST_MINUTES or not 0 <= windows.late <= MOST_MINUTES:
        raise Refusal(400, "windows")
    if asked.rules.unseen_minutes < 0:
        raise Refusal(400, "unseen_minutes")
    if not asked.setup.languages:
        raise Refusal(400, "languages")
    texts = (*asked.setup.welcome.values(), *asked.setup.next_steps.values(), asked.setup.practice)
    if any(len(text) > LONGEST_TEXT for text in texts):
        raise Refusal(400, "texts")
    if asked.setup.logo and not _is_picture(asked.setup.logo):
        raise Refusal(400, "logo")


def _is_picture(logo: str) -> bool:
    """Whether it is a PNG, or an SVG without scripts and links."""
    try:
        content = base64.b64decode(logo, validate=True)
    except binascii.Error:
        return False
    if len(content) > MOST_LOGO_BYTES:
        return False
    lower = content.lower()
    plain_svg = b"<svg" in lower[:1000] and not any(
        each in lower for each in (b"<script", b"<!entity", b"http-equiv", b"javascript:", b"<foreignobject")
    )
    return content.startswith(PNG) or plain_svg
