"""The connection page: which office, which connection mode, which key; checked immediately."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api import errors
from app.api.keys import Credentials, Keys
from app.api.modes import Mode, OfficeAddress, is_standard, service_address
from app.core.tasks import TaskScope
from app.viewmodels.messages import Message, explain
from app.viewmodels.staff.connect_words import (
    CHOICES,
    CONNECTING,
    ENTER_KEYS,
    FOR_TODAY,
    Choice,
    NotEntered,
    OfficeTooOld,
    failure_words,
    too_old_words,
    unnamed,
)
from app.viewmodels.translation import tr

if TYPE_CHECKING:  # loads when it is chosen
    from app.viewmodels.staff.hub.entry import HubEntry


class Connection(Struct, frozen=True):
    """A connection that was checked. With `for_today` the keys are kept in memory only."""

    address: OfficeAddress
    keys: Credentials | None
    for_today: bool = False


class ConnectState(Struct, frozen=True):
    """The page's state besides its fields. `ok`: the office answered with this key."""

    checking: bool = False
    ok: bool = False
    sentence: str = ""
    details: str = ""
    offer: Connection | None = None
    """An office that answered, but whose keys this PC can't store: the user may work with it for today."""


Check = Callable[[OfficeAddress, Credentials], Awaitable[None]]
"""Sends one cheap request; raises the client's errors, or `OfficeTooOld`."""
MakeHubEntry = Callable[[TaskScope, QObject], "HubEntry"]
KeptKeys = Callable[[OfficeAddress], Awaitable[Keys | None]]
"""Returns the stored keys of an office, if there are any."""


class ConnectViewModel(QObject):
    """The page's state.

    `changed` follows it; `connected` is emitted with a checked Connection, `left` on going back.

    Stored keys are used where a field is left empty. They are never shown.
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
        hub: MakeHubEntry | None = None,
        office_open: bool = False,
    ) -> None:
        """`hub` makes the part for the office hub, which loads when it is first chosen."""
        super().__init__(parent)
        self._make_hub = hub
        self._chosen_hub: HubEntry | None = None
        self.hub: HubEntry | None = None
        """The part for the office hub, once that was chosen."""
        self._check = check
        self._scope = scope
        self._kept = kept or _none_kept
        self._trying: asyncio.Task[None] | None = None
        self._looking: asyncio.Task[None] | None = None
        self.office_open = office_open
        """Whether an office is open behind the page, to go back to."""
        self.keys_kept = False
        """Whether this PC has stored keys for the entered office."""
        self.fixed: frozenset[str] = frozenset()
        """Which of mode, server and hub the office's administrator has set."""
        self._fixed_hub = ""
        self.choice = CHOICES[0]
        self.server = ""
        self.developer_key = ""
        self.customer_key = ""
        self.state = ConnectState()

    def begin(self, mode: str, server: str, *, hub: str = "", fixed: frozenset[str] = frozenset()) -> None:
        """Start from the last settings; the office's server stays suggested in every mode.

        `fixed`: names of settings that the office's administrator has set.
        """
        self.server = "" if is_standard(server) else server
        self._fixed_hub = hub if "hub" in fixed else ""
        self.choose(Mode(mode) if mode in tuple(Mode) else CHOICES[0].mode)
        self.fixed = fixed
        self.changed.emit()

    def tell(self, message: Message, *, offer: Connection | None = None) -> None:
        """Show a problem on the page. With `offer`, the user can work with that office for today."""
        sentence = f"{message.title} {tr(FOR_TODAY)}" if offer else message.sentence
        self._show(ConnectState(sentence=sentence, details=message.details, offer=offer))

    def work_today(self) -> None:
        """Open the office that answered, without storing its keys."""
        if (offer := self.state.offer) is not None:
            self._done(replace(offer, for_today=True))

    def tell_first(self, words: str) -> None:
        """Show this before any other text of the page."""
        self._show(replace(self.state, sentence=f"{words} {self.state.sentence}".strip()))

    def choose(self, mode: Mode) -> None:
        """Select a mode; a check in progress is canceled. Nothing happens if the administrator has set another one."""
        if "mode" in self.fixed and mode is not self.choice.mode:
            return
        self._stop()
        self.choice = next(choice for choice in CHOICES if choice.mode is mode)
        self._chosen_hub = None
        if mode is Mode.HUB and self._make_hub is not None:
            self._chosen_hub = self.hub = self.hub or self._make_hub(self._scope, self)
            self.hub.fix(self._fixed_hub)
            self.hub.search()
        self._show(ConnectState())
        self.look_for_keys()

    def fill(self, *, server: str, developer_key: str, customer_key: str) -> None:
        """Update the entered values. The message stays until the next try, because the user is fixing that problem."""
        if self.server != server.strip() and "server" not in self.fixed:
            self.server = server.strip()
            self._forget_kept()
        self.developer_key = developer_key.strip()
        self.customer_key = customer_key.strip()

    @property
    def missing(self) -> str:
        """What is still to be filled in; empty if the connection can be tried."""
        if self._chosen_hub is not None:
            return self._chosen_hub.missing
        if words := unnamed(self.choice, self.server):
            return words
        if self.choice.needs_key and not (self.keys_kept or (self.developer_key and self.customer_key)):
            return tr(ENTER_KEYS)
        return ""

    @property
    def can_go_back(self) -> bool:
        """Whether an office is open to go back to, and no other one is being opened."""
        return self.office_open and not self.state.ok

    def go_back(self) -> None:
        """Close the page and return to the open office; a check in progress is canceled."""
        if self.can_go_back:
            self._stop()
            self.left.emit()

    def cancel(self) -> None:
        """Cancel the check; the entries stay."""
        if self.state.checking:
            self._stop()
            self._show(ConnectState())

    def close(self) -> None:
        """Cancel all requests."""
        self._stop()
        if self.hub is not None:
            self.hub.close(taken=self.state.ok and self._chosen_hub is not None)
        if self._looking is not None:
            self._looking.cancel()

    def look_for_keys(self) -> None:
        """Find out whether this PC has keys for the entered office, so that they need not be entered."""
        self._forget_kept()
        if self.choice.needs_key and not unnamed(self.choice, self.server):
            self._looking = self._scope.start(self._look(_address(self.choice, self.server)), "kept keys")

    def connect_office(self) -> None:
        """Check the entries with one cheap request, and continue when the office answers."""
        if self.state.checking or self.state.ok:
            return
        if words := self.missing if self._chosen_hub else unnamed(self.choice, self.server):
            self._show(ConnectState(sentence=words))
        else:
            self._show(ConnectState(checking=True, sentence=tr(CONNECTING)))
            self._trying = self._scope.start(self._try(), "connect")

    def _stop(self) -> None:
        if self._trying is not None:
            self._trying.cancel()
            self._trying = None

    def _forget_kept(self) -> None:
        """The office has changed: look for its keys."""
        if self._looking is not None:
            self._looking.cancel()
        if self.keys_kept:
            self.keys_kept = False
            self.changed.emit()

    async def _look(self, address: OfficeAddress) -> None:
        kept = await self._kept(address) is not None
        if kept and not unnamed(self.choice, self.server) and address == _address(self.choice, self.server):
            self.keys_kept = True
            self.changed.emit()

    async def _try(self) -> None:
        hub, server = self._chosen_hub, self.server
        try:
            connection = await _entered(
                hub, self.choice, server, Keys(self.developer_key, self.customer_key), self._kept
            )
            if connection is None:
                self._show(ConnectState(sentence=tr(ENTER_KEYS)))
                return
            if connection.keys is not None:
                await self._check(connection.address, connection.keys)
        except NotEntered as refused:
            self._show(ConnectState(sentence=refused.sentence, details=refused.details))
        except OfficeTooOld as old:
            self._show(ConnectState(sentence=too_old_words(old)))
        except errors.ApiError as error:
            words = hub.failure(error) if hub else failure_words(error, _address(self.choice, server))
            self._show(ConnectState(sentence=words, details=explain(error).details))
        else:
            self._done(connection)
        finally:
            wrong = sys.exception()
            if isinstance(wrong, Exception) and self._trying is asyncio.current_task():
                self.tell(explain(wrong))  # whatever went wrong, the user can try again

    def _done(self, connection: Connection) -> None:
        self._show(ConnectState(ok=True, sentence=tr("Connected.")))
        self.connected.emit(connection)

    def _show(self, state: ConnectState) -> None:
        self.state = state
        self.changed.emit()


async def _entered(
    hub: HubEntry | None, choice: Choice, server: str, typed: Keys, kept: KeptKeys
) -> Connection | None:
    """Where the office is, and what opens it; None: keys are missing."""
    if hub is not None:
        entrance = await hub.enter()
        return Connection(entrance.address, entrance.keys)
    address = _address(choice, server)
    keys = await _completed(typed, address, kept) if choice.needs_key else None
    return None if keys is None and choice.needs_key else Connection(address, keys)


async def _completed(typed: Keys, address: OfficeAddress, kept: KeptKeys) -> Keys | None:
    """The entered keys; empty fields are filled from this PC's vault."""
    if typed.developer and typed.customer:
        return typed
    stored = await kept(address)
    if stored is None:
        return None
    return Keys(typed.developer or stored.developer, typed.customer or stored.customer)


async def _none_kept(_: OfficeAddress) -> Keys | None:
    return None


def _address(choice: Choice, server: str) -> OfficeAddress:
    return service_address(server) if choice.mode is Mode.SERVICE else OfficeAddress.standard(choice.mode)
