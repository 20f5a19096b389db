"""The names of this PC and of the account."""

from __future__ import annotations

import platform

import pytest

from app.core.this_pc import account_name, computer_name


def test_an_account_has_a_name_without_any_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service or a scheduled task of Windows may have none; a start ended with an error then."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    assert account_name()


def test_the_pc_has_the_name_that_everybody_sees() -> None:
    """The one that Python's platform tells, and earlier audits have."""
    assert computer_name() == platform.node()
