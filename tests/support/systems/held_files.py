"""Windows' rule on Linux: a file that is open can be neither replaced, renamed nor deleted.

Python and SQLite open files so on Windows. On Linux nothing is wrong with it, so no test there would show that the
program doesn't close one in time. Only what the program itself does is looked at, and only its own process.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

APP = str(Path(__file__).resolve().parents[3] / "app") + os.sep
FRAMES = 12
"""How far up a caller is looked for: pathlib and shutil are between."""
SHARING_VIOLATION = 32
"""Windows' error. `app.core.files` waits for the end of it."""
_OPEN = Path("/proc/self/fd")


def forbid() -> None:
    """From now on such a call of the program fails as on Windows. Nothing on other systems than Linux."""
    if sys.platform == "linux":  # not where there is such a folder: Wine shows Linux's
        for name, paths in (("replace", 2), ("rename", 2), ("unlink", 1), ("remove", 1)):
            setattr(os, name, _refusing(getattr(os, name), paths))


def _refusing(call: Callable[..., None], paths: int) -> Callable[..., None]:
    def checked(*given: Any, **options: Any) -> None:
        if _is_the_programs():
            for path in given[:paths]:
                _refuse_held(path)
        call(*given, **options)

    return checked


def _is_the_programs() -> bool:
    frame = sys._getframe(2)  # who called
    for _ in range(FRAMES):
        if frame.f_code.co_filename.startswith(APP):
            return True
        if frame.f_back is None:
            return False
        frame = frame.f_back
    return False


def _refuse_held(path: Any) -> None:
    real = os.path.realpath(path)
    if os.path.isfile(real) and real in _opened():  # noqa: PTH113 # also bytes
        error = PermissionError(errno.EACCES, "held by this process, as Windows would have it", str(path))
        vars(error)["winerror"] = SHARING_VIOLATION
        raise error


def _opened() -> set[str]:
    found = set()
    for name in os.listdir(_OPEN):  # noqa: PTH208 # no Path for each
        try:
            found.add(os.readlink(f"{_OPEN}/{name}"))  # noqa: PTH115 # as above
        except OSError:  # closed meanwhile, as the listing's own is
            continue
    return found
