"""Field checks that several resources share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.practice.server.refusals import BadRequest


def refuse_blank(given: Mapping[str, Any], *names: str) -> None:
    """BadRequest for a text that was sent blank."""
    for name in names:
        if name in given and not given[name].strip():
            raise BadRequest(f"{name} is required.")


def refuse_zero(given: Mapping[str, Any], *names: str) -> None:
    """BadRequest for a required foreign key that refers to nothing."""
    for name in names:
        if given.get(name) == 0:
            raise BadRequest(f"{name} is required.")


def refuse_below(given: Mapping[str, Any], least: int, *names: str) -> None:
    """BadRequest for a number below the field's minimum."""
    for name in names:
        if name in given and given[name] < least:
            raise BadRequest(f"{name} is invalid: {least} or more is expected.")
