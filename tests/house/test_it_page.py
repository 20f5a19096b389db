"""docs/it.md says what is true: its ports, commands, places and links are the program's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.api.modes import HUB_PORT, LOCAL_PORT, SERVICE_PORT
from app.bootstrap import USAGE
from app.core.logs import FILES_KEPT
from app.core.policy import OVERRULING, SWITCHES

ROOT = Path(__file__).resolve().parents[2]
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


def test_its_commands_exist() -> None:
    """Commands of the console's twin on the page are in the program's help."""
    named = set(re.findall(r"front-desk\.exe ([a-z-]+)", PAGE))
    assert {"diagnose", "update"} <= named
    assert [each for each in named if f"python -m app {each}" not in USAGE] == []


def test_its_settings_are_those_of_an_administrator() -> None:
    """Each key of the administrator's file is in the table, and each parameter is the setup program's and the MSI's."""
    keys = {*OVERRULING, *SWITCHES, "update_from"}
    table = PAGE[PAGE.index("| setup program |") : PAGE.index("They are written to")]
    assert set(re.findall(r"`([a-z_]+)`", table)) - {"en", "on", "off"} == keys
    script = (ROOT / "installer" / "nsis" / "front-desk.nsi").read_text(encoding="utf-8")
    for name in re.findall(r"`/([A-Z]{2,})=", table):
        assert f"!insertmacro Read {name} " in script
        assert f"`{name}=" in table


def test_its_logs_are_kept_as_it_says() -> None:
    """The number of older log files."""
    assert FILES_KEPT == 5
    assert "five older ones are kept" in PAGE
