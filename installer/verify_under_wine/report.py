"""One line a check while they are made, and JSON at the end."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tools.words import Trouble


@dataclass
class Report:
    """What was found, one entry a check."""

    checks: list[dict[str, object]] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)
    """What was measured, by its name and unit."""

    def check(self, name: str, do: Callable[[], str]) -> bool:
        """Do it, and print a line about it. `do` returns what is to be said beside it, or raises Trouble."""
        began = time.monotonic()
        try:
            words, passed = do(), True
        except (Trouble, OSError, ValueError, KeyError, subprocess.SubprocessError) as error:
            words, passed = str(error) or type(error).__name__, False
        seconds = round(time.monotonic() - began, 1)
        self.checks.append({"name": name, "passed": passed, "seconds": seconds, "words": words})
        sys.stdout.write(f"{'ok' if passed else 'FAILED':7}{name} ({seconds:.1f} s) {words}\n")
        sys.stdout.flush()
        return passed

    def at_most(self, name: str, value: float, limit: float, words: str = "") -> str:
        """Keep a figure; what is to be said about it. Raises Trouble when it is over its limit."""
        self.figures[name] = round(value, 3)
        said = f"{value:.2f} (at most {limit:g}) {words}".rstrip()
        if value > limit:
            raise Trouble(said)
        return said

    @property
    def passed(self) -> bool:
        """Whether nothing failed."""
        return bool(self.checks) and all(each["passed"] for each in self.checks)

    def text(self) -> str:
        """All of it as JSON."""
        return json.dumps({"passed": self.passed, "checks": self.checks, "figures": self.figures}, indent=2)
