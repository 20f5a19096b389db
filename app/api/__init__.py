"""The client of the Open Dental API. What other programs need of it has its names here: see docs/client.md."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # each is imported when it is first used: the program's start uses few of them
    from app.api.client import OpenDental
    from app.api.errors import (
        ApiError,
        FieldError,
        Lost,
        NotFound,
        NotSent,
        PermissionMissing,
        Refused,
        ServerFault,
        Unreadable,
    )
    from app.api.http import connect
    from app.api.keys import Keys
    from app.api.modes import Mode, OfficeAddress, service_address
    from app.api.need import Need
    from app.api.sync.office import SyncOpenDental, connect_sync

__all__ = [
    "ApiError",
    "FieldError",
    "Keys",
    "Lost",
    "Mode",
    "Need",
    "NotFound",
    "NotSent",
    "OfficeAddress",
    "OpenDental",
    "PermissionMissing",
    "Refused",
    "ServerFault",
    "SyncOpenDental",
    "Unreadable",
    "connect",
    "connect_sync",
    "service_address",
]

_MODULES = {
    "Keys": "keys",
    "Mode": "modes",
    "Need": "need",
    "OfficeAddress": "modes",
    "OpenDental": "client",
    "SyncOpenDental": "sync.office",
    "connect": "http",
    "connect_sync": "sync.office",
    "service_address": "modes",
}
"""The module of each name; the others are errors."""


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = importlib.import_module(f"{__name__}.{_MODULES.get(name, 'errors')}")  # lazy: as above
    return getattr(module, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
