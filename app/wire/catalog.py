"""All declared resources, collected from their modules: importing this loads them all."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import lru_cache

from app.wire import resources
from app.wire.endpoint import Endpoint, Resource


def _declared() -> Iterator[type[Resource]]:
    for found in pkgutil.iter_modules(resources.__path__):
        page = importlib.import_module(f"{resources.__name__}.{found.name}")  # lazy: a page is a module
        for each in vars(page).values():
            if isinstance(each, type) and issubclass(each, Resource) and each.__module__ == page.__name__:
                yield each


RESOURCES: tuple[type[Resource], ...] = tuple(sorted(_declared(), key=lambda each: each.__name__))
"""In the documentation's order: by name."""


@lru_cache(maxsize=1)
def endpoints() -> tuple[Endpoint, ...]:
    """Every method of every resource, page by page."""
    return tuple(endpoint for resource in RESOURCES for endpoint in resource.endpoints())
