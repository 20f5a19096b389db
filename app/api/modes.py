"""The connection modes, with the page limit and rate limit of each."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Self

from msgspec import Struct

from app.api.pace import ENTERPRISE_PACE, NO_PACE, PAID_PACE, READ_ALL_PACE, Pace
from app.core.text import NO_TEXT, Text, msg
from app.wire.permissions import Permission

Permissions = frozenset[Permission]

API_PATH = "/api/v1"
LOCAL_PORT = 30222
SERVICE_PORT = 30223
HUB_PORT = 30224
"""As in `app.wire.hub.actions`, which loads in mode Hub only."""
HIGHEST_PORT = 65_535


class Mode(StrEnum):
    """Where requests are sent."""

    LOCAL = "Local"
    """Open Dental itself on this PC, while a user is logged in."""
    SERVICE = "Service"
    """The API service on the office's server."""
    REMOTE = "Remote"
    """Open Dental's own servers, which forward to the office's eConnector."""
    HUB = "Hub"
    """This program's hub in the office, which holds the keys for front desks and kiosks."""
    TRAINING = "Training"
    """The practice embedded in this program."""


_STANDARD = {
    Mode.LOCAL: f"http://localhost:{LOCAL_PORT}{API_PATH}",
    Mode.REMOTE: f"https://api.opendental.com{API_PATH}",
    Mode.TRAINING: f"http://training.invalid{API_PATH}",
}

_SERVER = re.compile(
    r"(?:(?P<scheme>https?)://)?[\\/]*(?P<host>\[[^\]]*\]|[^:/\\]*)(?::(?P<port>\d{1,9}))?(?P<path>/.*)?",
    re.IGNORECASE,
)


class OfficeAddress(Struct, frozen=True):
    """An office's address in one mode. `base_url` has no trailing slash; endpoint paths are appended."""

    mode: Mode
    base_url: str

    @classmethod
    def standard(cls, mode: Mode) -> Self:
        """The fixed address of Local and Remote, and our own of Training. ValueError for the others."""
        if mode not in _STANDARD:
            raise ValueError(f"{mode} has an address of the office's own")
        return cls(mode, _STANDARD[mode])


def service_address(server: str) -> OfficeAddress:
    r"""The API service on a server, in any common notation: `SERVER`, `\\SERVER`, `10.0.0.5:30223`, a URL.

    Nothing is rejected here: `connect` refuses what has no server; an unknown one is `Unreachable` when it is tried.
    """
    return OfficeAddress(Mode.SERVICE, _address(server, SERVICE_PORT))


def server_trouble(server: str) -> Text:
    """Why the typed text is not an address, as a sentence; empty if it is one."""
    named = server.strip()
    scheme, marked, _ = named.partition("://")
    if marked and scheme.lower() not in ("http", "https"):
        return msg("An address starts with http:// or https://, not with {scheme}://.", scheme=scheme)
    found = _SERVER.fullmatch(named)
    if found is not None and found["port"] and not 1 <= int(found["port"]) <= HIGHEST_PORT:
        return msg(
            "There is no port {port}. Ports go from 1 to {highest}.", port=found["port"], highest=HIGHEST_PORT
        )
    if found is not None and not found["host"].strip("[]"):
        return msg("The address has no server name. Enter one such as SERVER or 10.0.0.5.")
    if found is None or re.search(r"\s", found["host"]):
        return msg("That isn't a server name or address. Enter one such as SERVER, 10.0.0.5 or SERVER:30223.")
    return NO_TEXT


def is_standard(base_url: str) -> bool:
    """Whether this is a mode's fixed address rather than an office's own server."""
    return base_url in _STANDARD.values()


def hub_address(hub: str) -> OfficeAddress:
    """The API of the office's hub, in any notation of its address: `PC`, `10.0.0.5:30224`, a URL. Always https."""
    _, _, named = hub.strip().rpartition("://")
    found = _SERVER.fullmatch(named)
    if found is None:
        return OfficeAddress(Mode.HUB, f"https://{named}:{HUB_PORT}{API_PATH}")
    return OfficeAddress(Mode.HUB, f"https://{found['host']}:{found['port'] or HUB_PORT}{API_PATH}")


def hub_of(address: OfficeAddress) -> str:
    """The hub's own address, without the API's path: what settings keep, and where its actions are."""
    return address.base_url.removesuffix(API_PATH)


def _address(server: str, port: int) -> str:
    named = server.strip()
    found = _SERVER.fullmatch(named)
    if found is None:
        return f"http://{named}:{port}{API_PATH}"
    scheme = (found["scheme"] or "http").lower()
    path = (found["path"] or "").rstrip("/") or API_PATH
    return f"{scheme}://{found['host']}:{found['port'] or port}{path}"


def page_limit(mode: Mode, permissions: Permissions | None = None) -> int:
    """The maximum rows per page. An unknown key (None) counts as an ordinary one."""
    base = 100 if mode is Mode.REMOTE else 1_000
    return base * 10 if permissions and Permission.ENTERPRISE in permissions else base


def pace(mode: Mode, permissions: Permissions | None = None) -> Pace:
    """This key's rate limit. Only Remote is limited; an unknown key (None) counts as a paid one."""
    if mode is not Mode.REMOTE:
        return NO_PACE
    if permissions is None:
        return PAID_PACE
    if Permission.ENTERPRISE in permissions:
        return ENTERPRISE_PACE
    return PAID_PACE if permissions - {Permission.READ_ALL} else READ_ALL_PACE
