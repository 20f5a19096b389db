"""Files that another program holds for a moment, as scanners and backups do on Windows."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.core.files import HELD, WAITS, delete, patiently, replace, write_whole


def held(code: int = 32) -> OSError:
    """Windows' error for a file that another program holds."""
    error = PermissionError("held")
    error.winerror = code  # type: ignore[attr-defined,unused-ignore] # Linux has no such attribute
    return error


class Holder:
    """Holds a file for the first tries."""

    def __init__(self, tries: int, code: int = 32) -> None:
        self.left = tries
        self.code = code
        self.waits: list[float] = []

    def work(self) -> None:
        """Fail while it is held."""
        if self.left:
            self.left -= 1
            raise held(self.code)


@pytest.mark.parametrize("code", HELD)
def test_a_file_that_is_let_go_within_a_second_is_replaced(code: int) -> None:
    """Each of Windows' errors for a held file is retried, with growing pauses of about a second altogether."""
    holder = Holder(len(WAITS), code)
    patiently(holder.work, holder.waits.append)
    assert holder.waits == list(WAITS)
    assert sum(WAITS) == pytest.approx(1, abs=0.1)


def test_a_file_that_stays_held_is_reported() -> None:
    """After the last retry the system's error reaches the caller."""
    holder = Holder(99)
    with pytest.raises(PermissionError):
        patiently(holder.work, holder.waits.append)
    assert holder.left == 99 - len(WAITS) - 1


def test_what_waiting_cannot_mend_is_not_retried(tmp_path: Path) -> None:
    """A missing file fails at once."""
    waits: list[float] = []
    with pytest.raises(FileNotFoundError):
        replace(tmp_path / "missing", tmp_path / "there", waits.append)
    delete(tmp_path / "missing", waits.append)
    assert not waits


def test_a_file_that_is_really_held_is_replaced_once_it_is_closed(tmp_path: Path) -> None:
    """The new content arrives although someone reads the old one, once it is closed.

    On Linux it is tests/support/systems/held_files.py that holds it, as Windows would.
    """
    path = tmp_path / "Übung" / "settings.json"
    write_whole(path, "old")
    reader = path.open(encoding="utf-8")
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            reader.close()

    write_whole(path, "new", wait=wait)
    reader.close()
    assert path.read_text(encoding="utf-8") == "new"
    assert len(waits) == (3 if sys.platform in ("win32", "linux") else 0)
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


def test_what_could_not_be_put_in_place_is_kept_beside_it(tmp_path: Path) -> None:
    """The completed file goes where it was told to, and the caller gets the error."""
    path, kept = tmp_path / "settings.json", tmp_path / "settings.not-saved.json"
    path.mkdir()  # nothing can take its place
    with pytest.raises(OSError, match=r".+"):
        write_whole(path, "new", wait=lambda _: None, otherwise=kept)
    assert kept.read_text(encoding="utf-8") == "new"
    assert sorted(each.name for each in tmp_path.iterdir()) == [path.name, kept.name]
