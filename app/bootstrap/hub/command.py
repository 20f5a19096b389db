"""The command line of the hub: `python -m app hub`."""
# words: the terminal's

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from app.bootstrap.import_hooks import load_httpx, load_uvicorn
from app.core.file_trouble import disk_trouble
from app.core.installation import as_typed
from app.core.paths import FolderUnusable, program_folders
from app.core.place import is_on_another_pc

DATABASE_VARIABLE = "FRONT_DESK_HUB_DATABASE"
"""The database's URL, if it contains a password: a command line can be read by everyone on the PC."""
NOT_POSSIBLE = 2
"""The exit code for what can't be done as asked."""
ELSEWHERE = (
    "the database is on a network drive, where SQLite may damage it. "
    "Name a folder of this PC with --data, or a MariaDB database."
)
INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells use it."""

USAGE = """The office hub: holds the office's key to Open Dental, and serves desks and kiosks.

python -m app hub [options]            serve until Ctrl+C; prints one JSON line when it listens
python -m app hub --training           serve the embedded practice with made-up patients
python -m app hub set-up               ask for the office's address and keys, check them, and store them in the vault
python -m app hub code [--kiosk] [--name NAME]
                                       a pairing code for a desk (or a kiosk), good for five minutes and one device
python -m app hub devices              list the paired devices
python -m app hub revoke NUMBER        refuse a device from now on

The keys come from the vault (set-up), or from the environment: FRONT_DESK_OFFICE (the server's name, "Local" or
"Remote"), FRONT_DESK_DEVELOPER_KEY, FRONT_DESK_CUSTOMER_KEY. A database URL with a password comes from
FRONT_DESK_HUB_DATABASE. Neither belongs on a command line.
"""  # words: the terminal's


def parser() -> argparse.ArgumentParser:
    """The arguments of `python -m app hub`."""
    from app.hub.running import NO_PORT
    from app.wire.hub.actions import HUB_PORT

    found = argparse.ArgumentParser(
        prog=as_typed("python -m app hub"),
        description=as_typed(USAGE),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument("--training", action="store_true", help="the embedded practice")
    found.add_argument("--database", default=None, help="path of a SQLite file, or a MariaDB URL")
    found.add_argument("--data", type=Path, default=None, help="the folder for the database")
    found.add_argument("--listen", default="0.0.0.0", help="the address to listen on; default: all")  # noqa: S104
    found.add_argument("--port", type=int, default=HUB_PORT, help=f"default: {HUB_PORT}; 0 takes a free one")
    found.add_argument(
        "--found-on", type=int, default=HUB_PORT, help="UDP port to be found on; -1: not at all"
    )
    found.add_argument(
        "--figures", type=int, default=NO_PORT, metavar="PORT", help="Prometheus figures on loopback"
    )
    found.add_argument(
        "--stdin", action="store_true", help="read the keys as JSON from standard input, and end with it"
    )
    found.add_argument(
        "--ahead",
        type=float,
        metavar="SECONDS",
        help="with --training: of the practice's clock; default: mid-morning",
    )
    actions = found.add_subparsers(dest="action")
    actions.add_parser("set-up", help="ask for the office's address and keys")
    code = actions.add_parser("code", help="a pairing code")
    code.add_argument("--kiosk", action="store_true", help="for a kiosk instead of a desk")
    code.add_argument("--name", default="", help="the device's name")
    actions.add_parser("devices", help="list the paired devices")
    revoke = actions.add_parser("revoke", help="refuse a device from now on")
    revoke.add_argument("number", type=int)
    return found


def main(arguments: Sequence[str]) -> int:
    """Serve the hub, or do one thing for IT. Returns the process's exit code."""
    load_httpx()
    load_uvicorn()
    from app.bootstrap.hub.sources import NoOffice

    chosen = parser().parse_args(arguments)
    chosen.database = chosen.database or os.environ.get(DATABASE_VARIABLE)
    try:
        folders = program_folders()
        chosen.data = (chosen.data or folders.data / "hub").absolute()
        chosen.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        folders.make()
        return asyncio.run(_work(chosen))
    except KeyboardInterrupt:  # before it served
        return INTERRUPTED
    except (NoOffice, FolderUnusable) as error:
        return refuse(str(error))
    except Exception as error:
        if (words := _why_not_opened(error)) is None:
            raise
        return refuse(words)


def refuse(words: str) -> int:
    """Say why something can't be done, if there is a terminal."""
    stream: TextIO | None = sys.stderr
    if stream is not None:
        stream.write(as_typed(f"python -m app hub: {words}\n"))
    return NOT_POSSIBLE


async def _work(chosen: argparse.Namespace) -> int:
    from app.bootstrap.hub.process import database_of

    if "://" not in (database := database_of(chosen)) and is_on_another_pc(Path(database)):
        return refuse(ELSEWHERE)
    if chosen.action is None:
        from app.bootstrap.hub.process import serve

        return await serve(chosen)
    from app.bootstrap.hub import tools

    works = {"set-up": tools.set_up, "code": tools.code, "devices": tools.devices, "revoke": tools.revoke}
    return await works[chosen.action](chosen)


def _why_not_opened(error: Exception) -> str | None:
    """Why a hub can't be opened, in one line without values; None for a bug."""
    from sqlalchemy.exc import ArgumentError, SQLAlchemyError

    from app.hub.server.secrets import WrongOffice

    if isinstance(error, WrongOffice):
        return (
            "this database belongs to another office, or the office's customer key was replaced. "
            "Start once with the old key in FRONT_DESK_OLD_CUSTOMER_KEY as well."
        )
    if isinstance(error, ArgumentError):
        return "this is no database URL that can be used"
    if isinstance(error, SQLAlchemyError):
        why = disk_trouble(error)
        return (
            f"the database cannot be opened ({type(error).__name__ if why is None else str(why).rstrip('.')})"
        )
    if isinstance(error, ModuleNotFoundError):
        return f"the database's driver {error.name} is not installed"
    if isinstance(error, OSError):
        return f"the port or folder cannot be opened: {error.strerror or type(error).__name__}"
    return None
