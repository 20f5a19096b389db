"""The connection page: which office, by which way, with which key; checked at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api import errors
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress, server_trouble, service_address
from app.core.tasks import TaskScope
from app.viewmodels.messages import Message, explain


class Choice(Struct, frozen=True):
    """One way to reach an office."""

    mode: Mode
    title: str
    hint: str
    needs_server: bool = False
    needs_key: bool = True


CHOICES = (
    Choice(
        Mode.TRAINING,
        "Training",
        "An invented practice on this computer. Nothing to set up.",
        needs_key=False,
    ),
    Choice(
        Mode.SERVICE, "Service", "The office's server answers every PC on the network. The usual way.", True
    ),
    Choice(Mode.LOCAL, "Local", "Open Dental runs on this PC and a user is logged in."),
    Choice(Mode.REMOTE, "Remote", "Over the internet through Open Dental's servers. Slower."),
)


class ConnectState(Struct, frozen=True):
    """What the page shows besides its fields. `ok` says that the office answered with this key."""

    checking: bool = False
    ok: bool = False
    sentence: str = ""
    details: str = ""


class Connection(Struct, frozen=True):
    """A checked way to an office."""

    address: OfficeAddress
    keys: Keys | None


Check = Callable[[OfficeAddress, Keys], Awaitable[None]]
"""Sends one cheap request; raises the client's errors, or `OfficeTooOld`."""


class OfficeTooOld(Exception):
    """The office's Open Dental is older than this program can work with; `version` is empty when it does not say."""

    def __init__(self, version: str, needed: str) -> None:
        super().__init__(f"Open Dental {version} is older than {needed}")
        self.version = version
        self.needed = needed


class ConnectViewModel(QObject):
    """The page's state. `changed` follows it; `connected` carries a checked Connection."""

    changed = Signal()
    connected = Signal(object)

    def __init__(self, check: Check, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._scope = scope
        self.choice = CHOICES[0]
        self.server = ""
        self.developer_key = ""
        self.customer_key = ""
        self.state = ConnectState()

    def begin(self, mode: str, server: str) -> None:
        """Start from what was used last time."""
        self.choice = next((choice for choice in CHOICES if choice.mode.value == mode), CHOICES[0])
        self.server = server if self.choice.needs_server else ""
        self._show(ConnectState())

    def tell(self, message: Message) -> None:
        """Say on the page what stands in the way."""
        self._show(ConnectState(sentence=message.sentence, details=message.details))

    def tell_first(self, words: str) -> None:
        """Say this before whatever else the page says."""
        self._show(replace(self.state, sentence=f"{words} {self.state.sentence}".strip()))

    def choose(self, mode: Mode) -> None:
        """Pick a way."""
        self.choice = next(choice for choice in CHOICES if choice.mode is mode)
        self._show(ConnectState())

    def fill(self, *, server: str, developer_key: str, customer_key: str) -> None:
        """Take over what stands in the fields."""
        self.server = server.strip()
        self.developer_key = developer_key.strip()
        self.customer_key = customer_key.strip()
        if self.state.sentence:
            self._show(ConnectState())

    @property
    def missing(self) -> str:
        """What is still to be filled in; empty when it can be tried."""
        if self.choice.needs_server and not self.server:
            return "Enter the server's name or address, as on the Open Dental server itself."
        if self.choice.needs_server and (trouble := server_trouble(self.server)):
            return trouble
        if self.choice.needs_key and not (self.developer_key and self.customer_key):
            return "Enter both keys. The office finds them in Open Dental: Setup, Advanced Setup, API."
        return ""

    def connect_office(self) -> None:
        """Check what was entered with one cheap request, and go on when the office answers."""
        if self.missing:
            self._show(ConnectState(sentence=self.missing))
        elif not self.state.checking:
            self._show(ConnectState(checking=True, sentence="Asking the office…"))
            self._scope.start(self._try(), "connect")

    async def _try(self) -> None:
        address = self._address()
        if not self.choice.needs_key:
            self._done(Connection(address, None))
            return
        keys = Keys(self.developer_key, self.customer_key)
        try:
            await self._check(address, keys)
        except OfficeTooOld as old:
            self._show(ConnectState(sentence=_too_old(old)))
        except errors.ApiError as error:
            message = explain(error)
            self._show(ConnectState(sentence=self._words(error), details=message.details))
        else:
            self._done(Connection(address, keys))

    def _address(self) -> OfficeAddress:
        if self.choice.mode is Mode.SERVICE:
            return service_address(self.server)
        return OfficeAddress.standard(self.choice.mode)

    def _words(self, error: errors.ApiError) -> str:
        if isinstance(error, errors.Unreachable):
            where = self._address().base_url
            hint = {
                Mode.SERVICE: "Check the server's name, that the Open Dental API Service runs on it, and the firewall.",
                Mode.LOCAL: "Start Open Dental on this PC and log in, then try again.",
                Mode.REMOTE: "Check this computer's internet connection.",
            }.get(self.choice.mode, "")
            return f"Nothing answers at {where}. {hint}"
        if isinstance(error, errors.KeyRefused):
            return (
                "The office answers, but does not accept this key. Check both keys for a missing character; "
                "in Open Dental the key must be enabled (Setup, Advanced Setup, API)."
            )
        return explain(error).sentence

    def _done(self, connection: Connection) -> None:
        self._show(ConnectState(ok=True, sentence="Connected."))
        self.connected.emit(connection)

    def _show(self, state: ConnectState) -> None:
        self.state = state
        self.changed.emit()


def _too_old(old: OfficeTooOld) -> str:
    if old.version:
        return (
            f"This office runs Open Dental {old.version}; Front Desk needs {old.needed} or newer. "
            "Update Open Dental, then connect again."
        )
    return (
        f"What answers here does not know the first question of all: Front Desk needs Open Dental {old.needed} or "
        "newer. Look up the version in Open Dental (Help, About) and update it, or check the address."
    )
