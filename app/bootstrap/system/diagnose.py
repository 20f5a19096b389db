"""`python -m app diagnose`: one zip for support, without patient data, keys or people's names."""

# words: the terminal's

from __future__ import annotations

import argparse
import json
import re
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from app.bootstrap.system.diagnosis import reach, stores, this_pc
from app.bootstrap.system.diagnosis.lines import LineFilter
from app.bootstrap.system.diagnosis.this_pc import Facts
from app.core.file_trouble import why_not
from app.core.files import delete, replace
from app.core.installation import as_typed
from app.core.paths import ProgramFolders, program_folders
from app.services.support import usual_files

LAST_BYTES = 300_000
"""Of each log file, from its end."""
MOST_LOGS = 20
LOG_NAME = re.compile(r"(?:(?:hub|watchdog)/)?front-desk\.log(?:\.\d)?|report-[\d-]+\.txt")
"""The program's logs, and its reports of errors that nobody handled."""
NOT_POSSIBLE = 1

ABOUT = """Front Desk: facts for support
{made}

facts.json   versions, this PC, screens, folders with sizes, settings, the vault's kind, how many changes wait,
             the hub and kiosk on this PC, and whether the office answers
logs/        the end of the program's logs and error reports, filtered a second time: numbers of four or more digits,
             dates, e-mail addresses, keys, quoted texts and every word that isn't the program's own are
             replaced by ***

Left out on purpose: patients, the contents of changes, keys, tokens, PINs, and the names of people, of PCs and
servers. Addresses of numbers, such as 10.0.0.5, are in it. Read it before you send it: it is plain text.
"""


def main(arguments: Sequence[str]) -> int:
    """Write the zip, and say where it is. Returns the process's exit code."""
    parser = argparse.ArgumentParser(
        prog=as_typed("python -m app diagnose"),
        description="Write a zip for support, without patient data and keys.",
    )
    parser.add_argument(
        "--out", type=Path, default=None, help="the zip; default: on the desktop, else the home folder"
    )
    chosen = parser.parse_args(arguments)
    now = datetime.now().astimezone()
    places = usual_files(now) if chosen.out is None else [chosen.out.absolute()]
    folders = program_folders()
    facts = collect(folders, now)
    for out in places:
        try:
            pack(out, folders.logs, facts, now)
        except OSError as error:
            _say(f"The file {out} can't be written. {why_not(error)!s}")
        else:
            _say(f"The file for support is {out}")
            _say("It has no patient data and no keys. You can read it before you send it.")
            return 0
    _say("Name another file with --out, such as one on a USB stick.")
    return NOT_POSSIBLE


def write(out: Path, folders: ProgramFolders, now: datetime, *, seconds: float | None = None) -> None:
    """Collect everything, then write the zip; another file of that name is replaced when it is complete.

    `seconds` limits the vault and each connection; None: their defaults. Raises OSError if it can't be written.
    """
    pack(out, folders.logs, collect(folders, now, seconds), now)


def pack(out: Path, log_folder: Path, facts: Facts, now: datetime) -> None:
    """Write the zip. Raises OSError, and then leaves nothing behind."""
    new = out.with_name(f"{out.name}.new")
    try:
        new.touch(mode=0o600)
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as zipped:
            zipped.writestr("README.txt", ABOUT.format(made=f"made {now:%Y-%m-%d %H:%M %z}"))
            zipped.writestr("facts.json", json.dumps(facts, indent=2, default=str))
            for name, text in logs(log_folder):
                zipped.writestr(f"logs/{name}", text)
        replace(new, out)
    finally:
        with suppress(OSError):
            delete(new)


def collect(folders: ProgramFolders, now: datetime, seconds: float | None = None) -> Facts:
    """All facts by part. A part that fails has the kind of its failure: support still gets the others."""
    values = (this_pc.read_settings(folders) or {}) | this_pc.overruling()
    local_hub = bool(values.get("hub_runs")) or (folders.data / "hub" / "hub.db").exists()
    parts: dict[str, Callable[[], Facts]] = {
        "versions": this_pc.versions,
        "system": this_pc.system,
        "screens": this_pc.screens,
        "folders": lambda: this_pc.folders_of(folders),
        "settings": lambda: this_pc.settings_of(folders),
        "administrator": this_pc.administrator,
        "running": lambda: this_pc.instance(folders),
        "vault": lambda: stores.vault(folders, values, seconds=seconds),
        "journal": lambda: stores.journals(folders, now.astimezone(UTC)),
        "hub": lambda: stores.hub(folders),
        "kiosk": lambda: stores.kiosk(folders),
        "connection": lambda: reach.reach(values, local_hub=local_hub, seconds=seconds or reach.SECONDS),
    }
    return {name: _part(part) for name, part in parts.items()}


def logs(folder: Path) -> Iterator[tuple[str, str]]:
    """The program's log files, newest first, each with its name below the folder and its filtered end."""
    if not folder.is_dir():
        return
    found = [each for each in folder.rglob("*") if LOG_NAME.fullmatch(each.relative_to(folder).as_posix())]
    filtered = LineFilter()
    for path in sorted(found, key=lambda each: each.stat().st_mtime, reverse=True)[:MOST_LOGS]:
        try:
            with path.open("rb") as file:
                file.seek(max(path.stat().st_size - LAST_BYTES, 0))
                lines = file.read().decode("utf-8", errors="replace").splitlines()
        except OSError:  # rotated away meanwhile
            continue
        yield path.relative_to(folder).as_posix(), "\n".join(filtered.clean(each) for each in lines) + "\n"


def _part(part: Callable[[], Facts]) -> Facts:
    try:
        return part()
    except Exception as error:  # its text could quote anything
        return {"failed": type(error).__name__}


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
