"""Settings that could not be used: which ones, as text, and whether the rest still leads to an office."""

from __future__ import annotations

from collections.abc import Iterator

from app.bootstrap.language import has
from app.core.policy import CHOICES, SWITCHES, Policy
from app.core.settings import Loaded, Settings
from app.core.text import Text, join, msg
from app.viewmodels.translation import tr

_WORDS = {
    "mode": msg("how the office is reached"),
    "server": msg("the server's address"),
    "hub": msg("the office hub's address"),
    "hub_id": msg("the office hub"),
    "user": msg("the user's name"),
    "sign_in": msg("whether people sign in"),
    "language": msg("the language"),
    "theme": msg("dark mode"),
    "clinic_num": msg("the clinic"),
    "schedule_view": msg("the view of the schedule"),
    "by_provider": msg("the columns of the schedule"),
    "hides_names": msg("whether names are hidden"),
    "zoom": msg("the zoom"),
    "side_panel": msg("the side panel"),
    "geometry": msg("the window's place"),
}


def can_be_opened(settings: Settings) -> bool:
    """Whether the settings name a connection mode that this version supports; else it is not chosen yet."""
    from app.api.modes import Mode, server_trouble

    if settings.mode == Mode.SERVICE:
        return not server_trouble(settings.server)
    if settings.mode == Mode.HUB:
        return bool(settings.hub and settings.hub_id)
    return settings.mode in (Mode.LOCAL, Mode.REMOTE)


def _lost_policy(policy: Policy | None) -> str:
    """Why the administrator's settings could not be used; empty if they could, or there are none."""
    if policy is None or policy.path is None:
        return ""
    path = str(policy.path)
    if policy.damaged:
        line, _, column = policy.damaged_at.partition(":")
        where = (
            tr("The mistake is in line {line}, near column {column}.", line=line, column=column)
            if line
            else ""
        )
        words = tr("Your office administrator's settings couldn't be read and aren't used.")
        return " ".join(each for each in (words, where, _tell_it(path)) if each)
    if policy.open_to_others:
        words = tr("Other users can change your office administrator's settings, so they aren't used.")
        return f"{words} {_tell_it(path)}"
    parts = [_unusable(name) for name in policy.unusable]
    parts += [tr("{name}: {why}", name=name, why=tr(why)) for name, why in _wrong_addresses(policy)]
    if (language := policy.values.get("language", "")) not in ("", "en") and not has(language):
        parts.append(tr("language: Front Desk isn't translated into {language}.", language=language))
    if policy.unknown:
        parts.append(tr("This version doesn't know: {names}.", names=", ".join(policy.unknown)))
    if not parts:
        return ""
    words = tr("Some of your office administrator's settings couldn't be used.")
    return " ".join((words, *parts, _tell_it(path)))


def _wrong_addresses(policy: Policy) -> Iterator[tuple[str, Text]]:
    """Addresses that can't be any. Whether something answers there is another question."""
    for name in ("server", "hub"):
        if typed := policy.values.get(name):
            from app.api.modes import server_trouble

            if why := server_trouble(typed):
                yield name, why


def _tell_it(path: str) -> str:
    return tr("Tell your IT support: {path}.", path=path)


def _unusable(name: str) -> str:
    """What a key of the administrator's takes."""
    if name in SWITCHES:
        return tr("{name} is true or false.", name=name)
    if name in CHOICES:
        return tr("{name} is one of {choices}.", name=name, choices=", ".join(CHOICES[name]))
    return tr("{name} is a text.", name=name)


def lost_settings(loaded: Loaded) -> str:
    """What was lost, as a sentence; empty if nothing was."""
    if words := _lost_policy(loaded.policy):
        return words
    if loaded.held:
        return tr("Another program held the settings file when Front Desk was closed. Nothing was lost.")
    if loaded.damaged is not None:
        return tr("The settings couldn't be read. The old file is kept as {name}.", name=loaded.damaged.name)
    lost = [*loaded.unusable]
    settings = loaded.settings
    set_for_all = (
        loaded.policy is not None and "mode" in loaded.policy.fixed
    )  # nobody has chosen an office here yet
    if settings.mode not in ("", "Training") and not set_for_all and not can_be_opened(settings):
        lost.append({"Service": "server", "Hub": "hub"}.get(settings.mode, "mode"))
    if not lost:
        return ""
    named = join([_WORDS.get(name, name) for name in dict.fromkeys(lost)], ", ")
    return tr("Some settings couldn't be used and were reset: {names}.", names=named)
