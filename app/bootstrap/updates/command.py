"""The command line of updates: `python -m app update`."""
# words: the terminal's

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from app.api.downloads import UpdateSource
from app.core.installation import as_typed
from app.core.paths import FolderUnusable, program_folders
from app.core.policy import read_policy
from app.core.text import ExplainedError
from app.core.version import VERSION
from app.domain.updates.choosing import Choice, Verdict
from app.domain.updates.manifest import Release
from app.domain.updates.places import place_of
from app.domain.updates.release_keys import RELEASE_KEYS
from app.domain.updates.versions import Version

REFUSED = 1
"""The exit code if the source can't be used, or what it has isn't safe."""
INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells use it."""

USAGE = """Look for a newer version of Front Desk, and download its installer. Nothing is installed.

python -m app update [--from SOURCE] --check       say whether there is a newer version for this PC, and what is new
python -m app update [--from SOURCE] --download    also download and verify its installer; an interrupted download
                                                   is continued. The last line is the path of the installer

SOURCE is an https address or the full path of a folder (a file share) that has front-desk-update.json, its
signature front-desk-update.json.sig, and the installers; without --from it is update_from of the administrator's
settings for this PC. Exit code 0: done, also if there is nothing newer;
1: the source can't be used, or what it has isn't signed, is older than before, or isn't the signed file.
"""  # words: the terminal's


def main(arguments: Sequence[str], keys: Sequence[str] = RELEASE_KEYS) -> int:
    """Check or download. Returns the process's exit code."""
    from app.bootstrap.updates import system_side

    if arguments and arguments[0] in system_side.COMMANDS:
        return system_side.main(arguments, keys=keys)
    chosen = parser().parse_args(arguments)
    try:
        return asyncio.run(_work(chosen, keys))
    except KeyboardInterrupt:
        return INTERRUPTED
    except ExplainedError as error:
        return _refuse(str(error.words))
    except FolderUnusable as error:
        return _refuse(str(error))
    except OSError as error:  # the file that remembers the last manifest
        return _refuse(f"This PC's disk can't be written to ({error.strerror or type(error).__name__}).")


def parser() -> argparse.ArgumentParser:
    """The arguments of `python -m app update`."""
    found = argparse.ArgumentParser(
        prog=as_typed("python -m app update"),
        description=as_typed(USAGE),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument("--from", dest="source", metavar="SOURCE", default="", help="address or folder")
    what = found.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true", help="only look")
    what.add_argument("--download", action="store_true", help="also download the installer")
    found.add_argument("--kind", default="nsis", help="the installer: nsis (default), msi or zip")
    found.add_argument(
        "--to", type=Path, default=None, help="the folder; default: updates, in the data folder"
    )
    return found


async def _work(chosen: argparse.Namespace, keys: Sequence[str]) -> int:
    from app.bootstrap.updates.sources import open_source

    typed = chosen.source or read_policy().values.get("update_from", "")
    if not typed:
        return _refuse("Name a source with --from: this PC's administrator has set none.")
    place = place_of(typed)
    folders = program_folders()
    folders.make()
    source = open_source(place)
    try:
        choice = await _check(source, folders.data / "updates.json", keys)
        release = choice.offer
        _say(_told(choice))
        if release is None or not chosen.download:
            return 0
        return await _download(source, release, chosen.kind, chosen.to or folders.data / "updates")
    finally:
        await source.aclose()


async def _check(source: UpdateSource, remembered: Path, keys: Sequence[str]) -> Choice:
    from app.services.updates.checking import check
    from app.services.updates.signature import check_signature
    from app.services.updates.state import UpdateMemory

    memory = UpdateMemory(remembered)
    found = await check(
        source, memory, Version.of(VERSION), lambda content, signed: check_signature(content, signed, keys)
    )
    return found.choice


async def _download(source: UpdateSource, release: Release, kind: str, folder: Path) -> int:
    from app.services.updates.downloading import download

    file = release.file(kind)
    if file is None:
        return _refuse(f"Front Desk {release.version} has no installer of the kind {kind!r}.")
    _say(str(await download(source, file, folder)))
    return 0


def _told(choice: Choice) -> str:
    """What was found, with what is new."""
    version = choice.release.version
    match choice.verdict:
        case Verdict.NEWER:
            return "\n  ".join((f"Front Desk {version} is available. What is new:", *choice.release.notes))
        case Verdict.CURRENT:
            return f"Front Desk {VERSION} is the newest version."
        case Verdict.OLDER:
            return f"The update source only has older versions ({version}); this is {VERSION}."
        case Verdict.LATER:
            return f"Front Desk {version} is being rolled out, and isn't for this PC yet."
        case Verdict.TOO_FAR:
            minimum = choice.release.minimum
            return f"Front Desk {version} can't be installed over {VERSION}. Install {minimum} first."
        case Verdict.WENT_BACK:
            return f"Front Desk {version} did not start on this PC, which went back to {VERSION}."


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")


def _refuse(words: str) -> int:
    sys.stderr.write(as_typed(f"python -m app update: {words}\n"))
    return REFUSED
