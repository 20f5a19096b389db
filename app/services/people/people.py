"""The staff of an office and their PINs: the interface that the office hub will serve for all PCs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from enum import Enum, auto
from typing import Protocol

from app.core.text import ExplainedError, Text, many, msg
from app.domain.people.rights import Demand
from app.domain.people.staff import Member, StaffBook


class Standing(Enum):
    """Whether people sign in at this office."""

    OPEN = auto()
    """Nobody signs in, and everyone may do everything: an office without the program around it."""
    NOBODY = auto()
    """The first person has not been set up yet."""
    READY = auto()
    CLOSED = auto()
    """There are people, but the vault that has their PINs can't be used now."""
    ALTERED = auto()
    """The list of people on this PC is missing, older or not the one that the program wrote."""
    AWAY = auto()
    """The office's hub has the people, and can't be reached: who was here lately may look, and post nothing."""


class SignInError(ExplainedError):
    """A sign-in, or a change of the staff, that was not accepted."""


class WrongPin(SignInError):
    """It isn't her PIN. `wait` : how long nobody may try again."""

    def __init__(self, wait: timedelta) -> None:
        wrong = msg("That PIN is not right.")
        super().__init__(_wait_words(wrong, wait) if wait else wrong)
        self.wait = wait


class TooManyTries(SignInError):
    """Too many wrong PINs came before. `wait` : how long nobody may try again."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(_wait_words(msg("Too many wrong PINs."), wait))
        self.wait = wait


class NoPin(SignInError):
    """The vault has no PIN for this person."""

    def __init__(self) -> None:
        super().__init__(msg("This PC has no PIN for you. Ask a manager for a start code."))


class PinTooEasy(SignInError):
    """A new PIN that is not accepted."""


class NotPossibleNow(SignInError):
    """A change of the staff that would leave nobody who can manage it, or the like."""


class WrongKey(SignInError):
    """It isn't the office's customer key."""

    def __init__(self) -> None:
        super().__init__(msg("That is not this office's customer key."))


class People(Protocol):
    """Methods that ask for a PIN raise WrongPin, TooManyTries and NoPin; all of them VaultClosed and StoreFailed.

    Nobody's rights are checked here: `StaffManager` does that.
    """

    @property
    def book(self) -> StaffBook:
        """The staff as last loaded."""
        ...

    async def load(self) -> Standing:
        """Read the staff; does not raise."""
        ...

    async def set_up(self, first: Member, pin: str) -> Member:
        """Set up an office with its first person, who becomes its manager. NotPossibleNow if there is one."""
        ...

    async def check_pin(self, user_num: int, pin: str) -> bool:
        """Whether it is a start code that has to be replaced by a PIN now."""
        ...

    async def approve(self, user_num: int, pin: str, demands: Sequence[Demand]) -> bool:
        """As `check_pin`, for someone who consents to what the person at the desk may not do alone."""
        ...

    async def choose_pin(self, user_num: int, old: str, new: str) -> None:
        """Replace a PIN or start code. Raises PinTooEasy."""
        ...

    async def invite(self, member: Member) -> str:
        """Add a person, or give her a new start code, which she signs in with once. Returns the code."""
        ...

    async def write(self, book: StaffBook) -> None:
        """Keep changed people, roles and settings. NotPossibleNow if no manager would be left."""
        ...

    def knows_key(self, customer_key: str) -> bool:
        """Whether this is the office's customer key: whoever has it may do without a PIN."""
        ...

    async def start_over(self, customer_key: str) -> None:
        """Forget everyone, so that the first person can be set up again. WrongKey if it isn't the office's."""
        ...


def _wait_words(what: Text, wait: timedelta) -> Text:
    seconds = max(1, round(wait.total_seconds()))
    if seconds < 100:
        return many("{what} Try again in {n} seconds.", "{what} Try again in a second.", seconds, what=what)
    minutes = -(-seconds // 60)
    return many("{what} Try again in {n} minutes.", "{what} Try again in a minute.", minutes, what=what)
