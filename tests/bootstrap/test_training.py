"""What the training practice leaves behind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.bootstrap.training import _clear, database_file

TODAY = date(2026, 11, 23)


def test_a_leftover_that_cannot_be_deleted_is_no_reason_not_to_train(tmp_path: Path) -> None:
    """On Windows a backup may read it just now; the others go, and today's stays."""
    held, old, today = (
        database_file(tmp_path, day) for day in (date(2026, 11, 19), date(2026, 11, 20), TODAY)
    )
    held.mkdir()  # no file, so it can't be deleted as one
    for file in (old, today):
        file.touch()
    _clear(tmp_path, TODAY)
    assert {each for each in (held, old, today) if each.exists()} == {held, today}
