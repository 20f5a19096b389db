"""The message from a second start to the running program, and its answer. Strict: whoever sends it may be anyone.

Lines of ASCII: the version, then at most one line for each known word, then `end`. `QUIT` is a message of its own,
whose answer names the processes that end.
"""

from __future__ import annotations

import re

from app.core.outside import PAT_NUM, PHONE, SCREEN, OutsideRequest, Trouble

VERSION = 1
MOST_BYTES = 256
"""Longer than any message of this version."""
_HEAD = "FRONT-DESK"
_END = b"end\n"
TAKEN = b"taken\n"
REFUSED = b"refused\n"
OTHER_VERSION = b"other version\n"
"""The answers to a request."""
QUIT = b"FRONT-DESK 1\nquit\nend\n"
"""Asks the running program to close. The answer is `ending`, or `REFUSED` by a version that doesn't know it."""
_ENDING = re.compile(rb"ending( [1-9][0-9]{0,9}){1,2}\n")


class Malformed(ValueError):
    """Not a message. The text names no part of it."""


class FromOtherVersion(Malformed):
    """A message of another version of the program."""


def encode(request: OutsideRequest) -> bytes:
    """The message for a request."""
    lines = [f"{_HEAD} {VERSION}"]
    if request.trouble is not None:
        lines.append(f"trouble {request.trouble.value}")  # words: of the protocol
    else:
        given = {"patient": request.pat_num or "", "phone": request.phone, "screen": request.screen}
        lines += [f"{word} {value}" for word, value in given.items() if value]
    return "\n".join(lines).encode("ascii") + b"\n" + _END


def ending(*pids: int) -> bytes:
    """The answer to `QUIT`: these processes are about to end."""
    return b"ending " + " ".join(str(each) for each in pids).encode("ascii") + b"\n"


def pids_ending(answer: bytes) -> tuple[int, ...] | None:
    """The processes in an answer to `QUIT`; None if it is another answer."""
    if _ENDING.fullmatch(answer) is None:
        return None
    return tuple(int(each) for each in answer.split()[1:])


def is_whole(message: bytes) -> bool:
    """Whether nothing more of a message is to come: it has its end, or it is too long to be one."""
    return message.endswith(_END) or len(message) > MOST_BYTES


def decode(message: bytes) -> OutsideRequest:
    """The request in a message. Raises Malformed."""
    if len(message) > MOST_BYTES or not message.endswith(b"\n" + _END):
        raise Malformed("not a message")
    try:
        head, *lines = message.removesuffix(_END).decode("ascii").removesuffix("\n").split("\n")
    except UnicodeDecodeError:
        raise Malformed("not ASCII") from None
    name, _, version = head.partition(" ")
    if name != _HEAD or not version.isdecimal():
        raise Malformed("not of this program")
    if version != str(VERSION):
        raise FromOtherVersion("another version")
    given: dict[str, str] = {}
    for line in lines:
        word, _, value = line.partition(" ")
        if word in given:
            raise Malformed("a word twice")
        given[word] = value
    return _request(given)


def _request(given: dict[str, str]) -> OutsideRequest:
    """Checks every value again: the sender may not be this program."""
    patterns = {"patient": PAT_NUM, "phone": PHONE, "screen": SCREEN}
    trouble = given.pop("trouble", None)
    if trouble is not None:
        if given or trouble not in tuple(Trouble):
            raise Malformed("unknown trouble")
        return OutsideRequest(trouble=Trouble(trouble))
    for word, value in given.items():
        if word not in patterns or patterns[word].fullmatch(value) is None:
            raise Malformed("an unknown word or value")
    return OutsideRequest(int(given.get("patient", "0")), given.get("phone", ""), given.get("screen", ""))
