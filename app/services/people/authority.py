"""Who may do what: the interface that every service asks before it changes anything.

The office hub will answer for all PCs; until then this PC does (`app/services/people`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from app.core.text import ExplainedError, Text
from app.domain.people.rights import Demand


class Approval(Struct, frozen=True):
    """A second person's consent to one act, given with her PIN."""

    token: str
    """Known only to the authority that issued it; it is used up by the first act that needs it."""


class NotAllowed(ExplainedError):
    """The signed-in person may not do it. `second` : whether a second person's PIN would allow it."""

    def __init__(self, words: Text, demands: Sequence[Demand], *, second: bool) -> None:
        """`demands` are those that the person lacks, at least one."""
        super().__init__(words)
        self.demands = tuple(demands)
        self.second = second

    @property
    def demand(self) -> Demand:
        """The first of them."""
        return self.demands[0]


class Authority(Protocol):
    """Decides for the person who is signed in."""

    def check(self, demands: Sequence[Demand], approval: Approval | None = None) -> None:
        """Raises NotAllowed unless the person, or the one who gave the approval, may do all of it."""
        ...


class Everyone:
    """The authority of an office without sign-in: everyone may do everything."""

    def check(self, demands: Sequence[Demand], approval: Approval | None = None) -> None:
        """Allow it."""
