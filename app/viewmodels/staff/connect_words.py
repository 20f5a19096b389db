"""Texts of the connection page: the connection modes, and reasons why an office can't be reached."""

from __future__ import annotations

from urllib.parse import urlsplit

from msgspec import Struct

from app.api import errors
from app.api.modes import SERVICE_PORT, Mode, OfficeAddress, server_trouble
from app.core.text import NO_TEXT, Text, join, msg
from app.viewmodels.messages import explain
from app.viewmodels.translation import tr


class Choice(Struct, frozen=True):
    """One connection mode."""

    mode: Mode
    title: Text
    hint: Text
    needs_server: bool = False
    needs_key: bool = True


CHOICES = (
    Choice(
        Mode.TRAINING,
        msg("Training"),
        msg("A practice with made-up patients, on this PC. Nothing to set up."),
        needs_key=False,
    ),
    Choice(
        Mode.SERVICE,
        msg("Office server (usual)"),
        msg("Every PC on the office's network connects to the office's server."),
        needs_server=True,
    ),
    Choice(
        Mode.HUB,
        msg("Office hub"),
        msg("Front Desk on one PC holds the key for all. A pairing code lets this PC in."),
        needs_key=False,
    ),
    Choice(Mode.LOCAL, msg("This PC"), msg("Open Dental runs on this PC, and a user is logged on.")),
    Choice(Mode.REMOTE, msg("Internet"), msg("Through Open Dental's servers, over the internet. Slower.")),
)

ENTER_KEYS = msg("Enter both keys. They are in Open Dental: Setup, Advanced Setup, API.")
CONNECTING = msg("Connecting…")
FOR_TODAY = msg("You can work for today. You will be asked again at the next start.")

_REACH: dict[Mode, Text] = {
    Mode.SERVICE: msg("Check its name, its Open Dental API Service, and the firewall."),
    Mode.LOCAL: msg("Start Open Dental on this PC and log on, then try again."),
    Mode.REMOTE: msg("Check this PC's internet connection."),
}


class OfficeTooOld(Exception):
    """The office's Open Dental is too old for this program; `version` is empty when it is unknown."""

    def __init__(self, version: str, needed: str) -> None:
        super().__init__(version, needed)
        self.version = version
        self.needed = needed


class NotEntered(Exception):
    """The office hub didn't let this PC in; `sentence` says why."""

    def __init__(self, sentence: str, details: str) -> None:
        super().__init__(details)
        self.sentence = sentence
        self.details = details


def unnamed(choice: Choice, server: str) -> str:
    """What is missing to identify the office; empty if nothing is."""
    if not choice.needs_server:
        return ""
    if not server:
        return tr("Enter the name or address of the office's server.")
    return tr(server_trouble(server))


def failure_words(error: errors.ApiError, address: OfficeAddress) -> str:
    """Why an office could not be connected to, and what to do."""
    server = server_of(address)
    hint = _REACH.get(address.mode, NO_TEXT)
    if isinstance(error, errors.WrongSetup):
        return _setup_words(error, server)
    if isinstance(error, errors.Unreachable):
        return tr(join([msg("Can't reach {server}.", server=server), hint]))
    if isinstance(error, errors.TimedOut):
        return tr(join([msg("{server} didn't answer within 10 seconds.", server=server), hint]))
    if isinstance(error, errors.NotTheOffice) and address.mode is Mode.SERVICE:
        return tr("{server} answered with a web page: that address isn't Open Dental.", server=server)
    if isinstance(error, errors.KeyRefused):
        return tr(
            "The office doesn't accept this key. Check both keys for a missing character. "
            "In Open Dental the key must be enabled: Setup, Advanced Setup, API."
        )
    return explain(error).sentence


def _setup_words(error: errors.WrongSetup, server: str) -> str:
    if isinstance(error, errors.UnusableProxy):
        return tr(
            "This PC's proxy can't be used: it is a SOCKS proxy, or it asks for a password. "
            "Ask your IT support for another proxy, or connect through the office server."
        )
    if isinstance(error, errors.UntrustedServer):
        return tr(
            "This PC doesn't trust the certificate of {server}, so nothing was sent. "
            "Ask your IT support to install the certificate on this PC.",
            server=server,
        )
    if isinstance(error, errors.NoHttps):
        return tr("{server} doesn't use https. Type the address with http:// in front.", server=server)
    return tr("{server} uses https. Type the address with https:// in front.", server=server)


def too_old_words(old: OfficeTooOld) -> str:
    """The message that the office's Open Dental is too old, or that it isn't Open Dental."""
    if old.version:
        return tr(
            "This office has Open Dental {version}. Front Desk needs {needed} or newer. "
            "Update Open Dental, then connect again.",
            version=old.version,
            needed=old.needed,
        )
    return tr(
        "That address isn't Open Dental, or it is older than {needed}. Check the address, and the version in "
        "Open Dental (Help, About).",
        needed=old.needed,
    )


def mode_text(mode: str) -> str:
    """The connection mode in one or two words for the status line."""
    names = {
        Mode.TRAINING: tr("Training"),
        Mode.SERVICE: tr("Office server"),
        Mode.LOCAL: tr("This PC"),
        Mode.REMOTE: tr("Internet"),
        Mode.HUB: tr("Office hub"),
    }
    return names.get(Mode(mode), mode)


def server_of(address: OfficeAddress) -> str:
    """The server's displayed name: with the port unless that is the usual one."""
    parts = urlsplit(address.base_url)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    usual = parts.port in (None, SERVICE_PORT) or address.mode is not Mode.SERVICE
    return host if usual else f"{host}:{parts.port}"
