"""Regenerates requirements/*.txt from requirements/*.in: exact versions with the hashes of all public files.

Needs uv (`pip install uv`). The lock files are valid for Python 3.11 to 3.15 on Windows, macOS and Linux, and
name no index: the installing user chooses the source, and the hashes verify the files.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
OLDEST_PYTHON = "3.11"
HEADING = "# Locked by tools/lock.py from {source}. Do not edit.\n"


def lock(name: str, *arguments: str) -> None:
    """Resolve `name`.in, and other files that the arguments name, into `name`.txt."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if uv is None:
        raise SystemExit("uv is not installed. Type: pip install uv")
    command = [
        uv, "pip", "compile", f"{name}.in", "--output-file", f"{name}.txt", "--universal", "--generate-hashes",
        "--python-version", OLDEST_PYTHON, "--no-config", "--no-header", "--no-annotate", "--quiet", *arguments,
    ]  # fmt: skip
    # Hashes must be those of the public files, not of this computer's own indexes.
    outside = {key: value for key, value in os.environ.items() if not key.startswith(("UV_", "PIP_"))}
    subprocess.run(command, cwd=REQUIREMENTS, check=True, env=outside)
    path = REQUIREMENTS / f"{name}.txt"
    text = path.read_text(encoding="utf-8")
    if found := re.search(r"https?://\S+|^-\S.*", text, re.MULTILINE):
        raise SystemExit(f"{path.name} names where to install from: {found.group()}")
    path.write_text(HEADING.format(source=f"{name}.in") + text, encoding="utf-8")


if __name__ == "__main__":
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    lock("runtime", "client.in", *upgrade)
    lock("dev", "--constraint", "runtime.txt", *upgrade)
