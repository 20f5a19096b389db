"""The command line of the API: `python -m app call GET /appointments date=2026-11-27`."""
# words: the terminal's

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

import msgspec

from app.api import errors
from app.bootstrap.calling.office import NoOffice, open_office
from app.bootstrap.calling.parsing import NotCallable, call_of
from app.bootstrap.calling.turn import NoTurn
from app.bootstrap.calling.words import DONE, INTERRUPTED, NOT_VALID, PERHAPS, UNKNOWN, CallFailed
from app.core.installation import as_typed
from app.wire.endpoint import Call
from app.wire.rows import Rows

ENCODER = msgspec.json.Encoder(decimal_format="number")
NO_OBJECT = """Standard input isn't a JSON object with fields, such as {"PatNum": 12}. Nothing was sent."""

USAGE = """Send one method of the Open Dental API to an office, and print its answer as JSON.

python -m app call GET /appointments date=2026-11-27
python -m app call PUT /appointments/34/Confirm confirmVal=Confirmed
echo '{"PatNum": 12, "Note": "Called"}' | python -m app call POST /commlogs -

The methods and their fields are those of "python -m app api". Fields go into the query or into the body, as the
method has them; several values of a list are separated by commas. "-" reads a JSON object with fields from standard
input. A list is printed page by page, one row a line, until its end; --first prints the first rows only.

The office is the one that this PC's Front Desk is connected to, with the keys in the vault; or FRONT_DESK_OFFICE (the
server's name or address, "Local" or "Remote"), also with the keys FRONT_DESK_DEVELOPER_KEY and
FRONT_DESK_CUSTOMER_KEY. Keys don't belong on a command line. The key's pace is kept, also between calls from this PC.
A PC that is paired with a hub calls through it, with nobody signed in: the hub refuses what needs a right, such as
payments.

A write is sent once, and never repeated. It isn't in Front Desk's list of changes, and can't be undone there.

Exit code 0: done. 1: the office refused, and standard error says why. 2: the command isn't valid, nothing was sent.
3: the office can't be reached, nothing was sent. 4: sent, but there is no answer that can be understood: read what
you have changed before you send it again. 130: interrupted; a write may have been sent.
"""


class NotPrinted(Exception):
    """The office has answered, but the answer can't be written to standard output: a full disk, for example."""


def main(arguments: Sequence[str]) -> int:
    """Send one call. Returns the process's exit code."""
    chosen = parser().parse_args(arguments)
    for stream, encoding in ((sys.stdin, "utf-8-sig"), (sys.stdout, "utf-8")):
        if (change := getattr(stream, "reconfigure", None)) is not None:
            change(encoding=encoding)  # JSON's, whatever the terminal's is
    try:
        body = _body(sys.stdin) if "-" in chosen.field else {}
        fields = [each for each in chosen.field if each != "-"]
        return _run(call_of(chosen.verb, chosen.path, fields, body), chosen.first)
    except KeyboardInterrupt:
        return INTERRUPTED
    except (NotCallable, NoOffice, NoTurn) as error:
        return _fail(NOT_VALID, str(error))
    except CallFailed as failed:
        return _fail(failed.code, str(failed))
    except BrokenPipeError:  # the reader closed the pipe: `call … | head`
        _print_no_more()
        return DONE
    except NotPrinted as full:
        _print_no_more()
        return _fail(UNKNOWN, f"The office has answered, but the answer can't be written: {full}.")


def _run(call: Call, first: int | None) -> int:
    try:
        return asyncio.run(_send(call, first, os.environ))
    except KeyboardInterrupt:
        return _fail(INTERRUPTED, "" if call.endpoint.reads else f"Interrupted. {PERHAPS}")


def parser() -> argparse.ArgumentParser:
    """The arguments of `python -m app call`."""
    found = argparse.ArgumentParser(
        prog=as_typed("python -m app call"),
        description=as_typed(USAGE),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument("--first", type=_count, metavar="N", default=None, help="at most N rows of a list")
    found.add_argument("verb", metavar="VERB", help="GET, POST, PUT or DELETE")
    found.add_argument("path", metavar="PATH", help="/appointments/34, as in the documentation")
    found.add_argument(
        "field", metavar="NAME=VALUE", nargs="*", default=[], help="a field; - reads them as JSON"
    )
    return found


async def _send(call: Call, first: int | None, environment: Mapping[str, str]) -> int:
    async with open_office(environment) as office:
        if call.endpoint.lists:
            await _print_rows(call.endpoint.name, office.rows(call, raw=True), first)
            return DONE
        _, answer = await office.send_raw(call.endpoint.name, call.arguments)
        if answer is not None:
            _print(_json(answer), "\n")
    return DONE


async def _print_rows(method: str, rows: Rows[Any], first: int | None) -> None:
    """One row a line in a JSON list, each page as it comes."""
    printed, begin = 0, "["  # nothing is printed of a list whose first page is refused
    async for page in rows.pages():
        shown = page[: None if first is None else first - printed]
        _print(begin, *(f"{',' if printed + place else ''}\n{_json(row)}" for place, row in enumerate(shown)))
        begin, printed = "", printed + len(shown)
        if printed == first:
            break
        if page.unreadable:
            raise errors.Unreadable(method)
    _print("\n]\n" if printed else "]\n")


def _print(*texts: str) -> None:
    try:
        sys.stdout.writelines(texts)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotPrinted(error.strerror) from None


def _print_no_more() -> None:
    """Discard what is still buffered, so that the flush at exit can't fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _json(value: Any) -> str:
    return ENCODER.encode(value).decode()


def _count(typed: str) -> int:
    if not typed.isdecimal() or not int(typed):
        raise argparse.ArgumentTypeError("enter a whole number, 1 or more")
    return int(typed)


def _body(source: TextIO | None) -> dict[str, Any]:
    if source is None:  # closed by whoever started this
        raise NotCallable(NO_OBJECT)
    try:
        found = msgspec.json.decode(source.read(), type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise NotCallable(NO_OBJECT) from None
    return found


def _fail(code: int, words: str) -> int:
    sys.stderr.write(f"{words}\n" if words else "")
    return code
