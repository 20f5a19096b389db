"""What has been entered of a new patient, and the unfinished ones of the day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.wire.resources.pat_plans import PatPlan, PatPlanRelat

MOST_KEPT = 5


class RelativeChoice(Struct, frozen=True):
    """Whether the new patient is a family member, and of whom."""

    pat_num: int = 0
    """0: nobody is on the screen, so nobody can be a relative."""
    name: str = ""
    on: bool = False
    relationship: int = 0
    """The place among RELATIONSHIPS."""
    chosen: bool = False
    """Whether the user chose it."""
    copies: bool = True
    """Whether the insurance is copied."""


class Draft(Struct, frozen=True):
    """Texts by field, as typed; of a choice the place of the chosen one."""

    texts: Mapping[str, str] = {}
    initial: Mapping[str, str] = {}
    """What the form began with: with nothing else entered it is empty."""
    relative: RelativeChoice = RelativeChoice()
    coverage: tuple[PatPlan, ...] = ()
    """Coverage that comes from a refused attempt."""
    relationship: PatPlanRelat = PatPlanRelat.CHILD
    """To the subscriber of that coverage."""
    hidden: Mapping[str, Any] = {}
    """Fields of a refused attempt that the form doesn't show, in the wire's form."""
    seen: frozenset[int] = frozenset()
    """Similar patients whom the user has seen: they are others."""
    refused: int | None = None
    """The refused entry in the journal that this replaces."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered."""
        entered = {name: text for name, text in self.texts.items() if text.strip()}
        return entered == {name: text for name, text in self.initial.items() if text.strip()}

    @property
    def name(self) -> str:
        """The name as far as it is entered."""
        names = (self.texts.get(each, "").strip() for each in ("LName", "FName"))
        return ", ".join(name for name in names if name)

    def with_text(self, field: str, text: str) -> Draft:
        """With another text in a field."""
        return replace(self, texts={**self.texts, field: text})


class Drafts:
    """Unfinished forms, the latest last. They are kept in memory only: the journal keeps what was sent."""

    def __init__(self) -> None:
        self._kept: list[Draft] = []

    def keep(self, draft: Draft) -> bool:
        """Keep a form that was closed, unless it is empty. Returns whether it was kept."""
        if draft.is_empty:
            return False
        self._kept = [*self._kept, draft][-MOST_KEPT:]
        return True

    def take(self) -> Draft | None:
        """Take the latest one."""
        return self._kept.pop() if self._kept else None

    @property
    def latest(self) -> str:
        """The name of the latest one; empty without one."""
        if not self._kept:
            return ""
        return self._kept[-1].name or next(text for text in self._kept[-1].texts.values() if text.strip())
