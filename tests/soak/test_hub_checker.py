"""The check of a soak with kiosks finds what was lost and what was done twice."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from soak.checker import DOUBLED, LOST
from soak.hub.checker import check_arrivals
from soak.hub.town import ARRIVED, EXPECTED, FIRST_VISIT, build_with_visits


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    """A practice with two visits."""
    path = tmp_path / "practice.db"
    build_with_visits(path, 1, 2, datetime(2026, 11, 23, 9), timedelta(minutes=1))
    return path


@pytest.mark.parametrize(
    ("said", "status", "times", "fault"),
    [
        ("ok", ARRIVED, 1, None),
        ("ok", EXPECTED, 0, LOST),
        ("ok", ARRIVED, 2, DOUBLED),
        ("see the desk", ARRIVED, 1, None),
        ("see the desk", EXPECTED, 0, None),
        ("unreachable", ARRIVED, 2, DOUBLED),
    ],
)
def test_what_is_a_fault(practice: Path, said: str, status: int, times: int, fault: str | None) -> None:
    """A patient who takes a seat is marked once; one who was sent to the desk at most once."""
    told = practice.with_suffix(".told")
    told.write_text(json.dumps({"desk": "kiosk", "visit": FIRST_VISIT, "told": said}) + "\n")
    with closing(sqlite3.connect(practice)) as opened, opened as connection:
        connection.execute("UPDATE appointment SET Confirmed = ? WHERE AptNum = ?", (status, FIRST_VISIT))
        for _ in range(times):
            connection.execute(
                "INSERT INTO histappointment (AptNum, Confirmed) VALUES (?, ?)", (FIRST_VISIT, ARRIVED)
            )
    faults, counts = check_arrivals(practice, [told], ARRIVED)
    assert [each.kind for each in faults] == ([] if fault is None else [fault])
    assert counts == {said: 1}
