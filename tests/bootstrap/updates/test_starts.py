"""Starts that fail after an update."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap.updates import going_back
from app.bootstrap.updates.starts import NAME, News, Starts, count_start
from app.core.paths import HOME_VARIABLE


def start(folder: Path, version: str = "2.0.0") -> tuple[Starts, bool]:
    """A start; the second part is whether two before it have failed."""
    starts = Starts(folder, version)
    return starts, starts.begin()


def test_two_starts_that_fail_are_enough(tmp_path: Path) -> None:
    """The third goes back; if that isn't possible, the next two are counted again."""
    Starts(tmp_path, "1.0.0").begin()
    assert [start(tmp_path)[1] for _ in range(6)] == [False, False, True, False, False, True]


def test_a_start_that_still_runs_has_not_failed(tmp_path: Path) -> None:
    """Three clicks on the icon while the first start after an update is slow: nothing is gone back from."""
    waiting = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    for _ in range(2):
        start(tmp_path)
    known = json.loads((tmp_path / NAME).read_text("utf-8"))
    (tmp_path / NAME).write_text(json.dumps(known | {"pid": waiting.pid}), "utf-8")
    before = (tmp_path / NAME).read_bytes()
    assert not start(tmp_path)[1]
    waiting.communicate(b"\n")
    (tmp_path / NAME).write_bytes(before)
    assert start(tmp_path)[1], "it has ended"


def test_a_good_start_ends_the_counting(tmp_path: Path) -> None:
    """Whatever comes later is not the update's fault."""
    starts, _ = start(tmp_path)
    starts.confirm()
    before = (tmp_path / NAME).read_bytes()
    assert not any(start(tmp_path)[1] for _ in range(5))
    assert (tmp_path / NAME).read_bytes() == before, "a usual start writes nothing"


def test_a_window_that_is_closed_at_once_did_not_fail(tmp_path: Path) -> None:
    """Nor one that was confirmed by another object meanwhile."""
    for _ in range(5):
        starts, failed = start(tmp_path)
        assert not failed
        starts.ended()
    starts, _ = start(tmp_path)
    Starts(tmp_path, "2.0.0").confirm()
    starts.ended()
    assert not any(start(tmp_path)[1] for _ in range(5))


def test_another_version_is_told_once(tmp_path: Path) -> None:
    """With what was asked for before."""
    first, _ = start(tmp_path, "1.0.0")
    first.confirm()
    assert first.take_news() == News()
    first.note_asked()
    second, _ = start(tmp_path, "2.0.0")
    assert second.take_news() == News("1.0.0", asked=True)
    third, _ = start(tmp_path, "2.0.0")
    assert third.take_news() == News()


def test_an_update_that_was_asked_for_and_did_not_come_is_told(tmp_path: Path) -> None:
    """The version is the same."""
    first, _ = start(tmp_path)
    first.confirm()
    first.note_asked()
    second, _ = start(tmp_path)
    assert second.take_news() == News(asked=True)


def test_nothing_is_read_before_it_is_asked(tmp_path: Path) -> None:
    """The first paint waits for one look at the file, and what another object has written meanwhile counts."""
    made_before = Starts(tmp_path, "2.0.0")
    start(tmp_path, "1.0.0")
    start(tmp_path, "2.0.0")
    assert made_before.take_news() == News("1.0.0")
    made_before.note_asked()
    start(tmp_path, "2.0.0")[0].confirm()
    known = json.loads((tmp_path / NAME).read_text("utf-8"))
    assert (known["asked"], known["good"]) == (True, True)


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b'{"version": 1, "tries": "x"}'])
def test_a_damaged_file_stops_nothing(tmp_path: Path, content: bytes) -> None:
    """It counts as a first start."""
    (tmp_path / NAME).write_bytes(content)
    starts, failed = start(tmp_path)
    assert not failed
    assert starts.take_news() == News()


def test_a_folder_that_can_not_be_written_stops_nothing(tmp_path: Path) -> None:
    """The program has other ways to say so."""
    assert not Starts(tmp_path / "missing").begin()


def test_a_start_is_counted_before_anything_that_may_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The third asks for the version before; it goes on where that isn't possible. Without a folder nothing counts."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    asked: list[Path] = []

    def go_back(data: Path) -> bool:
        asked.append(data)
        return len(asked) == 1

    monkeypatch.setattr(going_back, "go_back", go_back)
    assert not any(count_start() for _ in range(5))
    (tmp_path / "data").mkdir()
    assert [count_start() for _ in range(6)] == [False, False, True, False, False, False]
    assert asked == [tmp_path / "data"] * 2
