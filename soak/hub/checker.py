"""Compares a practice's database with what patients were told at kiosks. Standard library only.

- lost: told to take a seat, and not marked arrived;
- doubled: marked more than once.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from soak.checker import DOUBLED, LOST, Fault

OK = "ok"


def check_arrivals(database: Path, logs: Iterable[Path], arrived: int) -> tuple[list[Fault], Counter[str]]:
    """All faults, and how often patients were told what. `arrived`: the status that means it."""
    told: dict[int, str] = {}
    for path in logs:
        for line in path.read_text(encoding="utf-8").splitlines():
            said = json.loads(line)
            if "visit" in said and "told" in said:
                told[said["visit"]] = said["told"]
    found: list[Fault] = []
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        for number, said in told.items():
            (status,) = connection.execute(
                "SELECT Confirmed FROM appointment WHERE AptNum = ?", (number,)
            ).fetchone()
            (times,) = connection.execute(
                "SELECT count(*) FROM histappointment WHERE AptNum = ? AND Confirmed = ?", (number, arrived)
            ).fetchone()
            if said == OK and status != arrived:
                found.append(Fault(LOST, f"visit {number}", "told to take a seat, and not marked"))
            if times > 1:
                found.append(Fault(DOUBLED, f"visit {number}", f"marked {times} times"))
    return found, Counter(told.values())
