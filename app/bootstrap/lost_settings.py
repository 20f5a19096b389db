"""Settings that could not be used: which ones, as text, and whether the rest still leads to an office."""

from __future__ import annotations

from app.core.settings import Loaded, Settings

_WORDS = {
    "mode": "the way to the office",
    "server": "the server's address",
    "user": "who sits here",
    "theme": "the colours",
    "clinic_num": "the clinic",
    "zoom": "the zoom",
    "side_panel": "the side panel",
    "geometry": "the window's place",
}


def can_be_opened(settings: Settings) -> bool:
    """Whether the settings name a connection mode that this version supports; else it is not chosen yet."""
    from app.api.modes import Mode, server_trouble

    if settings.mode == Mode.SERVICE:
        return not server_trouble(settings.server)
    return settings.mode in (Mode.LOCAL, Mode.REMOTE)


def lost_settings(loaded: Loaded) -> str:
    """What was lost, as a sentence; empty if nothing was."""
    if loaded.damaged is not None:
        return f"The settings could not be read and were set aside as {loaded.damaged.name}."
    lost = [*loaded.unusable]
    settings = loaded.settings
    if settings.mode not in ("", "Training") and not can_be_opened(settings):
        lost.append("server" if settings.mode == "Service" else "mode")
    if not lost:
        return ""
    named = ", ".join(_WORDS.get(name, name) for name in dict.fromkeys(lost))
    return f"Some settings made no sense and are as at a first start: {named}."
