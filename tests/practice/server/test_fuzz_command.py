"""`python dev.py fuzz`: random requests over a socket to a served practice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.fuzz import fuzz
from tests.support.fuzz.line import Answer
from tests.support.fuzz.practice import build, intact
from tests.support.fuzz.requests import SLOW_EVERY, request
from tests.support.fuzz.sent import Sent
from tests.support.systems.wine import not_under_wine

SEED = 7


@not_under_wine("a process is ended by a signal")
def test_random_requests_are_answered(tmp_path: Path) -> None:
    """None fails, the database is intact, and every method still answers what the client can read."""
    tally = fuzz.run(tmp_path, SEED, range(300))
    assert tally.faults == []
    assert tally.statuses.total() == 300
    assert tally.statuses[200] > 30
    assert tally.samples["answered"] > tally.samples["refused"]


def test_a_request_can_be_repeated() -> None:
    """Its seed and its number make the same bytes again; another seed makes others."""
    several = [request(SEED, number).bytes("x") for number in range(100)]
    assert several == [request(SEED, number).bytes("x") for number in range(100)]
    assert several != [request(SEED + 1, number).bytes("x") for number in range(100)]
    assert request(SEED, SLOW_EVERY // 2).slow


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(500, b"", is_json=False, seconds=0), "answered 500"),
        (Answer(0, b"", is_json=False, seconds=0), "answered 0"),
        (Answer(200, b"[]", is_json=True, seconds=61), "took 61.0 s"),
        (Answer(200, b"[", is_json=True, seconds=0), "no JSON"),
    ],
)
def test_a_failure_is_a_fault(answer: Answer, words: str) -> None:
    """What is no documented answer is counted as a fault, with its number."""
    tally = fuzz.Tally()
    tally.take(3, Sent("GET", "/patients"), Answer(200, b"[]", is_json=True, seconds=0))
    tally.take(4, Sent("GET", "/patients"), answer)
    (fault,) = tally.faults
    assert "request 4" in fault
    assert words in fault


def test_a_broken_database_is_a_fault(tmp_path: Path) -> None:
    """A database that SQLite finds broken isn't called intact."""
    database = build(tmp_path)
    assert intact(database) == []
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'patient'")
        connection.commit()
    assert intact(database) != []
