"""Loading heavy packages in a thread, so that the window keeps answering."""

from __future__ import annotations

import asyncio
import sys
from importlib import import_module

NOT_WANTED = ("httpx._main",)
"""Modules that their packages do without: httpx's command line brings click, rich and pygments with it."""

FIRST_BOOK = ("app.store.office", "app.viewmodels.staff.book", "app.views.staff.book.canvas")
"""What turns an office's answers into a painted book."""


async def load(*modules: str) -> None:
    """Import modules, one after the other, in a worker thread. A plain import afterwards costs nothing."""
    await asyncio.to_thread(_import_all, modules)


def _import_all(modules: tuple[str, ...]) -> None:
    for module in NOT_WANTED:
        sys.modules.setdefault(module, None)  # type: ignore[arg-type]  # Python's way to say: not to be found
    for module in modules:
        import_module(module)
