"""Windows' access lists: who can read this user's folders, and who can write the administrator's settings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.core.paths import HOME_VARIABLE, program_folders
from app.core.windows_access import access_of, open_to_others, written_by_others

USER = "S-1-5-21-1-2-3-1001"
PROFILE = f"O:{USER}D:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;FA;;;{USER})"


@pytest.mark.parametrize("rule", ["(A;;FR;;;WD)", "(A;OICI;0x1200a9;;;BU)", "(A;ID;FA;;;AU)"])
def test_a_folder_that_everyone_can_read_is_noticed(rule: str) -> None:
    """A profile's own list is private; with one of these rules it isn't."""
    assert not open_to_others(PROFILE)
    assert open_to_others(PROFILE + rule)


@pytest.mark.parametrize("rule", ["(D;;FA;;;WD)", "(A;OICIIO;FA;;;BU)", f"(A;;FA;;;{USER[:-1]}9)"])
def test_rules_that_let_nobody_in_do_no_harm(rule: str) -> None:
    """Denials, rules for children only, and people whom IT has let in by name."""
    assert not open_to_others(PROFILE + rule)


@pytest.mark.parametrize("owner", ["BA", "SY", "LA"])
def test_a_file_of_an_administrator_that_users_can_only_read_is_the_administrators(owner: str) -> None:
    """This is what a file that an installer or Group Policy puts into ProgramData looks like."""
    text = f"O:{owner}D:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)"
    assert not written_by_others(text)
    assert written_by_others(text + "(A;;0x1201bf;;;BU)")
    assert written_by_others(text + f"(A;;FA;;;{USER})")
    assert written_by_others(text.replace(f"O:{owner}", f"O:{USER}"))
    assert written_by_others("")


def test_the_offices_folder_is_a_users_until_it_is_closed() -> None:
    """As Windows makes it below ProgramData, and as the installer leaves it."""
    made = "O:BAD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)"
    closed = "D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)"
    assert written_by_others(made)
    assert not written_by_others("O:BA" + closed)
    assert written_by_others("O:S-1-5-21-1-2-3-1001" + closed), "its owner may change the list"


@pytest.mark.skipif(os.name != "nt", reason="Linux and macOS have mode bits: tests/core/test_paths.py")
def test_a_folder_outside_the_profile_becomes_private(tmp_path: Path) -> None:
    """A folder that everyone can read, as one made on drive C: is, is restricted, and stays usable."""
    home = tmp_path / "Übung"
    home.mkdir()
    found = program_folders({HOME_VARIABLE: str(home)})
    found.make()
    (found.data / "journal.db").write_text("kept", encoding="utf-8")
    found.make()
    assert not any(open_to_others(access_of(each)) for each in (found.config, found.data, found.logs))
    assert (found.data / "journal.db").read_text(encoding="utf-8") == "kept"
