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

from app.practice.schema.enums.base import PERM_TYPE
from app.practice.server.audit import logged_as
from soak.acts import Kind
from soak.checker import CLOSED, DOUBLED, LOST, MISREPORTED, SECOND, TASK_CHANGED, check
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


@pytest.fixture
def found_of_task(tmp_path: Path) -> Callable[..., list[str]]:
    """The kinds of faults of a note or a hand-on of task 8, with these copies, notes and status in the practice."""

    def find(
        kind: str,
        lines: list[Line],
        *,
        copies: int = 0,
        notes: tuple[tuple[int, str], ...] = (),
        status: int = 0,
    ) -> list[str]:
        database, log = tmp_path / "tasks.db", tmp_path / "log"
        database.unlink(missing_ok=True)
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("CREATE TABLE task (TaskNum, Descript, TaskListNum, TaskStatus, KeyNum)")
            connection.execute("CREATE TABLE tasknote (TaskNum, Note)")
            connection.execute("CREATE TABLE securitylog (LogText, FKey, PermType)")
            rows = [(8, 1, status), *((20 + number, 2, 0) for number in range(copies))]
            connection.executemany("INSERT INTO task VALUES (?, 'Soak task 8', ?, ?, 1)", rows)
            connection.executemany("INSERT INTO tasknote VALUES (?, ?)", notes)
            connection.commit()
        asked = {"kind": kind, "patient": 1, "amount": "0.00", "procedures": [], "of": "", "task": 8}
        said = [{"desk": "first", **each} for each in ({"act": "[s1]", "asked": asked}, *lines)]
        log.write_text("".join(f"{json.dumps(each)}\n" for each in said), encoding="utf-8")
        return [each.kind for each in check(database, [log])]

    return find


def test_what_is_wrong_with_a_note(found_of_task: Callable[..., list[str]]) -> None:
    """A history that quotes it is another note."""
    own, quoted = (8, "[s1]"), (20, "Handed on from task 8 in [s1]")
    assert found_of_task("task note", told("done"), notes=(own, quoted)) == []
    assert found_of_task("task note", told("done"), notes=(quoted,)) == [LOST]
    assert found_of_task("task note", told("done"), notes=(own, own)) == [DOUBLED]
    assert found_of_task("task note", told("refused"), notes=(own,)) == [MISREPORTED]


def test_what_is_wrong_with_a_hand_on(found_of_task: Callable[..., list[str]]) -> None:
    """Each of its three steps is there exactly if it was told done; the history has the task's notes."""
    history = ((20, "Handed on from task 8 in one: [s1] #1 Begun"),)
    steps = [*told("done"), *told("done", step=1, entry=2), *told("done", step=2, entry=3)]
    assert found_of_task("hand-on", steps, copies=1, notes=history, status=2) == []
    assert found_of_task("hand-on", told("refused")) == []
    assert found_of_task("hand-on", steps[:1], copies=1) == [LOST]
    assert DOUBLED in found_of_task("hand-on", steps, copies=2, notes=history, status=2)
    assert found_of_task("hand-on", steps, copies=1, status=2) == [LOST]
    assert found_of_task("hand-on", steps, copies=1, notes=history) == [LOST]
    assert found_of_task("hand-on", steps[:2], copies=1, notes=history, status=2) == [LOST, MISREPORTED]
    assert found_of_task("hand-on", steps, copies=1, notes=((20, history[0][1][:-5]),), status=2) == [LOST]


def test_the_entries_of_the_audit_trail_are_the_practices() -> None:
    """What the checker counts in the audit trail is what the practice writes there."""
    for (words, kind), sentence, permission in (
        (SECOND["exact payment"], "Payment allocated.", "PaymentEdit"),
        (SECOND["refund"], "Payment changed.", "PaymentEdit"),
        (CLOSED, "Payment plan closed.", "PayPlanEdit"),
        (TASK_CHANGED, "Task changed.", "TaskEdit"),
    ):
        assert (words, kind) == (logged_as(sentence), PERM_TYPE.number(permission))
