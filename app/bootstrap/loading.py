"""Loading heavy packages in a thread, so that the window keeps answering."""

from __future__ import annotations

import asyncio
from importlib import import_module


async def load(*modules: str) -> None:
    """Import modules, one after the other, in a worker thread. A plain import afterwards costs nothing."""
    await asyncio.to_thread(_import_all, modules)


def _import_all(modules: tuple[str, ...]) -> None:
    for module in modules:
        import_module(module)
