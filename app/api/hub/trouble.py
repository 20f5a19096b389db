"""Why a hub can't be used, in words: what happened, what it means, what to do. For desks, kiosks and their set-up.

`trouble_of` reads an error. Most errors of a connection don't tell why there is none, so `look_at` looks at the hub
itself: its name, its port, its certificate and its health page.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from app.api import errors
from app.api.hub.link import HubRefused
from app.core.text import Text, msg
from app.wire.hub.actions import HEALTH_PATH, HUB_PORT, PROTOCOL

LOOK_SECONDS = 4.0
MOST_HEALTH = 16_384
PINNED_YEARS = range(2000, 2100)
"""A hub's certificate holds in these years (`app.hub.server.certificate`)."""


class HubTrouble(StrEnum):
    """What is wrong."""

    NO_NAME = "no such name"
    NOT_RUNNING = "not running"
    NO_ANSWER = "no answer"
    NOT_A_HUB = "not a hub"
    OTHER_HUB = "other hub"
    FALSE_HUB = "false hub"
    CLOCK = "clock"
    REVOKED = "revoked"
    HUB_TOO_OLD = "hub too old"
    HUB_TOO_NEW = "hub too new"
    BUSY = "busy"
    STOPPING = "stopping"
    HUB_DATABASE = "hub database"
    BROKEN_OFF = "broken off"
    NO_CODE = "no code"
    WRONG_CODE = "wrong code"
    CODE_USED_UP = "code used up"
    TOO_MANY_TRIES = "too many tries"
    OTHER = "other"
    NOTHING = "nothing"
    """The hub answers as it should."""


class _Health(Struct):
    status: str = ""
    protocol: int = 0
    database_ok: bool = True


_CODES = {
    "unknown device": HubTrouble.REVOKED,
    "no code": HubTrouble.NO_CODE,
    "wrong code": HubTrouble.WRONG_CODE,
    "code used up": HubTrouble.CODE_USED_UP,
    "too many tries": HubTrouble.TOO_MANY_TRIES,
    "closing": HubTrouble.STOPPING,
    "too fast": HubTrouble.BUSY,
    "no such action": HubTrouble.HUB_TOO_OLD,
}


def trouble_of(error: Exception) -> HubTrouble:
    """What an error of `HubLink`, of `pair` or of the API's client in mode Hub tells by itself."""
    if isinstance(error, HubRefused):
        return _CODES.get(error.code, HubTrouble.OTHER)
    found: tuple[tuple[type[Exception], HubTrouble], ...] = (
        (errors.DeviceRevoked, HubTrouble.REVOKED),
        (errors.FalseHub, HubTrouble.FALSE_HUB),
        (errors.UntrustedServer, HubTrouble.OTHER_HUB),
        (errors.NoHttps, HubTrouble.NOT_A_HUB),
        (errors.NotTheOffice, HubTrouble.NOT_A_HUB),
        (errors.TooManyRequests, HubTrouble.BUSY),
        (errors.Unreachable, HubTrouble.NO_ANSWER),
        (errors.Lost, HubTrouble.BROKEN_OFF),
    )
    return next((trouble for kind, trouble in found if isinstance(error, kind)), HubTrouble.OTHER)


async def look_at(url: str, certificate: str = "", *, now: datetime) -> HubTrouble:
    """Look at a hub for the reason. `certificate`: the pinned one (PEM); `now`: this PC's time. Takes seconds."""
    try:
        async with asyncio.timeout(3 * LOOK_SECONDS):
            return await asyncio.to_thread(_look, url, certificate, now.year)
    except TimeoutError:
        return HubTrouble.NO_ANSWER


async def diagnose(error: Exception, url: str, certificate: str = "", *, now: datetime) -> HubTrouble:
    """The reason of an error: from the error if it tells, else by looking."""
    told = trouble_of(error)
    if told not in (HubTrouble.NO_ANSWER, HubTrouble.BROKEN_OFF, HubTrouble.OTHER, HubTrouble.OTHER_HUB):
        return told
    seen = await look_at(url, certificate, now=now)
    return told if seen is HubTrouble.NOTHING else seen


def sentence(trouble: HubTrouble, server: str) -> Text:
    """What to tell a person. `server`: the hub's name or address as people know it."""
    words = {**_of_the_server(server), **_of_this_pc(server), **_of_the_moment(server)}
    return words.get(trouble) or msg(
        "The hub on {server} refused this. Try again, or ask your IT support.", server=server
    )


def _of_the_server(server: str) -> dict[HubTrouble, Text]:
    return {
        HubTrouble.NO_NAME: msg(
            "No PC here is called {server}. Check the name, or enter the hub's address.", server=server
        ),
        HubTrouble.NOT_RUNNING: msg(
            "{server} is on, but the hub isn't running there. Start the hub, or ask your IT support.",
            server=server,
        ),
        HubTrouble.NO_ANSWER: msg(
            "{server} doesn't answer. Check that it is on and on this network, and that its firewall lets port "
            "{port} through.",
            server=server,
            port=HUB_PORT,
        ),
        HubTrouble.NOT_A_HUB: msg(
            "{server} answers, but it isn't a Front Desk hub. Check the address.", server=server
        ),
        HubTrouble.OTHER_HUB: msg(
            "{server} isn't the hub this PC was paired with, so nothing was sent. If the hub was set up again, "
            "pair this PC again. If not, tell your IT support.",
            server=server,
        ),
        HubTrouble.FALSE_HUB: msg(
            "{server} doesn't know the code, so it isn't your office's hub. This PC wasn't paired. Tell your IT "
            "support.",
            server=server,
        ),
    }


def _of_this_pc(server: str) -> dict[HubTrouble, Text]:
    return {
        HubTrouble.CLOCK: msg(
            "This PC's clock is far off, so it can't connect safely. Set the date and time."
        ),
        HubTrouble.REVOKED: msg("This PC was removed from the hub. Pair it again with a code from a desk."),
        HubTrouble.HUB_TOO_OLD: msg(
            "The hub has an older version than this PC. Update Front Desk on {server}.", server=server
        ),
        HubTrouble.HUB_TOO_NEW: msg(
            "The hub has a newer version than this PC. Update Front Desk on this PC."
        ),
        HubTrouble.NO_CODE: msg(
            "There is no open code: it has expired or was used. Show a new one on a paired desk."
        ),
        HubTrouble.WRONG_CODE: msg("That isn't the code. Check it on the desk and type it again."),
        HubTrouble.CODE_USED_UP: msg(
            "The code was wrong three times and can't be used any more. Show a new one on the desk."
        ),
        HubTrouble.TOO_MANY_TRIES: msg(
            "Too many wrong codes came from this PC. Wait ten minutes, then show a new code on the desk."
        ),
    }


def _of_the_moment(server: str) -> dict[HubTrouble, Text]:
    return {
        HubTrouble.BUSY: msg("The hub is busy. It will be tried again in a moment."),
        HubTrouble.STOPPING: msg("The hub is restarting. It will be tried again in a moment."),
        HubTrouble.HUB_DATABASE: msg(
            "The hub on {server} can't reach its database. Ask your IT support to look at it.", server=server
        ),
        HubTrouble.BROKEN_OFF: msg("The connection to the hub was lost. It will be tried again in a moment."),
        HubTrouble.NOTHING: msg("The hub answers."),
    }


class _Seen(Exception):
    def __init__(self, trouble: HubTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def _look(url: str, certificate: str, year: int) -> HubTrouble:
    """Blocking, in a thread."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        with contextlib.closing(_connected(host, parts.port or HUB_PORT)) as plain:
            return _look_inside(plain, host, certificate, year)
    except _Seen as seen:
        return seen.trouble


def _connected(host: str, port: int) -> socket.socket:
    try:
        return socket.create_connection((host, port), timeout=LOOK_SECONDS)
    except (socket.gaierror, UnicodeError):
        raise _Seen(HubTrouble.NO_NAME) from None
    except ConnectionRefusedError:
        raise _Seen(HubTrouble.NOT_RUNNING) from None
    except OSError:
        raise _Seen(HubTrouble.NO_ANSWER) from None


def _look_inside(plain: socket.socket, host: str, certificate: str, year: int) -> HubTrouble:
    any_hub = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    any_hub.check_hostname, any_hub.verify_mode = False, ssl.CERT_NONE  # nothing secret is sent
    try:
        with any_hub.wrap_socket(plain, server_hostname=host) as opened:
            seen = opened.getpeercert(binary_form=True)
            if certificate and seen != ssl.PEM_cert_to_DER_cert(certificate):
                raise _Seen(HubTrouble.OTHER_HUB)
            return _health_trouble(_ask_health(opened, host), year)
    except ssl.SSLError:
        raise _Seen(HubTrouble.NOT_A_HUB) from None
    except TimeoutError:
        raise _Seen(HubTrouble.NO_ANSWER) from None
    except OSError:
        raise _Seen(HubTrouble.NOT_RUNNING) from None


def _ask_health(opened: ssl.SSLSocket, host: str) -> bytes:
    opened.sendall(
        f"GET {HEALTH_PATH} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode("ascii", "replace")
    )
    answer = b""
    with contextlib.suppress(ConnectionError):
        while len(answer) < MOST_HEALTH and (part := opened.recv(MOST_HEALTH)):
            answer += part
    return answer.partition(b"\r\n\r\n")[2]


def _health_trouble(body: bytes, year: int) -> HubTrouble:
    try:
        health = msgspec.json.decode(body, type=_Health)
    except msgspec.DecodeError:
        return HubTrouble.NOT_A_HUB
    if health.protocol != PROTOCOL:
        return HubTrouble.HUB_TOO_OLD if health.protocol < PROTOCOL else HubTrouble.HUB_TOO_NEW
    if health.status == "stopping":
        return HubTrouble.STOPPING
    if year not in PINNED_YEARS:
        return HubTrouble.CLOCK
    return HubTrouble.NOTHING if health.database_ok else HubTrouble.HUB_DATABASE
