"""A tour that fails ends by itself: nobody may be there to read a message box and close it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap.tour import guide
from app.core.paths import HOME_VARIABLE


def test_a_failed_step_ends_the_tour_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit code is 1, and the terminal has the cause."""

    def fails(*_: object) -> int:
        raise guide.StepFailed("wrong key") from TimeoutError("planted")

    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))  # the tour sets it; it is restored after the test
    monkeypatch.setattr(guide, "_run", fails)
    assert guide.tour(["--out", str(tmp_path / "out")]) == 1
    assert "TimeoutError: planted" in capsys.readouterr().err
