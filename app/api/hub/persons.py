"""The tokens of the people who have signed in at this desk in this run: the hub decides by them what is allowed."""

from __future__ import annotations

from collections.abc import Mapping

from app.api.sending import Sending
from app.wire.hub.people import PERSON_HEADER


class PersonTokens:
    """In memory only."""

    def __init__(self) -> None:
        self.current = ""
        """The token of who is signed in; empty: nobody is, or only without the hub."""
        self._of: dict[int, str] = {}

    def of(self, user_num: int) -> str:
        """The token of a person; empty: there is none."""
        return self._of.get(user_num, "")

    def enter(self, user_num: int, token: str = "") -> None:
        """This person is signed in now. `token` empty: with the one from before."""
        if token:
            self._of[user_num] = token
        self.current = self.of(user_num)

    def drop(self, user_num: int) -> None:
        """This person's token is not good any more."""
        if self.current == self._of.pop(user_num, None):
            self.current = ""

    def clear(self) -> tuple[str, ...]:
        """Nobody's is; returns those that there were."""
        tokens = tuple(self._of.values())
        self.current = ""
        self._of.clear()
        return tokens

    def headers(self, sending: Sending | None = None) -> Mapping[str, str]:
        """What a request says of who makes it: of a write the one who made it, also if another one is here now.

        A write from before a restart goes with the rights of who is here: who made it may not have signed in again.
        """
        token = (self.of(sending.user_num) if sending is not None else "") or self.current
        return {PERSON_HEADER: token} if token else {}
