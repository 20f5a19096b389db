"""Programs that this one starts find their own libraries."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.bootstrap.system.outside_programs import own_libraries


def test_from_source_nothing_is_changed() -> None:
    """Only PyInstaller's start changes where Windows looks."""
    with own_libraries():
        assert not hasattr(sys, "frozen")


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows looks for libraries in such a folder")
def test_a_started_program_does_not_look_in_our_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows' setting, which a started program inherits, is empty meanwhile, and ours again afterwards."""
    import ctypes  # noqa: PLC0415 - on Windows only

    kernel = getattr(ctypes, "WinDLL")("kernel32")  # noqa: B009 # Linux's types have none

    def looked_in() -> str:
        found = ctypes.create_unicode_buffer(1000)
        kernel.GetDllDirectoryW(len(found), found)
        return found.value

    before = looked_in()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    try:
        kernel.SetDllDirectoryW(str(tmp_path))
        with own_libraries():
            assert looked_in() == ""
        assert looked_in() == str(tmp_path)
    finally:
        kernel.SetDllDirectoryW(before or None)
