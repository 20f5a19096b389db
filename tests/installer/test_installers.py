"""The installers for Windows, as far as they can be checked without Windows: their structure, and that they compile."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.bootstrap.system import firewall, packing
from app.bootstrap.system.administering import SWITCHES, TEXTS, asked
from app.bootstrap.system.quitting import STILL_RUNS
from app.core.version import VERSION
from tests.installer.packages import bundle, needs_compilers, shown
from tools.building import installers, msi_actions, signing
from tools.building.compilers import Tools
from tools.words import Trouble

INSTALLER = Path(__file__).resolve().parents[2] / "installer"
NSIS = (INSTALLER / "nsis" / "front-desk.nsi").read_text(encoding="utf-8")
MSI = (INSTALLER / "msi" / "front-desk.wxs").read_text(encoding="utf-8")
INSTALLS, UNINSTALLS = NSIS.split('Section "Uninstall"')
ACTIONS = {each[0]: each for each in msi_actions.ACTIONS}
ARGUMENTS = {"--mode", *TEXTS, *SWITCHES}

needs_signing = pytest.mark.skipif(
    shutil.which("osslsigncode") is None or shutil.which("openssl") is None,
    reason="needs osslsigncode and openssl: apt-get install osslsigncode openssl",
)


# --- what is installed is removed -------------------------------------------------------------------------------


def test_what_the_setup_program_makes_it_removes() -> None:
    """Links, registry values and keys, and both folders."""
    links = set(re.findall(r'CreateShortcut "([^"]+)"', INSTALLS))
    assert links
    assert links <= set(re.findall(r'Delete "([^"]+)"', UNINSTALLS))
    keys = set(re.findall(r'WriteReg\w+ HKLM "([^"]+)"', INSTALLS))
    assert keys == {"${OURS}", "${ENTRY}", "${RUN}"}
    assert {"${OURS}", "${ENTRY}"} == set(re.findall(r'DeleteRegKey HKLM "([^"]+)"', UNINSTALLS))
    assert 'DeleteRegValue HKLM "${RUN}" "${NAME}"' in UNINSTALLS
    assert {"$INSTDIR", "$INSTDIR.old"} == set(re.findall(r'RMDir /r "([^"]+)"', UNINSTALLS))


def test_both_uninstallers_close_the_firewall_without_the_program() -> None:
    """The program opens and closes it. A damaged one is uninstalled too, and leaves no rule."""
    rules = {firewall.name(protocol) for protocol in firewall.PROTOCOLS}
    assert set(re.findall(r'delete rule name="([^"]+)"', UNINSTALLS)) == rules
    targets = [each[3] for each in msi_actions.ACTIONS]
    assert {
        found[1] for each in targets if (found := re.search(r'delete rule name="([^"]+)"', each))
    } == rules


def test_the_msi_keeps_all_registry_values_in_components() -> None:
    """Windows removes what a component brought. Only the rules and the data need actions."""
    tree = ElementTree.fromstring(MSI)  # noqa: S314 # our own file
    name = "{http://schemas.microsoft.com/wix/2006/wi}"
    inside = sum(len(list(each.iter(f"{name}RegistryValue"))) for each in tree.iter(f"{name}Component"))
    assert inside == len(list(tree.iter(f"{name}RegistryValue"))) > 0
    listed = {each.get("Id") for each in tree.iter(f"{name}ComponentRef")}
    assert {each.get("Id") for each in tree.iter(f"{name}Component")} == listed
    assert set(msi_actions.CONDITIONS) <= listed


# --- parameters -------------------------------------------------------------------------------------------------


def test_each_parameter_reaches_the_program() -> None:
    """Under its name, from both installers; and the program understands what they write."""
    read = dict(re.findall(r"!insertmacro Read (\w+) \$(\w+)\n", INSTALLS))
    assert set(read) == set(msi_actions.PARAMETERS)
    command = re.search(r"administer (\"--mode.+?)'\n", INSTALLS, flags=re.DOTALL)
    assert command is not None
    passed = dict(re.findall(r'"(--[a-z-]+)=\$(\w+) "', command[1]))
    assert set(passed) == ARGUMENTS
    assert set(passed.values()) == set(read.values())
    by_msi = dict(re.findall(r'"(--[a-z-]+)=\[(\w+)\] "', ACTIONS["Administer"][3]))
    assert set(by_msi) == ARGUMENTS
    assert set(by_msi.values()) == set(msi_actions.PARAMETERS) <= set(msi_actions.SECURE)
    assert asked([f"{each}= " for each in ARGUMENTS]) == {}


def test_the_setup_program_asks_the_running_program_to_end_before_it_changes_anything() -> None:
    """A write in flight is settled first."""
    section = INSTALLS[INSTALLS.index('Section "Front Desk"') :]
    assert section.index("!insertmacro EndRunning") < section.index("Rename") < section.index("File /r")
    assert UNINSTALLS.index("!insertmacro EndRunning") < UNINSTALLS.index("RMDir")


def test_only_a_program_that_runs_stops_the_setup_program() -> None:
    """A damaged one ends with another code, and what mends or removes it must go on."""
    stops = re.findall(r"!insertmacro EndRunning\n  (.+)\n    !insertmacro Stop (\d)", NSIS)
    assert stops == [(f'${{If}} $0 == "{STILL_RUNS}"', str(STILL_RUNS))] * 2


def test_nobody_can_start_the_program_before_its_modules_are_packed() -> None:
    """What runs meanwhile can't load any more. FrontDesk.exe, which all links name, comes last."""
    section = INSTALLS[INSTALLS.index('Section "Front Desk"') :]
    assert "File /r /x FrontDesk.exe /x modules.pyz" in section
    assert (
        section.index('File "${MODULES}"')
        < section.index("administer --pack")
        < section.index('File "${FOLDER}/FrontDesk.exe"')
        < section.index('administer "--mode')
    )
    assert section.count("!insertmacro StopIfNotWritten") == 2


def test_the_earlier_version_comes_back_when_a_scanner_lets_go_of_the_new_one() -> None:
    """Windows renames no folder to one that is still there."""
    back = NSIS[NSIS.index("Function PutBack") : NSIS.index("Function .onInstFailed")]
    again = back[back.index("${For} $R0 1 60") : back.index("${Next}")]
    steps = [
        'RMDir /r "$INSTDIR"',
        "ClearErrors",
        'Rename "$INSTDIR.old" "$INSTDIR"',
        "${IfNot} ${Errors}",
        "${ExitFor}",
        "Sleep 1000",
    ]
    assert [each for each in steps if each in again] == steps
    assert [again.index(each) for each in steps] == sorted(again.index(each) for each in steps)


def test_an_installation_never_removes_data() -> None:
    """Only the uninstaller does, and users' data only if that is asked for."""
    assert "--remove" not in INSTALLS
    assert re.findall(r"administer --remove (\S+)", UNINSTALLS) == ["$1'"]
    before = UNINSTALLS[: UNINSTALLS.index("administer --remove")]
    asked_for = before[before.index('StrCpy $1 ""') :]
    assert re.search(r'\$\{If\} \$RemoveData == "1"\s+StrCpy \$1 "--data"', asked_for)
    assert "/SD IDNO" in before


def test_no_program_is_waited_for_that_may_show_a_message() -> None:
    """The windowed program does when it is damaged, and nobody is there to click: both call its console twin."""
    assert "ExecWait" not in NSIS
    commands = re.findall(r"nsExec::Exec (?:/TIMEOUT=\d+ )?'\"([^\"]+)\"", NSIS)
    assert len(commands) == NSIS.count("nsExec::Exec")
    assert "nsExec::Exec /TIMEOUT=120000 '\"$INSTDIR\\front-desk.exe\" --quit'" in NSIS
    assert {each.rpartition("\\")[2] for each in commands} == {"front-desk.exe", "netsh.exe", "schtasks.exe"}
    for _, _, source, target, _, _ in msi_actions.ACTIONS:
        assert "FrontDesk.exe" not in target
        assert source != "PROGRAMBEFORE" or target in {"--quit", "administer --upgrade-begins"}


# --- compiled ---------------------------------------------------------------------------------------------------


@needs_compilers
def test_both_installers_and_the_zip_are_made(tmp_path: Path) -> None:
    """From one bundle, with the version of the program."""
    made = {each.suffix: each for each in installers.make_all(bundle(tmp_path / "b"), tmp_path / "out")}
    assert {each.name for each in made.values()} == {each.name for each in (tmp_path / "out").iterdir()}
    assert all(VERSION in each.name for each in made.values())
    assert made[".exe"].read_bytes()[:2] == b"MZ"
    assert {row[2].rpartition("|")[2] for row in shown(made[".msi"], "File")} == {
        "FrontDesk.exe", "front-desk.exe", "base_library.zip", "modules.pyz", "LICENSE",
        *(each.name for each in (INSTALLER / "kiosk").glob("*.ps1")),
    }  # fmt: skip
    with zipfile.ZipFile(made[".zip"]) as archive:
        assert "FrontDesk/FrontDesk.exe" in archive.namelist()


@needs_compilers
def test_the_setup_program_brings_each_file_and_the_modules_unpacked(tmp_path: Path) -> None:
    """Packed twice they would take 5 MB more."""
    folder = bundle(tmp_path / "b")
    tools = Tools.find()
    assert tools is not None
    made = installers.nsis(tools, folder, tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == {"b", made.name}
    brought = tmp_path / "x"
    subprocess.run(["7z", "x", f"-o{brought}", str(made)], check=True, capture_output=True)
    for file in (each for each in folder.rglob("*") if each.is_file()):
        content = file.read_bytes()
        if file.name == packing.NAME:
            content = packing.repacked(content, packing.UNPACKED)
        assert (brought / file.relative_to(folder)).read_bytes() == content


def test_the_same_bundle_gives_the_same_zip(tmp_path: Path) -> None:
    """Whatever the files' times are."""
    zips = []
    for name in ("one", "two"):
        (tmp_path / name / "out").mkdir(parents=True)
        zips.append(installers.portable(bundle(tmp_path / name / "b"), tmp_path / name / "out").read_bytes())
    assert zips[0] == zips[1]


# --- signed -----------------------------------------------------------------------------------------------------


@pytest.fixture
def certificate(tmp_path: Path) -> dict[str, str]:
    """A self-made certificate, as the environment names it."""
    key, cert, pfx, password = (tmp_path / name for name in ("key.pem", "cert.pem", "cert.pfx", "password"))
    password.write_text("made-up")
    for command in (
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Made up", "-days", "2",
         "-addext", "extendedKeyUsage=codeSigning", "-keyout", str(key), "-out", str(cert)],
        ["openssl", "pkcs12", "-export", "-inkey", str(key), "-in", str(cert), "-out", str(pfx),
         "-passout", f"file:{password}"],
    ):  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
    return {"FRONT_DESK_SIGN_PFX": str(pfx), "FRONT_DESK_SIGN_PASSWORD": str(password)}


@needs_signing
def test_all_unsigned_executables_of_a_bundle_are_signed_once(
    tmp_path: Path, certificate: dict[str, str]
) -> None:
    """Those that their makers have signed, as Python's and Qt's, keep their signature."""
    folder = bundle(tmp_path / "b")
    assert signing.sign([folder], certificate) == 2
    assert signing.is_signed(folder / "FrontDesk.exe")
    before = (folder / "FrontDesk.exe").read_bytes()
    assert signing.sign([folder], certificate) == 0
    assert (folder / "FrontDesk.exe").read_bytes() == before
    assert [each.name for each in folder.iterdir() if each.suffix == ".signed"] == []


@needs_signing
@needs_compilers
def test_installers_and_the_uninstaller_are_signed(
    tmp_path: Path, certificate: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows warns of each unsigned program that asks for an administrator."""
    for name, value in certificate.items():
        monkeypatch.setenv(name, value)
    made = installers.make_all(bundle(tmp_path / "b"), tmp_path / "out")
    verified = subprocess.run(
        ["osslsigncode", "verify", "-in", str(made[1])], capture_output=True, check=False
    )
    assert signing.is_signed(made[0])
    assert b"Made up" in verified.stdout


def test_a_certificate_without_its_tool_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is shipped unsigned by mistake."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Trouble, match="osslsigncode is missing"):
        signing.sign([bundle(tmp_path / "b")], {"FRONT_DESK_SIGN_PFX": "cert.pfx"})
