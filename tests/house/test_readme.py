"""The examples for users of the client as a library, in README.md and docs/client.md."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.wire.catalog import RESOURCES, endpoints

ROOT = Path(__file__).resolve().parents[2]
NO_QT = "\nassert not any(name.startswith('PySide6') for name in sys.modules)\n"
NAMED = "import sys\nserver, developer, customer = sys.argv[1:]\n"
"""What docs/client.md takes as given."""


def examples(page: str) -> list[str]:
    """The Python of a page."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """A served practice: its server and keys."""
    database = tmp_path_factory.mktemp("practice") / "practice.db"
    serve = [sys.executable, "-m", "app", "practice", "--database", str(database)]
    with subprocess.Popen(serve, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            line = json.loads(process.stdout.readline())
            server = line["address"].removeprefix("http://").partition("/")[0]
            yield server, line["developer_key"], line["customer_key"]
        finally:
            process.terminate()


def output_of(code: str, served: tuple[str, str, str]) -> list[str]:
    """What an example prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *served],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_the_library_example_works(served: tuple[str, str, str]) -> None:
    """The README's example reads the next seven days of a served practice, whichever day it is, without Qt."""
    (example,) = examples("README.md")
    visits = output_of(example + NO_QT, served)
    assert len(visits) > 50
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S* \w+", each) for each in visits)


@pytest.mark.parametrize("example", examples("docs/client.md"))
def test_the_examples_of_its_page_work(served: tuple[str, str, str], example: str) -> None:
    """Each example of docs/client.md runs alone, and prints something."""
    assert output_of(NAMED + example, served)


def test_the_readme_counts_what_is_declared() -> None:
    """The numbers of methods and resources are those of the declarations."""
    (counted,) = re.findall(
        r"All (\d+) methods of the (\d+) ", (ROOT / "README.md").read_text(encoding="utf-8")
    )
    assert tuple(map(int, counted)) == (len(list(endpoints())), len(RESOURCES))
