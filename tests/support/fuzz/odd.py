"""Values that no field expects."""

from __future__ import annotations

import random
from typing import Any

TEXTS: tuple[str, ...] = (
    "", " ", "0", "-1", "1", "2", "9" * 19, "9" * 40, "-" + "9" * 30, "1.5", "1e400", "1e-400", "NaN", "Infinity", "-0",
    "true", "False", "null", "None", "9999-12-31", "0001-01-01", "0000-00-00", "2026-02-30", "2026-11-23 25:00:00",
    "2026-11-23", "2026-11-23 09:00:00", "2026-11-23T09:00:00Z", "12:00:00", "99:99:99", "x" * 300, "x" * 20_000,
    "\u00e9\r\n\"'\\%;--", "\x00", "a\x00b", "\ud800", "\udfff\ud800", "\U0001f600" * 40, "\u202e\u200b\ufeff", "X" * 9,
    "Complete", "TP", "0,0,0", "999,-1,0", "1,2", "1,2,", "%", "_", "%s%n{0}", "../../etc/passwd",
    "a/" * 2_000 + "x.csv",
    "site/x.csv", "' OR 1=1 --", "DROP TABLE patient", "y" * 15_000, "'" * 99, "\\", "[1,2]", "{}", "<b>", "\t", "=1+1",
    "1/1/2026", "+1 (555) 010", "a" * 255, "\u0130" * 50, "I" * 101, "data:image/png;base64,", "AAAA", "iVBORw0KGgo=",
)  # fmt: skip


def text(dice: random.Random) -> str:
    """A text: one of those above, or random characters."""
    if dice.random() < 0.75:
        return dice.choice(TEXTS)
    size = dice.choice((1, 3, 20, 200))
    return "".join(chr(dice.choice((dice.randrange(128), dice.randrange(0x3000)))) for _ in range(size))


def value(dice: random.Random, depth: int = 0) -> Any:
    """A value of JSON."""
    kind = dice.randrange(14 if depth < 3 else 9)
    if kind < 5:
        return text(dice)
    if kind < 8:
        return dice.choice(
            (0, 1, -1, 2**31, 2**63 - 1, 2**63, 2**80, -(2**64), 10**400, dice.randrange(10_000))
        )
    if kind == 8:
        return dice.choice((None, True, False, 1.5, 1e300, -0.0, 1e-300, 0.1 + 0.2))
    if kind < 11:
        return [value(dice, depth + 1) for _ in range(dice.choice((0, 1, 2, 5)))]
    if kind < 13:
        return {text(dice)[:50]: value(dice, depth + 1) for _ in range(dice.choice((0, 1, 3)))}
    return nested(dice.choice((50, 500, 3_000)), dice.random() < 0.5)


def nested(depth: int, lists: bool) -> Any:
    """Lists or objects within each other; shallow enough for this program's own JSON."""
    found: Any = 1
    for _ in range(min(depth, 800)):
        found = [found] if lists else {"a": found}
    return found


BODIES: tuple[bytes, ...] = (
    b"", b" ", b"{", b"[]", b"[1]", b"null", b"1", b'"x"', b"{}x", b"\xff\xfe{}", b"\xef\xbb\xbf{}", b'{"a":NaN}',
    b'{"a":1e999999}', b'{"a":' + b"9" * 5_000 + b"}", b'{"a":-' + b"9" * 400 + b".5}", b"[" * 100_000,
    b'{"a":' * 3_000 + b"1" + b"}" * 3_000, b'{"Note":"\\ud800"}', b'{"Note":"\\u0000"}', b'{"\\udc00":1}',
    b'{"a":1,"a":2}',
    b'{"Note":"\\x"}', b'{"Note":"\n"}', b'{"Note":"' + b"\\ud83d\\ude00" * 5_000 + b'"}', b'{"a":1e-999999999999}',
    b'{"a":"\xc3\x28"}', b'{"a":01}', b"{'a':1}", b'{"a":' + b"[" * 900 + b"]" * 900 + b"}", b"\x00", b"a=1&b=2",
)  # fmt: skip
"""Bodies that are no JSON object, or a strange one."""
