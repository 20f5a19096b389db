"""The checker of the soak: it finds every kind of fault, and knows nothing of the program."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from soak.acts import Kind
from soak.checker import DOUBLED, LOST, MISREPORTED, check
from soak.episodes import episode

ROOT = Path(__file__).resolve().parents[2]
ASKED = {"kind": "payment", "patient": 5, "amount": "12.30", "procedures": [], "of": ""}
Line = dict[str, Any]


def told(*states: str, step: int = 0, entry: int = 1) -> list[Line]:
    """What the desk was told of one entry."""
    return [{"act": "[s1]", "entry": entry, "step": step, "told": state} for state in states]


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., list[str]]:
    """The kinds of faults of a log, with so many rows of the asked payment in the practice."""

    def find(lines: list[Line], *amounts: float, asked: Line = ASKED) -> list[str]:
        database, log = tmp_path / "practice.db", tmp_path / "log"
        database.unlink(missing_ok=True)
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("CREATE TABLE payment (PayNum INTEGER PRIMARY KEY, PatNum, PayNote, PayAmt)")
            rows = [(5, f"Paid [s1] FD-{number}", amount) for number, amount in enumerate(amounts)]
            connection.executemany("INSERT INTO payment (PatNum, PayNote, PayAmt) VALUES (?, ?, ?)", rows)
            connection.commit()
        begun = [{"act": "[s1]", "asked": asked}] if asked else []
        said = [{"desk": "first", **each} for each in (*begun, *lines)]
        log.write_text("".join(f"{json.dumps(each)}\n" for each in said), encoding="utf-8")
        return [each.kind for each in check(database, [log])]

    return find


def test_what_is_right_is_no_fault(found: Callable[..., list[str]]) -> None:
    """Told done and there, told refused and not there, and not accepted and not there."""
    assert found([*told("waiting", "sent", "done"), {"act": "[s1]", "returned": "done"}], 12.3) == []
    assert found(told("waiting", "sent", "unknown", "done"), 12.3) == []
    assert found(told("waiting", "sent", "unknown", "refused")) == []
    assert found([{"act": "[s1]", "declined": "StillSettling"}]) == []
    assert found([]) == []


def test_what_is_lost(found: Callable[..., list[str]]) -> None:
    """Told done and not there; accepted and neither there nor told refused."""
    assert found(told("waiting", "sent", "done")) == [LOST]
    assert found(told("waiting", "sent", "unknown")) == [LOST]
    assert found(told("waiting")) == [LOST]
    assert found([*told("waiting", "refused"), {"act": "[s1]", "returned": "done"}]) == [LOST]


def test_what_is_doubled(found: Callable[..., list[str]]) -> None:
    """Two rows for one act, and two entries of the journal for it."""
    assert found(told("waiting", "sent", "done"), 12.3, 12.3) == [DOUBLED]
    assert DOUBLED in found([*told("done"), *told("done", entry=2)], 12.3)


def test_what_is_misreported(found: Callable[..., list[str]]) -> None:
    """Told refused, declined, never accepted or never told, and there; told both; and another amount."""
    assert found(told("waiting", "sent", "refused"), 12.3) == [MISREPORTED]
    assert found(told("waiting", "sent", "unknown"), 12.3) == [MISREPORTED]
    assert found([{"act": "[s1]", "declined": "StillSettling"}], 12.3) == [MISREPORTED]
    assert found([], 12.3) == [MISREPORTED]
    assert found([*told("done"), {"act": "[s1]", "returned": "refused"}], 12.3) == [MISREPORTED]
    assert found(told("refused", "done"), 12.3) == [MISREPORTED]
    assert found(told("done"), 12.31) == [MISREPORTED]
    assert found(told("done"), asked={}) == [MISREPORTED]


def test_it_shares_no_code_with_the_program() -> None:
    """Importing the checker imports nothing of the program, nor anything else of the soak."""
    probe = (
        "import sys, soak.checker\n"
        "print(sorted(each for each in sys.modules if each.partition('.')[0] in ('app', 'soak')))"
    )
    said = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "['soak', 'soak.checker']"


def test_every_seed_makes_an_episode() -> None:
    """Many acts of one patient may use up the procedures: what needs one is no longer chosen."""
    for seed in range(2_000):
        for desk in episode(seed, 1).desks:
            for each in desk.acts:
                assert each.kind not in (Kind.EXACT, Kind.PLAN) or each.procedures
