"""Which version of a manifest this PC gets, if any."""

from __future__ import annotations

from collections.abc import Container
from enum import Enum, auto

from msgspec import Struct

from app.domain.updates.manifest import Manifest, Release
from app.domain.updates.stages import in_stage
from app.domain.updates.versions import Version


class Verdict(Enum):
    """What the manifest means for this PC."""

    NEWER = auto()
    """A newer version is for this PC."""
    CURRENT = auto()
    """This PC has the newest version that it lists."""
    OLDER = auto()
    """It lists only older versions than this PC has. None is ever installed."""
    LATER = auto()
    """A newer version is being rolled out, and it isn't this PC's turn."""
    TOO_FAR = auto()
    """A newer version can't be installed directly over the one this PC has."""
    WENT_BACK = auto()
    """A newer version did not start on this PC, which went back to the one before."""


class Choice(Struct, frozen=True):
    """The result, and the version that it is about."""

    verdict: Verdict
    release: Release

    @property
    def offer(self) -> Release | None:
        """The version to install, if there is one."""
        return self.release if self.verdict is Verdict.NEWER else None


def choose(manifest: Manifest, own: Version, installation: str, without: Container[Version] = ()) -> Choice:
    """The newest version that is for this PC. Never an older or the same one, whatever the manifest says.

    `without`: versions that did not start on this PC.
    """
    releases = sorted(manifest.releases, key=lambda each: each.version, reverse=True)
    verdicts = [(_verdict(each, own, installation, without), each) for each in releases]
    for wanted in (Verdict.NEWER, Verdict.WENT_BACK, Verdict.LATER, Verdict.TOO_FAR, Verdict.CURRENT):
        for verdict, release in verdicts:
            if verdict is wanted:
                return Choice(verdict, release)
    return Choice(Verdict.OLDER, releases[0])


def _verdict(release: Release, own: Version, installation: str, without: Container[Version]) -> Verdict:
    if release.version <= own:
        return Verdict.CURRENT if release.version == own else Verdict.OLDER
    if release.version in without:
        return Verdict.WENT_BACK
    if own < release.minimum:
        return Verdict.TOO_FAR
    return Verdict.NEWER if in_stage(installation, release.version, release.percent) else Verdict.LATER
