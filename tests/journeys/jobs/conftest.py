"""Counts each job, and prints one table of all that were done."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.jobs.counted import Counted, Job, Result

Count = Callable[[Job, str], Counted]
RESULTS: list[Result] = []
"""What each job of this run took."""


@pytest.fixture
def count() -> Count:
    """Begins to count a job that is done in some way: by mouse, by keyboard."""
    return lambda job, way: Counted(job, way, RESULTS)


@pytest.fixture(autouse=True)
def unhurried(qapp: QApplication) -> Iterator[None]:
    """A receptionist's clicks are further apart than those of a double click."""
    usual = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)
    yield
    QApplication.setDoubleClickInterval(usual)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table."""
    if RESULTS:
        terminalreporter.write_sep("=", "jobs, counted")
        for line in table(RESULTS):
            terminalreporter.write_line(line)


def table(results: list[Result]) -> list[str]:
    """One line a job and way."""
    head = "| # | Job | Open Dental | Target | How | Clicks | Keys | Estimate |"
    lines = [head, "|---|---|---|---|---|---|---|---|"]
    for each in sorted(results, key=lambda each: (each.job.number, each.job.name)):
        job = each.job
        lines.append(
            f"| {job.number} | {job.name} | {job.open_dental} | {job.target} | {each.way}"
            f" | {each.clicks} | {each.keys} | {each.seconds:.1f} s |"
        )
    return lines
