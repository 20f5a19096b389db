"""Loads heavy packages while the window is already painted.

Modules without Qt are loaded in a thread, so that the window keeps responding. Modules that create Qt classes
are not: PySide creates its types on first access, and two threads doing so crash the program (seen: a
segmentation fault while a timer fired).
"""

from __future__ import annotations

import asyncio
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from app.bootstrap.import_hooks import load_httpx, load_uvicorn
from app.core.tasks import is_at_once

if TYPE_CHECKING:  # loads after the first paint
    from app.viewmodels.staff.screens import LoadedScreen, ScreenSpec

HTTP = "app.api.http"
LISTENER = "app.bootstrap.listener"
TURNS = 12
"""Turns of the event loop that an office's answer takes from the socket to the schedule."""


async def load_screen(spec: ScreenSpec) -> LoadedScreen:
    """Import a screen when it is first shown, in the GUI thread because it creates Qt classes."""
    from app.viewmodels.staff.screens import LoadedScreen

    await load_here(*spec.load)
    viewmodel, view = await load_names(spec.viewmodel, spec.view)
    return LoadedScreen(viewmodel, view)


async def load_names(*places: str) -> tuple[Any, ...]:
    """Import names given as "package.module:name" in the GUI thread: a LateLoader."""
    named = [place.partition(":")[::2] for place in places]
    await load_here(*(module for module, _ in named))
    return tuple(getattr(sys.modules[module], name) for module, name in named)


async def load(*modules: str) -> None:
    """Import modules without Qt, one after the other, in a worker thread. A plain import afterwards costs nothing."""
    await asyncio.to_thread(_import_all, modules)


async def load_here(*modules: str) -> None:
    """Import modules in the GUI thread, giving way after each, unless a person waits: the next key is for them."""
    for module in modules:
        import_module(module)
        if not is_at_once():
            await give_way()


async def give_way() -> None:
    """Let the event loop take in the office's answers and paint first."""
    for _ in range(TURNS):
        await asyncio.sleep(0)


def _import_all(modules: tuple[str, ...]) -> None:
    for module in modules:
        if module == HTTP:
            load_httpx()
        elif module == LISTENER:
            load_uvicorn()
        import_module(module)
