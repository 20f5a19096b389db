"""Imports what a start does not need when it is first used."""

from __future__ import annotations

import importlib
from typing import Any


def load_name(place: str) -> Any:
    """The name given as "package.module:name", imported now.

    Only for what a person opens by hand: a popup, a dialog, a page. Importing one takes a few milliseconds.
    """
    module, _, name = place.partition(":")
    found: Any = importlib.import_module(module)  # lazy: a person opens it by hand
    for part in name.split("."):
        found = getattr(found, part)
    return found
