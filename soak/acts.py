"""What a desk does with money and tasks in a soak: plain data, also for the processes that do it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any


class Kind(StrEnum):
    """What is done."""

    PAYMENT = "payment"
    EXACT = "exact payment"
    PREPAYMENT = "prepayment"
    REFUND = "refund"
    ADJUSTMENT = "adjustment"
    REVERSAL = "reversal"
    PLAN = "plan"
    CLOSING = "closing a plan"
    NOTE = "task note"
    HAND_ON = "hand-on"


@dataclass(frozen=True, slots=True)
class Act:
    """One act. Amounts are in dollars, as text ("12.34"), always positive."""

    tag: str
    """Stands in the row's note: the office's row is found by it, not by what the program makes of it."""
    kind: Kind
    patient: int
    amount: str
    procedures: tuple[tuple[int, str], ...] = ()
    """Numbers and amounts: of an exact payment or a plan."""
    task: int = 0
    """Of a note or a hand-on: the task."""
    of: str = ""
    """The tag of the payment to refund, of the adjustment to undo, or of the plan to close."""
    twice: bool = False
    """Asked for twice at the same time: a double click."""
    again: bool = False
    """Sent again if it is refused."""

    def told(self) -> dict[str, Any]:
        """For the log of what a desk was told."""
        return {
            "kind": self.kind.value,
            "patient": self.patient,
            "amount": self.amount,
            "procedures": list(self.procedures),
            "of": self.of,
            "task": self.task,
        }


@dataclass(frozen=True, slots=True)
class Life:
    """Everything that one process of a desk needs."""

    name: str
    store: Path
    address: str
    keys: tuple[str, str]
    clock: Path
    told: Path
    """The log: what the desk was asked and told, one JSON object per line."""
    acts: tuple[Act, ...]
    """All acts of the desk; those that an earlier life was asked for are not asked for again."""
    together: frozenset[str] = field(default_factory=frozenset)
    """Tags of acts that don't wait until the desk was told about the one before."""
    looks: tuple[float, ...] = (1.0, 2.0, 4.0, 8.0)
    lingers: float = 0.0
    """Seconds of the fast time that it goes on after that, to look for equal postings by another desk."""
    die_at: int = 0
    """The step of the journal or the line at which the process ends; 0: it lives until everything is settled."""
