"""The kiosk's set-up scripts for Windows, as far as they can be checked without Windows: their structure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "installer" / "kiosk"
COMMON, SETUP, UNDO = (
    (FOLDER / name).read_text(encoding="utf-8")
    for name in ("kiosk-common.ps1", "setup-kiosk.ps1", "undo-kiosk.ps1")
)
CLOSES = {")": "(", "}": "{", "]": "["}


def functions() -> dict[str, str]:
    """The functions of the common script, by name, with their text."""
    parts = re.split(r"^function ([A-Z][A-Za-z]+-[A-Za-z]+) \{$", COMMON, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def code_of(script: str) -> str:
    """A script without comments, strings and here-strings."""
    script = re.sub(r"<#.*?#>", "", script, flags=re.DOTALL)
    script = re.sub(r"@'\n.*?\n'@", "''", script, flags=re.DOTALL)
    script = re.sub(r"'(?:[^'\n]|'')*'", "''", script)
    script = re.sub(r'"(?:[^"`\n]|`.|"")*"', '""', script)
    return re.sub(r"(?m)#(?!Requires).*$", "", script)


def test_every_kind_of_change_has_its_undo() -> None:
    """What is recorded under a kind is undone by a function of that kind, and no undo is left over."""
    recorded = set(re.findall(r"Add-KioskChange -Kind '(\w+)'", COMMON))
    table = dict(re.findall(r"^    (\w+)\s+= \$\{function:Undo-(\w+)\}$", COMMON, flags=re.MULTILINE))
    assert recorded
    assert set(table) == recorded
    assert all(f"Undo-{name}" in functions() for name in table.values())


@pytest.mark.parametrize(
    "name", [each for each, text in functions().items() if "Add-KioskChange -Kind" in text]
)
def test_a_change_asks_first_records_second_and_acts_third(name: str) -> None:
    """So -WhatIf changes nothing, and a change that was interrupted is known to the undo."""
    text = functions()[name]
    asked, recorded = text.index("$PSCmdlet.ShouldProcess"), text.index("Add-KioskChange -Kind")
    acts = re.search(
        r"New-ItemProperty|New-LocalUser|Set-LsaSecret|Enable-WindowsOptionalFeature|'SetCustomShell'"
        r"|Set-CimInstance|setacvalueindex|Register-ScheduledTask|Set-LocalUser",
        text,
    )
    assert acts is not None
    assert "SupportsShouldProcess" in text
    assert asked < text.index("Add-KioskChange -Kind")
    assert min(recorded, text.rindex("Add-KioskChange -Kind")) < text.rindex(acts[0])


def test_the_set_up_changes_nothing_by_itself() -> None:
    """Everything goes through the functions that ask and record."""
    code = code_of(SETUP)
    for forbidden in (
        "New-Item",
        "Set-Item",
        "Remove-",
        "New-LocalUser",
        "reg.exe",
        "powercfg",
        "Set-CimInstance",
    ):
        assert forbidden not in code, forbidden


def test_every_function_that_is_called_exists() -> None:
    """A misspelled name would stop the set-up in the middle."""
    known = set(functions())
    for script in (SETUP, UNDO, COMMON):
        called = set(re.findall(r"\b((?:Set|Enable|New|Register|Mount|Dismount|Read|Write|Add|Get|Undo"
                                r"|Copy|Test)-Kiosk\w*"
                                r"|(?:Mount|Dismount)-UserHive|Set-LsaSecret|Get-RegistryBefore|Get-PowerSeconds)\b",
                                code_of(script)))  # fmt: skip
        assert called <= known


@pytest.mark.parametrize("script", [COMMON, SETUP, UNDO], ids=["common", "setup", "undo"])
def test_brackets_are_balanced(script: str) -> None:
    """PowerShell would refuse the whole file otherwise."""
    open_ones: list[str] = []
    for character in code_of(script):
        if character in CLOSES.values():
            open_ones.append(character)
        elif character in CLOSES:
            assert open_ones
            assert open_ones.pop() == CLOSES[character]
    assert open_ones == []


def test_the_set_up_says_how_the_kiosk_is_started_and_does_just_that() -> None:
    """One of two ways, chosen once by what this edition of Windows has."""
    ways = re.search(r"\$method = if \(\$launcher\) \{ '(.+?)' \} else \{ '(.+?)' \}", SETUP)
    assert ways is not None
    assert ways.groups() == ("Shell Launcher", 'the policy "Custom User Interface" of the account')
    assert 'Write-Output "The kiosk starts through $method."' in SETUP
    assert re.search(r"if \(\$launcher\) \{\s+if \(\$sid\) \{ Set-KioskShellLauncher", SETUP)
    assert re.search(r"if \(-not \$launcher\) \{[^}]+-Name 'Shell' -Type String -Value \$shell", SETUP)


def test_the_account_is_not_signed_in_before_its_shell_can_be_set() -> None:
    """Where Windows switches Shell Launcher on at a restart, that restart would show patients Explorer."""
    waits = SETUP.index("-not (Test-KioskShellLauncher)")
    assert "return" in SETUP[waits : SETUP.index("$method =")]
    assert waits < SETUP.index("New-KioskAccount") < SETUP.index("'AutoAdminLogon'")


def test_the_undo_outlives_an_uninstallation() -> None:
    """Both installers take the folder with the scripts away; the copy has all that it needs."""
    kept = functions()["Copy-KioskUndo"]
    needed = {"undo-kiosk.ps1", *re.findall(r"\. \(Join-Path \$PSScriptRoot '([\w.-]+)'\)", UNDO)}
    assert needed == set(re.findall(r"'([\w-]+\.ps1)'", kept))
    assert SETUP.index("Copy-KioskUndo") < SETUP.index("'Nothing was changed.'")


def test_no_password_is_written_in_the_clear() -> None:
    """It is an LSA secret: not the registry's DefaultPassword, not a file, not the output."""
    assert "'DefaultPassword'" not in SETUP
    assert not re.search(r"Write-\w+[^\n]*\$password", SETUP + COMMON)
    assert not re.search(r"Add-KioskChange[^\n]*assword\)", COMMON)
    assert "$password = $secure = $null" in SETUP


def test_scripts_need_an_administrator_and_stop_at_the_first_error() -> None:
    """A half set-up kiosk would be taken for a locked one."""
    for script in (SETUP, UNDO):
        assert "#Requires -RunAsAdministrator" in script
        assert "SupportsShouldProcess" in script
    assert "$ErrorActionPreference = 'Stop'" in COMMON
