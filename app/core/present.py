"""Asserts for the type checker that a value is not None."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def present(thing: T | None) -> T:
    """The value. Raises LookupError for None. Qt's stubs declare some values optional in some versions only."""
    if thing is None:
        raise LookupError("what was expected here is missing")
    return thing
