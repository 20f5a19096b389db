"""One line a check while they are made; at the end a table, and JSON."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tools.words import Trouble

EXPECTED = (Trouble, OSError, ValueError, KeyError, subprocess.SubprocessError)
"""What says what is wrong in its text. Of anything else the kind is named too."""
WIDEST = 100
"""Characters of a line's words in the table. The lines before and the JSON have all."""


@dataclass
class Report:
    """What was found, one entry a check."""

    planned: tuple[str, ...] = ()
    """The names of all checks. Empty: any."""
    checks: list[dict[str, object]] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)
    """What was measured, by its name and unit."""
    _began: float = field(default_factory=time.monotonic)

    def check(self, name: str, do: Callable[[], str]) -> bool:
        """Do it, and print a line about it. `do` returns what is to be said beside it, or raises.

        The name is printed first: who watches sees what takes so long.
        """
        place = f"{self.planned.index(name) + 1:2}/{len(self.planned)} " if name in self.planned else ""
        sys.stdout.write(f"{place}{name}: ")
        sys.stdout.flush()
        began = time.monotonic()
        try:
            words, passed = do(), True
        except EXPECTED as error:
            words, passed = str(error) or type(error).__name__, False
        except Exception as error:  # noqa: BLE001 - one broken check must not end the others
            words, passed = f"{type(error).__name__}: {error}", False
        seconds = round(time.monotonic() - began, 1)
        self.checks.append({"name": name, "passed": passed, "seconds": seconds, "words": words})
        sys.stdout.write(f"{'ok' if passed else 'FAILED'} ({seconds:.1f} s) {words}\n")
        sys.stdout.flush()
        return passed

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """What goes wrong between checks is a failed check, too, and the next part is begun."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - told by the check
            raised = error
            self.check(f"{name}: is done to its end", lambda: _again(raised))

    def at_most(self, name: str, value: float, limit: float, words: str = "") -> str:
        """Keep a figure; what is to be said about it. Raises Trouble when it is over its limit."""
        self.figures[name] = round(value, 3)
        said = f"{value:.2f} (at most {limit:g}) {words}".rstrip()
        if value > limit:
            raise Trouble(said)
        return said

    @property
    def not_made(self) -> list[str]:
        """What was planned and not reached."""
        made = {each["name"] for each in self.checks}
        return [each for each in self.planned if each not in made]

    @property
    def passed(self) -> bool:
        """Whether all was made, and nothing failed."""
        return bool(self.checks) and not self.not_made and all(each["passed"] for each in self.checks)

    def table(self) -> str:
        """A line a check, those that weren't made too, and how many there are of each."""
        rows = [
            _row(number, "ok" if each["passed"] else "FAILED", each["seconds"], each["name"], each["words"])
            for number, each in enumerate(self.checks, 1)
        ]
        rows += [_row("-", "NOT MADE", "", name, "") for name in self.not_made]
        failed = sum(not each["passed"] for each in self.checks)
        took = time.monotonic() - self._began
        counts = (
            f"{len(self.checks) - failed} of {len(rows)} ok, {failed} failed, {len(self.not_made)} not made"
        )
        return "\n".join([*rows, f"{counts}, in {took // 60:.0f} min {took % 60:.0f} s"])

    def text(self) -> str:
        """All of it as JSON, one line a check."""
        found = {"passed": self.passed, "not made": self.not_made, "figures": self.figures}
        checks = ",\n    ".join(json.dumps(each) for each in self.checks)
        return f'{json.dumps(found, indent=2)[:-2]},\n  "checks": [\n    {checks}\n  ]\n}}'


def _row(number: object, result: str, seconds: object, name: object, words: object) -> str:
    said = " ".join(str(words).split())
    shown = said if len(said) <= WIDEST else f"{said[: WIDEST - 3]}..."
    return f"{number:>3}  {result:8} {seconds:>6} s  {name!s:62} {shown}".rstrip()


def _again(error: Exception) -> str:
    raise error
