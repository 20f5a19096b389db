"""Opens a source of updates."""

from __future__ import annotations

from pathlib import Path

from app.api.downloads import UpdateSource
from app.bootstrap.import_hooks import load_httpx
from app.domain.updates.places import FolderPlace, Place


def open_source(place: Place) -> UpdateSource:
    """The source, inside a running event loop. Nothing is read yet."""
    if isinstance(place, FolderPlace):
        from app.services.updates.folder_source import FolderSource

        return FolderSource(Path(place.path))
    load_httpx()
    from app.api.http import web_pool
    from app.api.network.web_source import WebSource
    from app.bootstrap.system.proxy import system_proxy

    return WebSource(place.url, lambda: web_pool(place.url, system_proxy))
