"""The modules of an installed program are packed where it was installed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from PyInstaller.archive.readers import ZlibArchiveReader

from app.bootstrap.system import packing
from app.bootstrap.system.administering import NOT_DONE, NOT_UNDERSTOOD, administer
from app.core.installation import installed_in
from tests.installer.packages import modules
from tools.building import parts


def held(archive: Path) -> dict[str, tuple[int, Any]]:
    """Each module's kind and code, as PyInstaller's own reader sees them."""
    reader = ZlibArchiveReader(str(archive), check_pymagic=True)
    return {name: (kind, reader.extract(name)) for name, (kind, *_) in reader.toc.items()}


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archive of an installed program, as the setup program brings it."""
    (tmp_path / "_internal").mkdir()
    archive = modules(tmp_path / "_internal" / packing.NAME)
    archive.write_bytes(packing.repacked(archive.read_bytes(), packing.UNPACKED))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "front-desk.exe"))
    assert installed_in() == tmp_path
    return archive


def test_every_module_is_the_same_however_it_is_packed(tmp_path: Path) -> None:
    """Its kind and its code; unpacked it is larger, and packing takes that back."""
    archive = modules(tmp_path / packing.NAME)
    before, size = held(archive), archive.stat().st_size
    assert set(before) == {"a", "a.b", "c", "d"}
    archive.write_bytes(packing.repacked(archive.read_bytes(), packing.UNPACKED))
    assert held(archive) == before
    assert archive.stat().st_size > size + 1000
    archive.write_bytes(packing.repacked(archive.read_bytes(), packing.INSTALLED))
    assert held(archive) == before
    assert archive.stat().st_size <= size + 100


def test_the_setup_program_has_them_packed(program: Path) -> None:
    """In place; nothing else is left in the folder, and a second time changes nothing."""
    before, size = held(program), program.stat().st_size
    assert administer([packing.PACK]) == 0
    packed = program.read_bytes()
    assert len(packed) < size - 1000
    assert held(program) == before
    assert administer([packing.PACK]) == 0
    assert held(program) == before
    assert program.stat().st_size == len(packed)
    assert list(program.parent.iterdir()) == [program]


def test_modules_that_cannot_be_packed_stay_as_they_are(
    program: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The program runs with them unpacked, too."""
    before = program.read_bytes()

    def is_held(*_: object) -> None:
        raise PermissionError(13, "held")

    monkeypatch.setattr(packing, "replace", is_held)
    assert administer([packing.PACK]) == NOT_DONE
    assert "as they were" in capsys.readouterr().err
    assert program.read_bytes() == before
    assert list(program.parent.iterdir()) == [program]


@pytest.mark.parametrize("content", [b"", b"PYZ", b"PYZ\0" + b"\0" * 60, b"x" * 5000])
def test_a_damaged_archive_is_left_alone(content: bytes, program: Path) -> None:
    """A repair brings a whole one."""
    program.write_bytes(content)
    assert administer([packing.PACK]) == NOT_DONE
    assert program.read_bytes() == content


def test_a_program_that_may_be_running_keeps_its_modules(program: Path) -> None:
    """It reads modules at the offsets known at its start: a running hub would fail at its next import."""
    (program.parents[1] / "FrontDesk.exe").write_bytes(b"")
    before = program.read_bytes()
    assert administer([packing.PACK]) == NOT_UNDERSTOOD
    assert program.read_bytes() == before


def test_from_source_there_is_nothing_to_pack(tmp_path: Path) -> None:
    """And no settings are written by mistake."""
    assert administer([packing.PACK], tmp_path / "Front Desk") == NOT_UNDERSTOOD
    assert list(tmp_path.iterdir()) == []


def test_the_bundle_has_them_where_they_are_packed() -> None:
    """One name for the builder, the installer and the program."""
    assert parts.MODULES == packing.NAME
