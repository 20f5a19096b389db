"""The page of a kiosk that belongs to no hub yet: where the hub is, the one-time code, and the kiosk's name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.hub.link import HubRefused
from app.api.keys import VaultClosed
from app.core.tasks import LatestTask, TaskScope
from app.core.text import NO_TEXT, Text, msg
from app.wire.hub.devices import CODE_LENGTH, CODE_LETTERS

LONGEST = 120


class NotPaired(Exception):
    """The hub refused; `words` say why."""

    def __init__(self, words: Text) -> None:
        super().__init__(str(words))
        self.words = words


@dataclass(frozen=True, slots=True)
class FoundHub:
    """A hub that was found on the network. Being found proves nothing: the code does."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class PairingPageState:
    """What the page shows."""

    address: str = ""
    code: str = ""
    name: str = ""
    found: tuple[FoundHub, ...] = ()
    looking: bool = False
    busy: bool = False
    message: Text = NO_TEXT

    @property
    def can_pair(self) -> bool:
        """Whether everything is there."""
        return not self.busy and bool(self.address.strip()) and len(self.code) == CODE_LENGTH


class Hubs(Protocol):
    """How a hub is found, and this kiosk paired with it."""

    async def look(self) -> tuple[FoundHub, ...]:
        """The hubs of this network."""
        ...

    async def pair(self, address: str, code: str, name: str) -> None:
        """Pair. Raises NotPaired, ApiError, HubRefused, VaultClosed or OSError."""
        ...

    async def explain(self, error: Exception, address: str) -> Text:
        """Why an address can't be used."""
        ...


class PairingPageViewModel(QObject):
    """The page's fields, and what came of them."""

    state_changed = Signal()
    paired = Signal()
    left = Signal()
    """Without pairing: back to the check-in pages, or out of a program that never was a kiosk."""

    def __init__(
        self,
        hubs: Hubs,
        scope: TaskScope,
        *,
        name: str,
        address: str = "",
        can_leave: bool = False,
        can_close: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """`can_leave`: staff may change their mind; `can_close`: nothing is locked yet."""
        super().__init__(parent)
        self._hubs = hubs
        self._pairing = LatestTask(scope)
        self._looking = LatestTask(scope)
        self.can_leave = can_leave
        self.can_close = can_close
        self.state = PairingPageState(address=address, name=name)

    def begin(self) -> None:
        """Look for hubs on the network."""
        self._show(looking=True)
        self._looking.start(self._find(), "looking for hubs")

    def set_address(self, text: str) -> None:
        """The hub's name or address."""
        self._show(address=text[:LONGEST], message=NO_TEXT)

    def set_code(self, text: str) -> None:
        """The code: letters that aren't in any code, such as blanks and dashes, are dropped."""
        letters = (each for each in text.upper() if each in CODE_LETTERS)
        self._show(code="".join(letters)[:CODE_LENGTH], message=NO_TEXT)

    def set_name(self, text: str) -> None:
        """The kiosk's name."""
        self._show(name=text[:LONGEST])

    def submit(self) -> None:
        """Pair."""
        if self.state.can_pair:
            self._show(busy=True, message=NO_TEXT)
            self._pairing.start(self._try(), "pairing")

    def close(self) -> None:
        """Stop, and forget the code."""
        self._pairing.cancel()
        self._looking.cancel()
        self.state = PairingPageState()

    async def _find(self) -> None:
        found = await self._hubs.look()
        self._show(looking=False, found=found)
        if len(found) == 1 and not self.state.address:
            self._show(address=found[0].address)

    async def _try(self) -> None:
        state = self.state
        try:
            await self._hubs.pair(state.address.strip(), state.code, state.name.strip())
        except NotPaired as refusal:
            self._failed(refusal.words)
        except (ApiError, HubRefused) as error:
            self._failed(await self._hubs.explain(error, state.address))
        except VaultClosed:
            self._failed(msg("This PC's vault can't keep the pairing. Ask your IT support."))
        except OSError:
            self._failed(msg("This PC's disk can't be written. Check the program's folder."))
        else:
            self.paired.emit()

    def _failed(self, words: Text) -> None:
        """A code is good for few tries, so it is typed again."""
        self._show(busy=False, message=words, code="")

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type] # the names are this class's own
        self.state_changed.emit()
