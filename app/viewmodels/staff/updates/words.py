"""How this PC stands with updates, in words."""

from __future__ import annotations

from app.core.clock import Clock, local
from app.core.text import NO_TEXT, At, Shape, Text, join, msg
from app.services.updates.standing import Phase, Standing

MEGABYTE = 1_000_000


def source_words(source: str) -> Text:
    """Where updates come from."""
    if not source:
        return msg("Updates are off. Your IT support can set where they come from.")
    return msg("Updates come from {source}, as your administrator has set.", source=source)


def standing_words(standing: Standing) -> Text:
    """What is going on."""
    version = str(standing.release.version) if standing.release is not None else ""
    return {
        Phase.WAITING: msg("Not checked since Front Desk was started."),
        Phase.LOOKING: msg("Checking for updates…"),
        Phase.CURRENT: standing.why or msg("This is the newest version."),
        Phase.AVAILABLE: msg(
            "Front Desk {version} is available. This copy wasn't installed with an installer, so it can't update "
            "itself.",
            version=version,
        ),
        Phase.DOWNLOADING: msg(
            "Downloading Front Desk {version}: {done} of {size} MB",
            version=version,
            done=standing.done // MEGABYTE,
            size=max(standing.size // MEGABYTE, 1),
        ),
        Phase.READY: msg("Front Desk {version} is downloaded and verified.", version=version),
        Phase.FAILED: join([msg("The last check failed."), standing.why]),
    }[standing.phase]


def looked_words(standing: Standing | None, clock: Clock) -> Text:
    """When the source last answered."""
    if standing is None or standing.looked is None:
        return NO_TEXT
    return msg("Last checked: {moment}", moment=At(local(standing.looked, clock), Shape.BOTH))


def trouble_words(standing: Standing) -> Text:
    """What went wrong although a version is ready."""
    if standing.phase is not Phase.READY or not standing.why:
        return NO_TEXT
    return join([msg("The last check failed."), standing.why])
