"""What cannot be missing, told to the type checker."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def present(thing: T | None) -> T:
    """The thing itself. LookupError when it is missing. For what Qt's stubs call optional, some versions of them."""
    if thing is None:
        raise LookupError("what was expected here is missing")
    return thing
