"""What an earlier build left is used by the next one only if that one is made of the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tools.building import bundle, lean, leftovers
from tools.words import Trouble


@pytest.mark.parametrize("changed", ["app/there.py", "tools/building/lean.py", "requirements/runtime.txt"])
def test_what_another_checkout_left_is_removed(tmp_path: Path, changed: str) -> None:
    """The program, how it is packed, its libraries: by their content, whatever the time of a file says."""
    sources, work = tmp_path / "sources", tmp_path / "work"
    for name in ("app/there.py", "tools/building/lean.py", "requirements/runtime.txt"):
        (sources / name).parent.mkdir(parents=True)
        (sources / name).write_text("before")
    assert leftovers.clear(work, sources)
    (work / "PYZ-00.pyz").touch()
    assert not leftovers.clear(work, sources)
    assert (work / "PYZ-00.pyz").exists()
    (sources / changed).write_text("after!")
    os.utime(sources / changed, (0, 0))
    assert leftovers.clear(work, sources)
    assert [each.name for each in work.iterdir()] == [leftovers.MADE_OF]
    (sources / "app" / "there.py").unlink()
    assert leftovers.clear(work, sources)


def test_modules_that_were_compiled_otherwise_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With their columns, for example: they make a bundle larger, and no source has changed."""
    assert leftovers.clear(tmp_path / "work", tmp_path)
    monkeypatch.setattr(lean, "VARIABLES", {})
    assert leftovers.clear(tmp_path / "work", tmp_path)


def test_a_build_begins_without_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before PyInstaller could use them."""
    left = tmp_path / "PYZ-00.pyz"
    left.touch()
    there: list[bool] = []

    def called(command: list[str], trouble: str, _: dict[str, str] | None = None) -> None:
        if "PyInstaller" in command:
            there.append(left.exists())
            raise Trouble(trouble)

    monkeypatch.setattr(bundle, "_call", called)
    monkeypatch.setattr(bundle, "WORK", tmp_path)
    with pytest.raises(Trouble, match="PyInstaller"):
        bundle.make()
    assert there == [False]
