"""The resources of an office whose methods wait. The installed package has their types in a stub of this module."""

from __future__ import annotations

from typing import Any

from app.api.resources import OfficeResources


class SyncResources:
    """Has each resource of an office as an attribute: `office.appointments`."""

    def __getattr__(self, name: str) -> Any:
        if name not in OfficeResources.__annotations__:
            raise AttributeError(f"an office has no {name}")
        return self._resource(name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *OfficeResources.__annotations__})

    def _resource(self, name: str) -> Any:
        """The resource of that name; the office implements it."""
        raise NotImplementedError
