"""The connection page: which office, by which way, with which key; checked at once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api import errors
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress, is_standard, server_trouble, service_address
from app.core.tasks import TaskScope
from app.core.text import NO_TEXT, Text, join, msg
from app.viewmodels.messages import Message, explain
from app.viewmodels.translation import tr


class Choice(Struct, frozen=True):
    """One way to reach an office."""

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
    Choice(Mode.LOCAL, msg("This PC"), msg("Open Dental runs on this PC, and a user is logged on.")),
    Choice(Mode.REMOTE, msg("Internet"), msg("Through Open Dental's servers, over the internet. Slower.")),
)


class Connection(Struct, frozen=True):
    """A checked way to an office. With `for_today` the keys are kept in memory only."""

    address: OfficeAddress
    keys: Keys | None
    for_today: bool = False


class ConnectState(Struct, frozen=True):
    """What the page shows besides its fields. `ok` says that the office answered with this key."""

    checking: bool = False
    ok: bool = False
    sentence: str = ""
    details: str = ""
    offer: Connection | None = None
    """An office that answered, and whose keys this PC can't store: one may work with it for today."""


Check = Callable[[OfficeAddress, Keys], Awaitable[None]]
"""Sends one cheap request; raises the client's errors, or `OfficeTooOld`."""
KeptKeys = Callable[[OfficeAddress], Awaitable[Keys | None]]
"""The keys that this computer's vault holds for an office, if it does."""
FOR_TODAY = msg("You can work for today. Front Desk asks for the keys again at the next start.")
ENTER_KEYS = msg("Enter both keys. They are in Open Dental: Setup, Advanced Setup, API.")


class OfficeTooOld(Exception):
    """The office's Open Dental is older than this program can work with; `version` is empty when it does not say."""

    def __init__(self, version: str, needed: str) -> None:
        super().__init__(version, needed)
        self.version = version
        self.needed = needed


class ConnectViewModel(QObject):
    """The page's state. `changed` follows it; `connected` carries a checked Connection, `left` comes with going back.

    Keys that are kept on this computer are used where a field is left empty. They are never shown.
    """

    changed = Signal()
    connected = Signal(object)
    left = Signal()

    def __init__(
        self,
        check: Check,
        scope: TaskScope,
        parent: QObject | None = None,
        *,
        kept: KeptKeys | None = None,
        office_open: bool = False,
    ) -> None:
        super().__init__(parent)
        self._check = check
        self._scope = scope
        self._kept = kept or _none_kept
        self._trying: asyncio.Task[None] | None = None
        self._looking: asyncio.Task[None] | None = None
        self.office_open = office_open
        """Whether an office is open behind the page, to go back to."""
        self.keys_kept = False
        """Whether this computer holds the keys of the office that is named."""
        self.choice = CHOICES[0]
        self.server = ""
        self.developer_key = ""
        self.customer_key = ""
        self.state = ConnectState()

    def begin(self, mode: str, server: str) -> None:
        """Start from what was used last time; the office's server stays proposed whatever way was chosen since."""
        self.choice = next((choice for choice in CHOICES if choice.mode.value == mode), CHOICES[0])
        self.server = "" if is_standard(server) else server
        self._show(ConnectState())
        self.look_for_keys()

    def tell(self, message: Message, *, offer: Connection | None = None) -> None:
        """Say on the page what stands in the way. With `offer` one can work with that office for today."""
        sentence = f"{message.title} {tr(FOR_TODAY)}" if offer else message.sentence
        self._show(ConnectState(sentence=sentence, details=message.details, offer=offer))

    def work_today(self) -> None:
        """Go on to the office that answered, without storing its keys."""
        if (offer := self.state.offer) is not None:
            self._done(replace(offer, for_today=True))

    def tell_first(self, words: str) -> None:
        """Say this before whatever else the page says."""
        self._show(replace(self.state, sentence=f"{words} {self.state.sentence}".strip()))

    def choose(self, mode: Mode) -> None:
        """Pick a way; what is being asked of another is of no more interest."""
        self._stop()
        self.choice = next(choice for choice in CHOICES if choice.mode is mode)
        self._show(ConnectState())
        self.look_for_keys()

    def fill(self, *, server: str, developer_key: str, customer_key: str) -> None:
        """Take over what stands in the fields. What was said stays until the next try: it is what is being mended."""
        if self.server != server.strip():
            self.server = server.strip()
            self._forget_kept()
        self.developer_key = developer_key.strip()
        self.customer_key = customer_key.strip()

    @property
    def missing(self) -> str:
        """What is still to be filled in; empty when it can be tried."""
        if words := _unnamed(self.choice, self.server):
            return words
        if self.choice.needs_key and not (self.keys_kept or (self.developer_key and self.customer_key)):
            return tr(ENTER_KEYS)
        return ""

    @property
    def can_go_back(self) -> bool:
        """Whether an office is open to go back to, and no other one is on its way in already."""
        return self.office_open and not self.state.ok

    def go_back(self) -> None:
        """Leave the page for the office that is open; what is being asked of another is of no more interest."""
        if self.can_go_back:
            self._stop()
            self.left.emit()

    def close(self) -> None:
        """Ask nobody any more."""
        self._stop()
        if self._looking is not None:
            self._looking.cancel()

    def look_for_keys(self) -> None:
        """Find out whether this computer holds the keys of the office that is named: they need not be entered then."""
        self._forget_kept()
        if self.choice.needs_key and not _unnamed(self.choice, self.server):
            self._looking = self._scope.start(self._look(_address(self.choice, self.server)), "kept keys")

    def connect_office(self) -> None:
        """Check what was entered with one cheap request, and go on when the office answers."""
        if self.state.checking or self.state.ok:
            return
        if words := _unnamed(self.choice, self.server):
            self._show(ConnectState(sentence=words))
        else:
            self._show(ConnectState(checking=True, sentence=tr("Connecting…")))
            self._trying = self._scope.start(self._try(), "connect")

    def _stop(self) -> None:
        if self._trying is not None:
            self._trying.cancel()
            self._trying = None

    def _forget_kept(self) -> None:
        """It is another office now: its keys have to be looked for."""
        if self._looking is not None:
            self._looking.cancel()
        if self.keys_kept:
            self.keys_kept = False
            self.changed.emit()

    async def _look(self, address: OfficeAddress) -> None:
        kept = await self._kept(address) is not None
        if kept and not _unnamed(self.choice, self.server) and address == _address(self.choice, self.server):
            self.keys_kept = True
            self.changed.emit()

    async def _keys(self, address: OfficeAddress) -> Keys | None:
        """The keys as they were typed; what was left empty is taken from this computer's vault."""
        if self.developer_key and self.customer_key:
            return Keys(self.developer_key, self.customer_key)
        kept = await self._kept(address)
        if kept is None:
            return None
        return Keys(self.developer_key or kept.developer, self.customer_key or kept.customer)

    async def _try(self) -> None:
        address = _address(self.choice, self.server)
        if not self.choice.needs_key:
            self._done(Connection(address, None))
            return
        keys = await self._keys(address)
        if keys is None:
            self._show(ConnectState(sentence=tr(ENTER_KEYS)))
            return
        try:
            await self._check(address, keys)
        except OfficeTooOld as old:
            self._show(ConnectState(sentence=_too_old(old)))
        except errors.ApiError as error:
            message = explain(error)
            self._show(ConnectState(sentence=_words(error, address), details=message.details))
        else:
            self._done(Connection(address, keys))

    def _done(self, connection: Connection) -> None:
        self._show(ConnectState(ok=True, sentence=tr("Connected.")))
        self.connected.emit(connection)

    def _show(self, state: ConnectState) -> None:
        self.state = state
        self.changed.emit()


async def _none_kept(_: OfficeAddress) -> Keys | None:
    return None


def _address(choice: Choice, server: str) -> OfficeAddress:
    return service_address(server) if choice.mode is Mode.SERVICE else OfficeAddress.standard(choice.mode)


def _words(error: errors.ApiError, address: OfficeAddress) -> str:
    if isinstance(error, errors.Unreachable):
        hint = {
            Mode.SERVICE: msg("Check its name, its Open Dental API Service, and the firewall."),
            Mode.LOCAL: msg("Start Open Dental on this PC and log on, then try again."),
            Mode.REMOTE: msg("Check this PC's internet connection."),
        }.get(address.mode, NO_TEXT)
        return tr(join([msg("Can't reach {address}.", address=address.base_url), hint]))
    if isinstance(error, errors.KeyRefused):
        return tr(
            "The office doesn't accept this key. Check both keys for a missing character. "
            "In Open Dental the key must be enabled: Setup, Advanced Setup, API."
        )
    return explain(error).sentence


def _unnamed(choice: Choice, server: str) -> str:
    """Why it is not clear yet which office is meant; empty when it is."""
    if not choice.needs_server:
        return ""
    if not server:
        return tr("Enter the name or address of the office's server.")
    return tr(server_trouble(server))


def _too_old(old: OfficeTooOld) -> str:
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
