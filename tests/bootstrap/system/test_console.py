"""Commands that print, in a program without standard streams."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap.system.console import Box, box_for

ROOT = Path(__file__).parents[3]
WITHOUT = """
import os, sys
sys.stdin = sys.stdout = sys.stderr = None
from app.bootstrap import main
try:
    code = main(sys.argv[1:])
except SystemExit as left:
    code = left.code
assert sys.stdout is None and sys.stderr is None
os._exit(code)
"""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["nonsense"], 2),
        (["api"], 0),
        (["practice", "--port", "many"], 2),
        (["practice", "--help"], 0),
        (["hub", "--port", "many"], 2),
        (["select-patient"], 2),
        (["tour"], 2),
        (["--quit"], 0),
    ],
    ids=str,
)
def test_no_command_raises_without_streams(arguments: list[str], code: int, _own_home: Path) -> None:  # noqa: PT019  # its folder
    """Every command that prints ends as it does in a terminal: with its exit code, and without an exception."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, *arguments],
        cwd=ROOT,
        env={**os.environ, "FRONT_DESK_HOME": str(_own_home)},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    assert done.returncode == code


def test_a_letter_that_the_terminal_lacks_ends_no_command() -> None:
    """Output of Windows that goes to a file has its old encoding; a PC may be called otherwise."""
    code = "import sys; from app.bootstrap import _printing; "
    code += "sys.exit(_printing(lambda: sys.stdout.write('PC \\u0141') and 0, ['hub', 'devices']))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"PC ?")


def test_what_a_box_shows() -> None:
    """A box has what a person waits for: not a server's lines, and nothing that would hold up a silent installer."""
    assert box_for(["--help"]) is Box.ALL
    assert box_for(["hub", "code", "--kiosk"]) is Box.ALL
    assert box_for(["practice", "--help"]) is Box.ALL
    assert box_for(["hub", "--port", "0"]) is Box.ERRORS
    assert box_for(["practice", "--database", "x.db"]) is Box.ERRORS
    assert box_for(["--quit"]) is Box.NOTHING
