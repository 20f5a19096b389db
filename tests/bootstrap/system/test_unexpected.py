"""What people are only told to be Front Desk's own mistake."""

from __future__ import annotations

from pathlib import Path

from app.bootstrap.system.unexpected import UnexpectedErrors
from app.core.paths import program_folders
from app.viewmodels.messages import explain


def test_it_is_reported_while_the_program_runs(_own_home: Path) -> None:  # noqa: PT019  # its folder
    """However often that was asked for, and not by another program that has ended."""
    errors = UnexpectedErrors()
    explain(type("OddBefore", (Exception,), {})())
    for _ in range(2):
        errors.report()
    explain(type("OddMeanwhile", (Exception,), {})())
    errors.close()
    errors.close()
    explain(type("OddAfter", (Exception,), {})())
    found = "".join(each.read_text("utf-8") for each in program_folders().logs.glob("report-*.txt"))
    assert [f"Odd{each}" in found for each in ("Before", "Meanwhile", "After")] == [False, True, False]
