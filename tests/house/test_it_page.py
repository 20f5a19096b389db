"""docs/it.md says what is true: its ports, commands, places and links are the program's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.api.modes import HUB_PORT, LOCAL_PORT, SERVICE_PORT
from app.bootstrap import _COMMANDS, main
from app.bootstrap.doors.arguments import parse
from app.bootstrap.system.administering import NOT_DONE, NOT_UNDERSTOOD, asked
from app.core import licenses
from app.core.logs import FILES_KEPT
from app.core.policy import FOLDER_VARIABLE, OVERRULING, SWITCHES, read_policy
from app.viewmodels.staff.about import LINK_ARGUMENTS
from tools.building import sbom
from tools.building.msi_actions import SECURE

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = (ROOT / "installer" / "nsis" / "front-desk.nsi").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "it.md").read_text(encoding="utf-8")


def test_the_readme_leads_there() -> None:
    """README.md links the page."""
    assert "](docs/it.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["it.md", "hub.md", "kiosk.md", "updates.md", "program-link.md"])
def test_its_links_lead_somewhere(name: str) -> None:
    """Each link of IT's pages is a file, and its anchor is a heading there."""
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in link:
            continue
        file, _, anchor = link.partition("#")
        target = ROOT / "docs" / (file or name)
        assert target.exists(), link
        if anchor:
            heads = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in [re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads], link


def test_its_ports_are_those_of_the_program() -> None:
    """Every port of five digits on the page is one that the program uses, and none is missing."""
    assert {int(each) for each in re.findall(r"\b3\d{4}\b", PAGE)} == {LOCAL_PORT, SERVICE_PORT, HUB_PORT}


def commands() -> list[list[str]]:
    """Every command line on the page, in blocks and in sentences, split as Windows splits it."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    inline = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", PAGE)
    lines = [line for language, block in blocks if not language for line in block.splitlines()] + inline
    return [
        words
        for line in lines
        if (words := re.sub(r'"([^"]*)"', _glued, line).split()) and _is_command(words)
    ]


def _glued(found: re.Match[str]) -> str:
    return found[1].replace(" ", "␣")


def _is_command(words: list[str]) -> bool:
    name = words[0].replace("\\", "/").rpartition("/")[2].lower()
    return len(words) > 1 and bool(re.fullmatch(r"msiexec|[\w.-]+\.exe", name))


def named(program: str) -> list[list[str]]:
    """What is given to one program on the page; a version in its name may be any."""
    pattern = re.compile(program, re.IGNORECASE)
    return [
        words[1:] for words in commands() if pattern.fullmatch(words[0].replace("\\", "/").rpartition("/")[2])
    ]


def test_commands_are_found_on_the_page() -> None:
    """The reader of this test sees what a person would type: nothing below passes because nothing was found."""
    assert ["/S", "/MODE=Hub", "/HUB=OD-SERVER", "/AUTOSTART=1"] in named(r"FrontDesk-[\d.]+-setup\.exe")
    assert len(named("msiexec")) >= 3
    assert len(named(r"front-desk\.exe")) >= 5
    assert ["--quit"] in named(r"FrontDesk\.exe")
    assert ["/S", "/REMOVEDATA=1"] in named(r"uninstall\.exe")


def test_the_setup_program_knows_its_parameters() -> None:
    """Each parameter of the setup program and the uninstaller is read by their script, or is NSIS' own /S."""
    known = set(re.findall(r"!insertmacro Read (\w+) ", SCRIPT))
    for words in (*named(r"FrontDesk-[\d.]+-setup\.exe"), *named(r"uninstall\.exe")):
        assert {each.strip("/").partition("=")[0] for each in words} - {"S"} <= known, words
        assert all(each.startswith("/") for each in words)


def test_the_msi_knows_its_properties() -> None:
    """Each property reaches the part of Windows that installs; the rest are msiexec's own switches and the file."""
    for words in named("msiexec"):
        properties = {each.partition("=")[0] for each in words if "=" in each}
        assert properties <= set(SECURE), words
        rest = [each for each in words if "=" not in each]
        assert rest[0] in ("/i", "/x")
        assert re.fullmatch(r"FrontDesk-[\d.]+\.msi", rest[1])
        assert rest[2:] == ["/qn"]
    assert {each for words in named("msiexec") for each in words if each.startswith("REMOVE")} == {
        "REMOVEDATA=1"
    }


def test_the_program_knows_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    """Each command exists with its options: those of `administer` are tried, others are looked for in its help."""
    for words in (*named(r"front-desk\.exe"), *named(r"FrontDesk\.exe")):
        command, *options = words
        assert command in _COMMANDS or command in ("--patient", "--kiosk"), words
        if command == "administer":
            assert asked(options)
        elif options and command != "--patient":
            with pytest.raises(SystemExit):
                main([command, "--help"])
            told = capsys.readouterr().out
            assert [each for each in options if each.startswith("--") and each not in told] == []


def test_its_example_of_a_settings_file_is_understood(tmp_path: Path) -> None:
    """It is JSON, and every key in it is used."""
    example = re.search(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert example is not None
    (tmp_path / "settings.json").write_text(example[1], encoding="utf-8")
    policy = read_policy({FOLDER_VARIABLE: str(tmp_path)}, tmp_path / "none")
    assert (policy.damaged, policy.unusable, policy.unknown) == (False, (), ())
    assert len(policy.values) == example[1].count(":") - example[1].count("C:")
    assert Path(str(policy.values["open_dental"]).replace("\\", "/")).name == "OpenDental.exe"


def test_the_exit_codes_are_those_of_the_setup_program_and_of_administer() -> None:
    """Each number on the page is one that the script ends with."""
    stated = PAGE[PAGE.index("The setup program's exit codes:") : PAGE.index("The MSI has Windows' own")]
    numbers = set(re.findall(r"(?<![\w.])(\d)(?= )", stated))
    assert numbers - {"0"} <= set(re.findall(r"Stop (\d) ", SCRIPT)) | set(
        re.findall(r"SetErrorLevel (\d)", SCRIPT)
    )
    assert (NOT_UNDERSTOOD, NOT_DONE) == (2, 3)
    assert "Exit code 0: written; 2: not understood" in PAGE


def test_the_program_link_is_what_open_dental_is_given() -> None:
    """The same path and arguments as in About, in the setup program, and in docs/program-link.md."""
    link = (ROOT / "docs" / "program-link.md").read_text(encoding="utf-8")
    for each in (r"C:\Program Files\Front Desk\FrontDesk.exe", LINK_ARGUMENTS):
        assert f"`{each}`" in PAGE
        assert f"`{each}`" in link
    assert LINK_ARGUMENTS in SCRIPT
    assert parse(["--patient", "1234"]).request is not None


def test_what_is_in_the_program_is_where_it_says() -> None:
    """The bill of materials and the license texts have these names in a bundle."""
    assert f"`_internal\\{licenses.BILL}`" in PAGE
    assert licenses.BILL == sbom.NAME
    assert r"`_internal\licenses\qt\NOTICE.txt`" in PAGE
    assert licenses.kept_texts("qt")[-1].name == "NOTICE.txt"


def test_its_settings_are_those_of_an_administrator() -> None:
    """Each key of the administrator's file is in the table, and each parameter is the setup program's and the MSI's."""
    keys = {*OVERRULING, *SWITCHES, "update_from"}
    table = PAGE[PAGE.index("| setup program |") : PAGE.index("Values with blanks")]
    assert set(re.findall(r"`([a-z_]+)`", table)) - {"en", "on", "off"} == keys
    for name in re.findall(r"`/([A-Z]{2,})=", table):
        assert f"!insertmacro Read {name} " in SCRIPT
        assert f"`{name}=" in table


def test_its_logs_are_kept_as_it_says() -> None:
    """The number of older log files."""
    assert FILES_KEPT == 5
    assert "five older ones are kept" in PAGE
