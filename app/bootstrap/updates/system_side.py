"""`update --apply`, `--finish` and `--night`: the installing process. The task runs it as the system; see `task`.

It has no window, and answers with its exit code and with the protected state: 0 means that the script is to run.
"""
# words: for the task, and its log

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from app.bootstrap.updates.processes import sign_out_sessions, wait_until_free
from app.bootstrap.updates.this_pc import installed_kind, installed_options
from app.core.installation import CONSOLE
from app.core.logs import Redaction, start_log, stop_log
from app.core.policy import read_policy, system_folder
from app.core.version import VERSION
from app.domain.updates.release_keys import RELEASE_KEYS
from app.domain.updates.versions import Version
from app.services.updates.applying import Applying, Installed, is_inside_link
from app.services.updates.checking import Check
from app.services.updates.protected import Protected
from app.services.updates.requests import Request, read_request

COMMANDS = ("--apply", "--finish", "--night")
RUN, NOTHING = 0, 1
FREE_SECONDS = 90.0
"""How long the program that asked may take to close: it settles its writes."""

log = logging.getLogger(__name__)


def protected_place(folder: Path | None = None) -> Protected:
    """Where administrators keep what is installed next. `folder` None: this system's."""
    return Protected((folder or system_folder()) / "updates", only_administrators)


def only_administrators(path: Path) -> bool:
    """Whether nobody else can write there, and it leads nowhere else."""
    try:
        found = path.lstat()
    except OSError:
        return False
    if is_inside_link(path):
        return False
    if sys.platform == "win32":
        from app.core.windows_access import others_can_write

        return not others_can_write(path)
    return found.st_uid == 0 and not found.st_mode & 0o022


def main(arguments: Sequence[str], folder: Path | None = None, keys: Sequence[str] = RELEASE_KEYS) -> int:
    """Run one command. Returns the exit code."""
    from app.services.updates.signature import check_signature

    def check(content: bytes, signed: bytes) -> None:
        check_signature(content, signed, keys)

    chosen = _parser().parse_args(arguments)
    protected = protected_place(folder)
    try:
        if not protected.prepare():
            return NOTHING
        handler = start_log(protected.folder / "log", Redaction())
    except OSError:
        return NOTHING  # not an administrator
    try:
        applying = _applying(protected, check)
        if chosen.finish:
            applying.finish(chosen.code, fell_back=chosen.fell_back)
            return RUN
        applying.recover()
        if answer_all(applying, requests()):
            return RUN
        return RUN if chosen.night and _night(protected, applying, check) else NOTHING
    except OSError as error:
        log.warning("the update could not be prepared: %s", type(error).__name__)
        return NOTHING
    finally:
        stop_log(handler)


def _night(protected: Protected, applying: Applying, check: Check) -> bool:
    """Before a check-in PC restarts at night: look, download, and prepare what is newer."""
    from app.bootstrap.updates.night import prepare_at_night

    policy = read_policy().values
    source = policy.get("update_from", "")
    if not source or policy.get("kiosk") is not True:
        return False
    return asyncio.run(prepare_at_night(protected, applying, check, source, installed_kind()))


def answer_all(applying: Applying, asked: Iterator[tuple[Path, Request]]) -> bool:
    """Answer requests until one needs the script."""
    return any(applying.answer(folder, request) for folder, request in asked)


def requests(homes: Iterator[Path] | None = None) -> Iterator[tuple[Path, Request]]:
    """The requests of all users of this PC. `homes` None: the program's folder in each profile."""
    from app.bootstrap.system.profiles import data_folders

    for home in data_folders() if homes is None else homes:
        folder = home / "updates"
        if not is_inside_link(folder) and (request := read_request(folder)) is not None:
            yield folder, request


def _applying(protected: Protected, check: Check) -> Applying:
    program = Path(sys.executable)
    kiosk = read_policy().values.get("kiosk") is True
    installed = Installed(
        Version.of(VERSION),
        installed_kind(),
        str(program.with_name(CONSOLE)),
        str(protected.folder),
        installed_options(),
        restarts=kiosk,
    )
    return Applying(
        protected, installed, check, lambda: datetime.now(UTC), _is_free(program.parent, kiosk=kiosk)
    )


def _is_free(folder: Path, *, kiosk: bool) -> Callable[[], bool]:
    def is_free() -> bool:
        if kiosk:
            sign_out_sessions(folder)
        return wait_until_free(folder, FREE_SECONDS)

    return is_free


def _parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(prog=f"{CONSOLE} update")
    what = found.add_mutually_exclusive_group(required=True)
    what.add_argument("--apply", action="store_true")
    what.add_argument("--finish", action="store_true")
    what.add_argument("--night", action="store_true")
    found.add_argument("--code", type=int, default=0)
    found.add_argument("--fell-back", action="store_true")
    return found
