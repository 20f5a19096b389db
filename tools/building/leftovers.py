"""What an earlier build left for the next one: kept only if that one is made of the same.

PyInstaller looks at the times of the files that go into a bundle. It doesn't see that how they are packed has changed,
nor that a file has other content with an older time, as from a downloaded zip.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

from tools.building import lean
from tools.building.parts import ROOT

MADE_OF = "made-of.txt"
"""The file in the work folder that says what it was made of."""
SOURCES = ("app", "resources", "installer", "tools", "requirements")


def clear(work: Path, root: Path = ROOT) -> bool:
    """Empty the work folder of a build if it was made of anything else than now. Returns whether it was."""
    file, now = work / MADE_OF, _made_of(root)
    if file.is_file() and file.read_text(encoding="ascii") == now:
        return False
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    file.write_text(now, encoding="ascii")
    return True


def _made_of(root: Path) -> str:
    """The content of all sources and locked libraries, this Python, and how its code is compiled."""
    seen = hashlib.sha256(f"{sys.version} {sorted(lean.VARIABLES.items())}".encode())
    for folder in SOURCES:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix not in {".pyc", ".qm"}:  # made of the others
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                seen.update(f"{path.relative_to(root).as_posix()} {content}\n".encode())
    return seen.hexdigest()
