"""`python -m app`: arguments only."""

from __future__ import annotations

import sys

from app.bootstrap import main
from app.bootstrap.system import reports

ONLY_CLIENT = (
    'This needs {name}, which comes with the extra "app": pip install ".[app]"'  # words: the terminal's
)

if __name__ == "__main__":
    reports.install()
    try:
        sys.exit(main(sys.argv[1:]))
    except ModuleNotFoundError as missing:
        if str(missing.name).partition(".")[0] == "app":
            raise
        sys.exit(ONLY_CLIENT.format(name=missing.name))
