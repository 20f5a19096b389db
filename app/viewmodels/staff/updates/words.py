"""How this PC stands with updates, in words."""

from __future__ import annotations

from typing import NamedTuple

from app.core.clock import Clock, local
from app.core.text import NO_TEXT, At, Shape, Text, join, msg
from app.core.version import VERSION
from app.domain.updates.versions import NotAVersion, Version
from app.services.updates.protected import Outcome, Result, Why
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


class Told(NamedTuple):
    """A sentence, and whether it is good news."""

    text: Text = NO_TEXT
    good: bool = True


def news_words(before: str, outcome: Outcome | None, *, asked: bool) -> Told:
    """What a start tells once. `before`: the version before; empty: the same. `asked`: an update was asked for."""
    if before:
        if outcome is not None and outcome.result is Result.WENT_BACK and outcome.version == VERSION:
            return Told(_went_back(outcome), good=False)
        if _is_older(before):
            return Told(msg("Updated to Front Desk {version}.", version=VERSION))
        return Told(msg("Back to Front Desk {version}.", version=VERSION))
    if asked and outcome is not None and outcome.result is Result.FAILED:
        return Told(failure_words(outcome), good=False)
    return Told(msg("The update wasn't installed."), good=False) if asked else Told()


def outcome_words(outcome: Outcome | None) -> Text:
    """How the last installation ended, if it is worth a line on the page."""
    if outcome is None or outcome.result is Result.UPDATED:
        return NO_TEXT
    return failure_words(outcome) if outcome.result is Result.FAILED else _went_back(outcome)


def failure_words(outcome: Outcome) -> Text:
    """Why the last installation failed."""
    version = outcome.version
    match outcome.why:
        case Why.IN_USE:
            why = msg("Front Desk was open in another account on this PC.")
        case Why.INSTALLER:
            why = msg("The installer ended with error {code}.", code=outcome.code)
        case Why.NO_EARLIER:
            why = msg("The previous version's installer isn't on this PC.")
        case Why.OTHER_DATA:
            why = msg("The previous version can't read this version's data. Ask your IT support.")
        case Why.NOT_ON_TRIAL:
            why = msg("This version has already started successfully.")
        case _:
            why = msg("The downloaded file doesn't match the signed release.")
    if outcome.why in (Why.NO_EARLIER, Why.OTHER_DATA, Why.NOT_ON_TRIAL):
        return join([msg("Front Desk {version} can't be undone.", version=version), why])
    return join([msg("Front Desk {version} wasn't installed.", version=version), why])


def _went_back(outcome: Outcome) -> Text:
    return msg(
        "Front Desk {bad} didn't start on this PC, so {version} was installed again.",
        bad=outcome.before,
        version=outcome.version,
    )


def _is_older(version: str) -> bool:
    try:
        return Version.of(version) < Version.of(VERSION)
    except NotAVersion:
        return False
