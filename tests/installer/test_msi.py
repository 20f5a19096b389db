"""The MSI's tables: what Windows does with them when it installs, upgrades, repairs and removes.

Compiled once from a small bundle, and read with msiinfo, as Windows has no other source either.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from app.core.version import VERSION
from tests.installer.msi_conditions import holds
from tests.installer.packages import bundle, needs_compilers, shown
from tools.building import msi_actions
from tools.building.compilers import INSTALLER, Tools
from tools.building.msi import components, fingerprint, msi

pytestmark = needs_compilers
IMMEDIATE = {"QuitOrStop", "QuitIfPossible", "BeginUpgrade"}
REMOVAL = {"REMOVE": "ALL", "Installed": "1", "PROGRAMBEFORE": r"C:\Program Files\Front Desk\FrontDesk.exe"}
BEFORE = {"PROGRAMBEFORE": REMOVAL["PROGRAMBEFORE"]}
NEW_CODE = "{00000000-0000-0000-0000-000000000001}"
CLEARS = {"CloseTcp", "CloseUdp", "RemoveTask"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The MSI of a small bundle."""
    folder = tmp_path_factory.mktemp("msi")
    tools = Tools.find()
    assert tools is not None
    return msi(tools, bundle(folder / "b"), folder)


def done(made: Path, properties: dict[str, str]) -> set[str]:
    """Our actions that Windows runs with these properties."""
    ours = {row[0] for row in shown(made, "CustomAction")}
    rows = shown(made, "InstallExecuteSequence")
    return {name for name, condition, _ in rows if name in ours and holds(condition, properties)}


# --- data ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given", [{}, {"REMOVEDATA": "1"}, {"REMOVEDATA": "1", "KEEPJOURNAL": "1"}, {"FORCE": "1"}]
)
def test_an_upgrade_removes_no_data(made: Path, given: dict[str, str]) -> None:
    """Windows removes the earlier version with REMOVE=ALL as an uninstallation does, and with UPGRADINGPRODUCTCODE."""
    assert done(made, {**REMOVAL, "UPGRADINGPRODUCTCODE": NEW_CODE, **given}) == set()


def test_the_newer_version_tells_the_earlier_one_before_it_removes_it(made: Path) -> None:
    """For installers that set no UPGRADINGPRODUCTCODE: the earlier version then removes nothing either."""
    assert done(made, {**BEFORE, "WIX_UPGRADE_DETECTED": NEW_CODE}) == {
        "QuitOrStop",
        "BeginUpgrade",
        "Administer",
    }
    places = {row[0]: int(row[2]) for row in shown(made, "InstallExecuteSequence")}
    assert places["BeginUpgrade"] < places["RemoveExistingProducts"]


@pytest.mark.parametrize(
    ("given", "removes"),
    [
        ({}, "RemoveSettings"),
        ({"KEEPJOURNAL": "1"}, "RemoveSettings"),
        ({"REMOVEDATA": "0"}, "RemoveSettings"),
        ({"REMOVEDATA": "1"}, "RemoveData"),
        ({"REMOVEDATA": "1", "KEEPJOURNAL": "1"}, "RemoveDataButJournal"),
    ],
)
def test_an_uninstallation_removes_what_it_is_told_to(
    made: Path, given: dict[str, str], removes: str
) -> None:
    """The program and its settings for the PC always, users' data only with REMOVEDATA=1."""
    assert done(made, {**REMOVAL, **given}) == {"QuitOrStop", removes, *CLEARS}
    commands = {row[0]: row[3] for row in shown(made, "CustomAction")}
    assert ("--data" in commands[removes]) == (given.get("REMOVEDATA") == "1")
    assert "--keep-journal" in commands["RemoveDataButJournal"]


def test_the_offices_settings_can_stay_for_an_older_version(made: Path) -> None:
    """Windows installs an older version only where the newer one was uninstalled."""
    assert done(made, {**REMOVAL, "KEEPSETTINGS": "1"}) == {"QuitOrStop", *CLEARS}


def test_nothing_else_in_the_tables_removes_data(made: Path) -> None:
    """No action but these three has the command, and no table deletes files that the MSI did not bring."""
    removing = {row[0] for row in shown(made, "CustomAction") if "--remove" in row[3]}
    assert removing == {"RemoveSettings", "RemoveData", "RemoveDataButJournal"}
    assert shown(made, "RemoveFile") == []
    assert {row[0] for row in shown(made, "AdvtExecuteSequence")}.isdisjoint(removing)
    assert {row[0] for row in shown(made, "InstallUISequence")}.isdisjoint(removing)


def test_the_first_installation_and_a_repair_remove_nothing(made: Path) -> None:
    """A repair goes on although the program can't be closed: what it mends may be the reason."""
    assert done(made, {}) == {"Administer"}
    assert done(made, {**BEFORE, "Installed": "1", "REINSTALL": "ALL"}) == {"QuitIfPossible", "Administer"}


# --- a program that runs ------------------------------------------------------------------------------------------


def test_a_program_that_goes_on_running_stops_an_upgrade(made: Path) -> None:
    """Before anything is changed; FORCE=1 is for one that is too damaged to answer."""
    kinds = {row[0]: int(row[1]) for row in shown(made, "CustomAction")}
    assert kinds["QuitOrStop"] & msi_actions.GO_ON == 0
    assert kinds["QuitIfPossible"] & msi_actions.GO_ON
    forced = done(made, {**BEFORE, "WIX_UPGRADE_DETECTED": NEW_CODE, "FORCE": "1"})
    assert forced == {"QuitIfPossible", "BeginUpgrade", "Administer"}
    places = {row[0]: int(row[2]) for row in shown(made, "InstallExecuteSequence")}
    assert max(places["QuitOrStop"], places["QuitIfPossible"]) < places["InstallValidate"]


def test_a_program_that_was_deleted_by_hand_stops_nothing(made: Path) -> None:
    """PROGRAMBEFORE is the file that was found, and not what the registry says of it."""
    assert ["PROGRAMBEFORE", "ProgramBefore"] in shown(made, "AppSearch")
    assert "ProgramBefore" not in {row[0] for row in shown(made, "RegLocator")}
    assert [row[1].rpartition("|")[2] for row in shown(made, "Signature")] == ["front-desk.exe"]
    assert [row[2] for row in shown(made, "DrLocator")] == [r"[ProgramFiles64Folder]Front Desk"]


# --- versions -----------------------------------------------------------------------------------------------------


def test_earlier_versions_and_other_builds_of_this_one_are_replaced_and_newer_ones_refused(
    made: Path,
) -> None:
    """Each build has a number of its own; Windows would leave two entries in Programs and Features."""
    rows = {row[6]: row for row in shown(made, "Upgrade")}
    inclusive, only_detect = 512, 2
    assert rows["WIX_UPGRADE_DETECTED"][2] == VERSION
    assert int(rows["WIX_UPGRADE_DETECTED"][4]) & inclusive
    assert not int(rows["WIX_UPGRADE_DETECTED"][4]) & only_detect
    assert rows["WIX_DOWNGRADE_DETECTED"][1] == VERSION
    inclusive_minimum = 256
    assert not int(rows["WIX_DOWNGRADE_DETECTED"][4]) & inclusive_minimum
    assert refuses(made, {"WIX_DOWNGRADE_DETECTED": NEW_CODE})
    assert not refuses(made, {"WIX_UPGRADE_DETECTED": NEW_CODE})
    properties = dict(row[:2] for row in shown(made, "Property"))
    assert {row[0] for row in rows.values()} == {properties["UpgradeCode"]} == {msi_actions.UPGRADES}


def refuses(made: Path, properties: dict[str, str]) -> bool:
    """Whether a condition stops the installation before anything is changed."""
    pc = {"VersionNT64": "603", **properties}
    return not all(holds(row[0], pc) for row in shown(made, "LaunchCondition"))


def test_going_back_removes_the_newer_version_within_the_same_transaction(made: Path) -> None:
    """With GOBACK=1 alone: a failure brings the newer version back, so that the PC is never without a program."""
    newer = {"WIX_DOWNGRADE_DETECTED": NEW_CODE}
    assert not refuses(made, {**newer, "GOBACK": "1"})
    assert refuses(made, {**newer, "GOBACK": "0"})
    only_detect = 2
    rows = {row[6]: row for row in shown(made, "Upgrade")}
    assert not int(rows["WIX_DOWNGRADE_DETECTED"][4]) & only_detect
    # Nothing is refused because the newer version can't be started: that is why it goes.
    damaged = done(made, {**BEFORE, **newer, "GOBACK": "1", "FORCE": "1"})
    assert damaged == {"QuitIfPossible", "BeginUpgrade", "Administer"}
    # Windows compares the versions of files before the newer ones go, and would leave out those that are older.
    assert ["REINSTALLMODE", "amus"] in shown(made, "Property")


def test_windows_knows_what_is_installed_before_it_decides(made: Path) -> None:
    """Searches come before the conditions that use them, in both sequences."""
    for table in ("InstallExecuteSequence", "InstallUISequence"):
        places = {row[0]: int(row[2]) for row in shown(made, table)}
        assert places["FindRelatedProducts"] < places["LaunchConditions"]
        assert places["AppSearch"] < places["LaunchConditions"]


def test_the_earlier_version_goes_right_after_the_start(made: Path) -> None:
    """Windows' rule (ICE63): nothing between the two that writes to the script. A failure then brings it back."""
    rows = sorted(shown(made, "InstallExecuteSequence"), key=lambda row: int(row[2]))
    names = [row[0] for row in rows]
    assert names[names.index("InstallInitialize") + 1] == "RemoveExistingProducts"


def test_what_changes_the_pc_runs_as_the_system_between_start_and_end(made: Path) -> None:
    """Elsewhere Windows refuses it, or runs it without an administrator's rights."""
    places = {row[0]: int(row[2]) for row in shown(made, "InstallExecuteSequence")}
    deferred = msi_actions.DEFERRED | msi_actions.AS_SYSTEM
    for name, kind, *_ in shown(made, "CustomAction"):
        assert (int(kind) & deferred == deferred) == (name not in IMMEDIATE)
        if name not in IMMEDIATE:
            assert places["RemoveExistingProducts"] < places[name] < places["InstallFinalize"]
        if "--remove" in name or name in CLEARS:
            assert places[name] < places["RemoveFiles"]
    assert places["InstallFiles"] < places["Administer"]


def test_the_same_content_has_the_same_number_and_another_one_another(tmp_path: Path) -> None:
    """Windows takes two files with one number for the same, and would not install the second."""
    first, same, other = (bundle(tmp_path / name) for name in "abc")
    (other / "_internal" / "base_library.zip").write_bytes(b"other")
    assert fingerprint(first, VERSION, []) == fingerprint(same, VERSION, [])
    numbers = {fingerprint(first, VERSION, []), fingerprint(other, VERSION, []), fingerprint(first, "9.9.9", []),
               fingerprint(first, VERSION, ["changed"])}  # fmt: skip
    assert len(numbers) == 4


# --- parameters and parts -------------------------------------------------------------------------------------------


def test_windows_hands_on_every_property_that_conditions_and_actions_use(made: Path) -> None:
    """The part that installs gets only those that are named, if the other part has no administrator's rights."""
    properties = dict(row[:2] for row in shown(made, "Property"))
    secure = set(properties["SecureCustomProperties"].split(";"))
    used = set(re.findall(r"\[([A-Z]+)\]", "".join(row[3] for row in shown(made, "CustomAction"))))
    for row in (*shown(made, "InstallExecuteSequence"), *shown(made, "LaunchCondition")):
        used |= set(
            re.findall(
                r"\b[A-Z_]{4,}\b", row[1] if row[0] in {each[0] for each in msi_actions.ACTIONS} else row[0]
            )
        )
    used |= {row[0] for row in shown(made, "AppSearch")}
    assert used - {"REMOVE", "REINSTALL", "UPGRADINGPRODUCTCODE"} <= secure


@pytest.mark.parametrize(
    ("given", "expected"), [({}, False), ({"KIOSK": "1"}, True), ({"KIOSK": "0"}, False)]
)
@pytest.mark.parametrize("before", ["", "1"])
def test_what_was_asked_for_before_stays_until_it_is_asked_for_otherwise(
    made: Path, given: dict[str, str], before: str, *, expected: bool
) -> None:
    """By an upgrade, and by installing the same version again: Windows looks at these conditions once more."""
    rows = {row[0]: row for row in shown(made, "Component")}
    properties = {**given, **({"KIOSKBEFORE": before} if before else {})}
    assert holds(rows["KioskScripts"][4], properties) == (
        expected or (before == "1" and "KIOSK" not in given)
    )
    for name in msi_actions.CONDITIONS:
        assert int(rows[name][3]) & msi_actions.LOOKED_AT_AGAIN


def test_the_folder_can_not_be_given_on_the_command_line(made: Path) -> None:
    """In a folder that users may write to, any of them could change what an administrator starts."""
    known = {"TARGETDIR"}  # Windows' own
    assert {row[0] for row in shown(made, "Directory") if row[0].isupper()} == known


def test_every_file_of_the_bundle_is_installed_and_repaired(made: Path, tmp_path: Path) -> None:
    """From a cabinet that others' programs read; in the order in which the tables name them."""
    subprocess.run(["msiextract", "-C", str(tmp_path), str(made)], check=True, capture_output=True)
    source = made.parent / "b"
    installed = tmp_path / "Program Files" / "Front Desk"
    if not installed.is_dir():
        installed = next(tmp_path.rglob("FrontDesk.exe")).parent
    wanted = {
        each.relative_to(source).as_posix(): each.read_bytes() for each in source.rglob("*") if each.is_file()
    }
    wanted |= {f"kiosk/{each.name}": each.read_bytes() for each in (INSTALLER / "kiosk").glob("*.ps1")}
    found = {
        each.relative_to(installed).as_posix(): each.read_bytes()
        for each in installed.rglob("*")
        if each.is_file()
    }
    assert found == wanted
    assert sorted(int(row[7]) for row in shown(made, "File")) == list(range(1, len(wanted) + 1))


def test_a_part_has_the_same_number_in_every_version(tmp_path: Path) -> None:
    """Windows counts parts by their numbers."""
    one = components(bundle(tmp_path / "one"), tmp_path)
    two = components(bundle(tmp_path / "two"), tmp_path)
    assert re.findall(r'Guid="([^"]+)"', one) == re.findall(r'Guid="([^"]+)"', two)
