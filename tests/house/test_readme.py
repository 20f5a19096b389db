"""The README's promises."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NO_QT = "\nassert not any(name.startswith('PySide6') for name in sys.modules)\n"


def test_the_library_example_works(tmp_path: Path) -> None:
    """The example reads a day of a served practice, typed and page by page, without Qt."""
    (example,) = re.findall(
        r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    serve = [sys.executable, "-m", "app", "practice", "--database", str(tmp_path / "practice.db")]
    with subprocess.Popen(serve, cwd=ROOT, stdout=subprocess.PIPE, text=True) as served:
        try:
            assert served.stdout is not None
            line = json.loads(served.stdout.readline())
            server = line["address"].removeprefix("http://").partition("/")[0]
            done = subprocess.run(
                [sys.executable, "-c", example + NO_QT, server, line["developer_key"], line["customer_key"]],
                cwd=ROOT,
                capture_output=True,
                text=True,
                timeout=40,
                check=False,
            )
        finally:
            served.terminate()
    assert done.returncode == 0, done.stderr
    visits = done.stdout.splitlines()
    assert len(visits) > 50
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S* \w+", each) for each in visits)
