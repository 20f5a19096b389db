"""What an installer has the program do for the whole PC."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from app.bootstrap import main
from app.bootstrap.system import administering
from app.bootstrap.system.administering import NOT_DONE, NOT_UNDERSTOOD, administer, asked
from app.bootstrap.system.removing import UPGRADE_SECONDS, remove_data
from app.core.policy import FOLDER_VARIABLE, read_policy


def office_file(programs: Path) -> dict[str, object]:
    """The administrative settings below this ProgramData."""
    return json.loads((programs / "Front Desk" / "settings.json").read_text(encoding="utf-8"))


@pytest.fixture
def by_an_administrator(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the test writes counts as an administrator's: on Windows its files are this account's, and put aside."""
    monkeypatch.setattr(administering, "_may_be_a_users", lambda _: False)


def test_each_parameter_is_a_setting() -> None:
    """The names on the left are the installers', on the right those of the settings file."""
    given = [
        "--mode=service",
        "--server=OD-1 ",
        "--hub=10.0.0.5",
        "--kiosk=1",
        "--autostart=0",
        "--update-from=\\\\od\\new\\ ",
    ]
    assert asked(given) == {
        "mode": "Service", "server": "OD-1", "hub": "10.0.0.5", "kiosk": True, "start_with_windows": False,
        "update_from": "\\\\od\\new\\",
    }  # fmt: skip


@pytest.mark.usefixtures("by_an_administrator")
def test_an_update_without_parameters_keeps_what_was_set(tmp_path: Path) -> None:
    """And one with a parameter changes that one only, keys that this version doesn't know included."""
    place = tmp_path / "Front Desk"
    assert administer(["--mode=Service", "--server=Zahnärzte-1"], place) == 0
    file = tmp_path / "Front Desk" / "settings.json"
    file.write_text(json.dumps({**office_file(tmp_path), "later": 1}), encoding="utf-8")
    assert (
        administer(
            ["--mode= ", "--server= ", "--hub= ", "--kiosk= ", "--autostart= ", "--update-from= "], place
        )
        == 0
    )
    assert administer(["--kiosk=1"], place) == 0
    assert office_file(tmp_path) == {"mode": "Service", "server": "Zahnärzte-1", "later": 1, "kiosk": True}


def test_without_any_parameter_there_is_no_file(tmp_path: Path) -> None:
    """But the folder is there and protected: users could make the file otherwise."""
    assert administer([], tmp_path / "Front Desk") == 0
    assert list((tmp_path / "Front Desk").iterdir()) == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("--mode=Fax", "--mode can't be Fax. It is one of: Service, Hub"),
        ("--kiosk=yes", "--kiosk can't be yes. It is one of: 0, 1."),
        ("--colour=1", "There is no option --colour=1."),
        ("--server", "There is no option --server."),
        ("--remove=1", "There is no option --remove=1."),
        ("Service", "There is no option Service."),
        ("--server=ftp://OD", "--server can't be ftp://OD. An address starts with http:// or https://"),
        ("--server=OD:99999", "There is no port 99999."),
        ("--hub=the hub", "--hub can't be the hub. That isn't a server name"),
        ("--update-from=http://od/new", "Updates come from an https address or a folder."),
    ],
)
def test_what_is_not_understood_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: str, words: str
) -> None:
    """The installer stops: half of the parameters would be worse than none. In a terminal the reason can be read."""
    assert administer(["--server=OD", wrong], tmp_path / "Front Desk") == NOT_UNDERSTOOD
    assert list(tmp_path.iterdir()) == []
    said = capsys.readouterr().err
    assert words in said
    assert said.endswith("Nothing was changed.\n")


@pytest.mark.usefixtures("by_an_administrator")
def test_a_file_that_can_not_be_written_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The installer gets another code than for a wrong parameter, and no half file is left."""
    folder = tmp_path / "Front Desk"
    (folder / "settings.json.new").mkdir(parents=True)  # nothing can be written there
    (folder / "settings.json").write_text('{"mode": "Local"}', encoding="utf-8")
    assert administer(["--kiosk=1"], folder) == NOT_DONE
    assert office_file(tmp_path) == {"mode": "Local"}
    assert str(folder / "settings.json") in capsys.readouterr().err


def test_a_damaged_file_is_put_aside(tmp_path: Path) -> None:
    """An installation must not fail for it, and nobody's work is thrown away."""
    folder = tmp_path / "Front Desk"
    folder.mkdir()
    (folder / "settings.json").write_text("{ mode", encoding="utf-8")
    assert administer(["--kiosk=0"], tmp_path / "Front Desk") == 0
    assert office_file(tmp_path) == {"kiosk": False}
    assert (folder / "settings.damaged.json").read_text(encoding="utf-8") == "{ mode"


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere only administrators may write there")
def test_a_users_file_is_put_aside(tmp_path: Path) -> None:
    """One who made it before Front Desk was installed would set what holds for all others."""
    folder = tmp_path / "Front Desk"
    folder.mkdir()
    (folder / "settings.json").write_text('{"mode": "Local"}', encoding="utf-8")
    assert administer(["--kiosk=1"], folder) == 0
    assert office_file(tmp_path) == {"kiosk": True}
    assert (folder / "settings.damaged.json").exists()


@pytest.mark.usefixtures("by_an_administrator")
def test_a_file_that_a_windows_editor_saved_is_read(tmp_path: Path) -> None:
    """Notepad puts a mark before the text."""
    folder = tmp_path / "Front Desk"
    folder.mkdir()
    (folder / "settings.json").write_text('{"mode": "Local"}', encoding="utf-8-sig")
    assert administer(["--kiosk=1"], tmp_path / "Front Desk") == 0
    assert office_file(tmp_path) == {"mode": "Local", "kiosk": True}


def a_users_data(folder: Path) -> Path:
    """What a user's folder has after some work."""
    for name in (
        "settings.json",
        "journal-1a.db",
        "journal-1a.db-wal",
        "audit-1a.db",
        "logs/front-desk.log",
        "training/a.db",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_removing_leaves_nothing(tmp_path: Path) -> None:
    """Settings, journal, logs and the training practice are gone, with their folder."""
    assert remove_data(a_users_data(tmp_path / "Front Desk"), keep_journal=False)
    assert list(tmp_path.iterdir()) == []


def test_removing_leaves_the_journal_if_asked(tmp_path: Path) -> None:
    """The journal and the audit, with what SQLite has not merged yet."""
    folder = a_users_data(tmp_path / "Front Desk")
    assert remove_data(folder, keep_journal=True)
    assert {each.name for each in folder.iterdir()} == {"journal-1a.db", "journal-1a.db-wal", "audit-1a.db"}


@pytest.mark.skipif(sys.platform == "win32", reason="only administrators of Windows may make such a link")
def test_removing_follows_no_link(tmp_path: Path) -> None:
    """A user could point it at anything, and an administrator deletes."""
    other = a_users_data(tmp_path / "other")
    (tmp_path / "Front Desk").symlink_to(other)
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link").symlink_to(other)
    assert remove_data(tmp_path / "Front Desk", keep_journal=False)
    assert remove_data(inside, keep_journal=False)
    assert (other / "journal-1a.db").exists()


def test_removing_takes_the_offices_settings_and_no_users_data(tmp_path: Path) -> None:
    """An uninstallation that isn't told to: what a user did may not be sent yet."""
    place, users = tmp_path / "Front Desk", a_users_data(tmp_path / "user" / "Front Desk")
    before = set(users.rglob("*"))
    assert administer(["--mode=Service"], place) == 0
    assert administer(["--remove"], place) == 0
    assert not place.exists()
    assert set(users.rglob("*")) == before


@pytest.mark.usefixtures("by_an_administrator")
@pytest.mark.parametrize("removal", [["--remove"], ["--remove", "--data"]])
def test_nothing_is_removed_while_a_newer_version_is_being_installed(
    tmp_path: Path, removal: list[str]
) -> None:
    """Also if the installer doesn't tell the earlier version that it is being replaced. Wine's doesn't."""
    place = tmp_path / "Front Desk"
    assert administer(["--mode=Service"], place) == 0
    assert administer(["--upgrade-begins"], place, now=1000.0) == 0
    assert administer(removal, place, now=1060.0) == 0
    assert office_file(tmp_path) == {"mode": "Service"}
    assert administer(["--mode= "], place) == 0  # the newer version's
    assert [each.name for each in place.iterdir()] == ["settings.json"]


def test_an_upgrade_that_was_cut_off_does_not_stop_an_uninstallation_for_ever(tmp_path: Path) -> None:
    """Its mark counts for an hour; one from the future, of a clock that was wrong, for nothing."""
    place = tmp_path / "Front Desk"
    for later in (UPGRADE_SECONDS, -1.0):
        assert administer(["--upgrade-begins"], place, now=1000.0) == 0
        assert administer(["--remove"], place, now=1000.0 + later) == 0
        assert not place.exists()


@pytest.mark.parametrize("wrong", [["--remove", "--keep-journal"], ["--remove", "--mode=Hub"]])
def test_a_removal_that_makes_no_sense_removes_nothing(tmp_path: Path, wrong: list[str]) -> None:
    """A journal can be kept of data that go, and nothing is set while all is removed."""
    place = tmp_path / "Front Desk"
    assert administer(["--mode=Service"], place) == 0
    assert administer(wrong, place) == NOT_UNDERSTOOD
    assert office_file(tmp_path) == {"mode": "Service"}


def test_the_program_has_the_command() -> None:
    """Both installers call it by this name."""
    assert main(["administer", "--mode=Fax"]) == NOT_UNDERSTOOD


def test_the_program_reads_what_was_written(tmp_path: Path) -> None:
    """Every key is one of the administrator's, and none is refused."""
    given = [
        "--mode=hub",
        "--server=OD",
        "--hub=HUB",
        "--kiosk=1",
        "--autostart=1",
        "--update-from=https://od/new",
    ]
    assert administer(given, tmp_path) == 0
    policy = read_policy({FOLDER_VARIABLE: str(tmp_path)}, tmp_path / "nothing")
    assert policy.values == asked(given)
    assert len(policy.values) == len(given)
    assert policy.unusable == ()
