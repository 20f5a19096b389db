"""Where the program is, how it is started there, and what it is built on."""

from __future__ import annotations

import re
from pathlib import Path

from app.bootstrap import USAGE
from app.core.installation import (
    Library,
    as_typed,
    libraries,
    licenses_folder,
    program_arguments,
    program_file,
    qt_folder,
    terminal_command,
)
from installer.verify_under_wine import working

ROOT = Path(__file__).resolve().parents[2]


def test_every_locked_library_is_credited() -> None:
    """THIRD-PARTY.md is read whole: each locked library of a runtime is in it, with a license."""
    found = libraries()
    credited = " ".join(each.names for each in found).lower()
    locked = re.findall(
        r"^([a-z0-9-]+)==", (ROOT / "requirements" / "runtime.txt").read_text("utf-8"), re.MULTILINE
    )
    assert [name for name in locked if name not in credited] == []
    assert Library("qasync", "BSD-2-Clause") in found
    assert all(each.license for each in found)


def test_without_the_file_there_are_no_libraries(tmp_path: Path) -> None:
    """A bundle without THIRD-PARTY.md or license texts shows none, and fails nowhere."""
    assert libraries(tmp_path) == ()
    assert licenses_folder(tmp_path) is None
    (tmp_path / "licenses").mkdir()
    assert licenses_folder(tmp_path) == tmp_path / "licenses"


def test_the_twin_with_a_console_prints(tmp_path: Path) -> None:
    """In an installed program, terminals start the console's twin, and other programs the windowed one."""
    windowed, console = tmp_path / "FrontDesk.exe", tmp_path / "front-desk.exe"
    windowed.touch()
    assert str(windowed) in terminal_command("diagnose", frozen=True, executable=windowed)
    console.touch()
    assert terminal_command("diagnose", frozen=True, executable=windowed).endswith(" diagnose")
    assert str(console) in terminal_command("diagnose", frozen=True, executable=windowed)
    assert program_file(console) == windowed
    assert program_file(tmp_path / "python") == windowed


def test_from_source_it_is_a_module() -> None:
    """From source the command starts Python with the module; Qt's files are found."""
    assert terminal_command("diagnose", frozen=False).endswith("-m app diagnose")
    assert program_arguments("--patient 1", frozen=False) == "-m app --patient 1"
    assert program_arguments("--patient 1", frozen=True) == "--patient 1"
    folder = qt_folder()
    assert folder is not None
    assert folder.is_dir()


def test_the_help_of_an_installed_program_names_it() -> None:
    """What a person types there; columns stay where they were, and from source nothing changes."""
    words = (
        "python -m app hub --training       serve\n"
        "                                   more\n"
        "Run: python -m app hub set-up (or python -m app hub code)"
    )
    assert as_typed(words, frozen=False) == words
    assert as_typed(words, frozen=True) == (
        "front-desk hub --training          serve\n"
        "                                   more\n"
        "Run: front-desk hub set-up (or front-desk hub code)"
    )
    assert "python" not in as_typed(USAGE, frozen=True)
    assert working.USAGE in as_typed(
        USAGE, frozen=True
    )  # what the verification of the installed program looks for
