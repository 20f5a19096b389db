"""The program in kiosk mode, timed from the start of a process until the welcome page is painted.

The argument is which process:

whole   the supervisor's, as a PC starts it; it starts the kiosk's own process
alone   the kiosk's own
screen  the kiosk's own under the supervisor of `whole`: it notes the time and ends as if staff had closed it
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from bench.environment import BEGAN

PAINTED = os.path.join(os.environ["FRONT_DESK_HOME"], "painted")  # noqa: PTH118 # the program imports pathlib later


def whole() -> None:
    """`python -m app --kiosk`."""
    from app.bootstrap import main
    from app.bootstrap.kiosk import supervise

    assert hasattr(supervise, "program_command")
    supervise.program_command = lambda *_: [sys.executable, "-m", "bench.children.welcome", "screen"]
    main(["--kiosk"])
    with open(PAINTED, encoding="ascii") as file:  # noqa: PTH123 # as above
        tell(file.read())


def screen(then: Callable[[str], None]) -> None:
    """`python -m app kiosk-screen`, ended by its first paint."""
    from app.bootstrap import process_memory
    from app.bootstrap.import_hooks import import_eagerly, load_qt

    import_eagerly()
    process_memory.configure()
    load_qt()
    from app.bootstrap.kiosk.screen import FirstPaint, run

    paint = FirstPaint.paint

    def painted(self: FirstPaint) -> None:
        paint(self)
        took = (time.monotonic() - float(os.environ[BEGAN])) * 1000
        then(str(took))
        os._exit(0)

    FirstPaint.paint = painted  # type: ignore[method-assign]
    run()


def note(milliseconds: str) -> None:
    """Leave the time for `whole`: standard output is the supervisor's."""
    with open(PAINTED, "w", encoding="ascii") as file:  # noqa: PTH123 # as above
        file.write(milliseconds)


def tell(milliseconds: str) -> None:
    """Print the time."""
    sys.stdout.write(f'{{"welcome": {milliseconds}}}\n')
    sys.stdout.flush()


if __name__ == "__main__":
    match sys.argv[1]:
        case "whole":
            whole()
        case "alone":
            screen(tell)
        case _:
            screen(note)
