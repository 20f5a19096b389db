"""The command `python dev.py fuzz [--requests N] [--seed S] [--only NUMBER]`.

Random requests to a served practice: none may end in 500, in silence or after more than 60 seconds; afterwards the
database is intact, every method still answers, and the client can read what is in every list.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import msgspec

from app.wire.codec import CodecError, decode_one, decode_rows
from app.wire.endpoint import Endpoint
from tests.practice.every_method import ALL
from tests.support.fuzz.line import Answer, Line
from tests.support.fuzz.practice import Served, build, intact, served
from tests.support.fuzz.requests import parts_of, request
from tests.support.fuzz.sent import Sent

REQUESTS = 100_000
A_PRACTICE = 10_000
"""Requests to one practice; then a fresh one takes its place, because its rows are deleted and its lists grow."""
AT_ONCE = 8
SUCCESSES = (200, 201)
STATUSES = {*SUCCESSES, 400, 401, 404, 410, 429, 504}
MOST_SECONDS = 60.0
SHOWN = 40


class Tally:
    """What came of the requests."""

    def __init__(self) -> None:
        self.statuses: Counter[int] = Counter()
        self.slowest, self.slowest_number = 0.0, 0
        self.memory = 0
        self.samples: Counter[str] = Counter()
        self.faults: list[str] = []

    def take(self, number: int, sent: Sent, answer: Answer) -> None:
        """Count an answer."""
        self.statuses[answer.status] += 1
        if not sent.slow and answer.seconds > self.slowest:
            self.slowest, self.slowest_number = answer.seconds, number
        wrong = _wrong(sent, answer)
        if wrong:
            self.faults.append(f"request {number}: {wrong}: {sent.shown()}")


def _wrong(sent: Sent, answer: Answer) -> str:
    if answer.status not in STATUSES and (sent.is_http or answer.status):
        return f"answered {answer.status} {answer.body[:200]!r}"
    if answer.seconds > MOST_SECONDS:
        return f"took {answer.seconds:.1f} s"
    if answer.status in SUCCESSES and answer.is_json and answer.body:
        try:
            json.loads(answer.body)
        except ValueError:
            return "answered what is no JSON"
    return ""


async def send(served_: Served, seed: int, numbers: range, tally: Tally) -> None:
    """Send these requests over a few connections."""
    left = iter(numbers)

    async def work() -> None:
        line = Line(served_.port)
        for number in left:
            sent = request(seed, number)
            try:
                answer = await line.ask(sent.bytes(served_.authorization), has_body=sent.verb != "HEAD")
            except TimeoutError:
                line.close()
                tally.faults.append(f"request {number}: no answer: {sent.shown()}")
                continue
            tally.take(number, sent, answer)
            if sent.raw:
                line.close()
        line.close()

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))


async def ask_all(served_: Served, tally: Tally) -> None:
    """Call every method once: reads first, before rows are deleted."""
    line = Line(served_.port)
    for endpoint in sorted(ALL, key=lambda each: ("GET", "PUT", "POST", "DELETE").index(each.verb)):
        path, query, body = parts_of(endpoint)
        sends = endpoint.verb in ("PUT", "POST")
        sent = Sent(endpoint.verb, path, query, msgspec.json.encode(body) if sends else b"")
        answer = await line.ask(sent.bytes(served_.authorization))
        tally.samples["answered" if answer.status in SUCCESSES else "refused"] += 1
        wrong = _wrong(sent, answer) or _unreadable(endpoint, answer)
        if wrong:
            tally.faults.append(f"afterwards {endpoint.name}: {wrong}: {sent.shown()}")
    line.close()


def _unreadable(endpoint: Endpoint, answer: Answer) -> str:
    """Why the client can't read an answer."""
    if answer.status not in SUCCESSES or not answer.is_json or endpoint.record is None:
        return ""
    try:
        if answer.body.startswith(b"["):
            bad = decode_rows(answer.body, endpoint.record).unreadable
            return f"unreadable: {bad[0]}" if bad else ""
        decode_one(answer.body, endpoint.record)
    except CodecError as error:
        return f"unreadable: {error}"
    return ""


def run(folder: Path, seed: int, numbers: range) -> Tally:
    """Send these requests to practices one after another."""
    tally = Tally()
    for first in range(numbers.start, numbers.stop, A_PRACTICE):
        part = range(first, min(first + A_PRACTICE, numbers.stop))
        database = build(folder / f"from-{first}")
        with served(database) as practice:
            asyncio.run(send(practice, seed, part, tally))
            tally.memory = max(tally.memory, practice.memory())
        tally.faults += [f"from request {first}: {each}" for each in (*practice.faults, *intact(database))]
        with served(database) as again:
            asyncio.run(ask_all(again, tally))
        tally.faults += [f"from request {first}, afterwards: {each}" for each in again.faults]
        _say(f"{part.stop - numbers.start} requests: {line(tally)}")
    return tally


def line(tally: Tally) -> str:
    """What came of it."""
    statuses = ", ".join(
        f"{count} × {status or 'closed'}" for status, count in sorted(tally.statuses.items())
    )
    slowest = f"slowest {tally.slowest:.1f} s (number {tally.slowest_number}), at most {tally.memory} MB"
    samples = f"{tally.samples['answered']} of {tally.samples.total()} sample calls succeeded afterwards"
    return f"{statuses}; {slowest}; {samples}; {len(tally.faults)} faults"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> int:
    """The command; the exit code is 1 after any fault."""
    parser = argparse.ArgumentParser(
        prog="python dev.py fuzz", description="Random requests to a served practice."
    )
    parser.add_argument("--requests", type=int, default=REQUESTS)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument(
        "--only", type=int, default=None, help="only the request of this number, to a fresh practice"
    )
    parser.add_argument(
        "--keep", type=Path, default=None, help="a folder for databases and what the practice writes"
    )
    given = parser.parse_args()
    numbers = range(given.requests) if given.only is None else range(given.only, given.only + 1)
    _say(f"seed {given.seed}")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="front-desk-fuzz-") as folder:
        tally = run(given.keep or Path(folder), given.seed, numbers)
    for each in tally.faults[:SHOWN]:
        _say(f"FAULT {each}")
    _say(f"{len(numbers)} requests in {time.monotonic() - began:.0f} s (seed {given.seed}): {line(tally)}")
    return 1 if tally.faults or not numbers else 0


if __name__ == "__main__":
    sys.exit(main())
