"""`python -m app`: arguments only."""

from __future__ import annotations

import sys

from app.bootstrap import main
from app.bootstrap.system import reports

if __name__ == "__main__":
    reports.install()
    sys.exit(main(sys.argv[1:]))
