"""Every check, in its order. What isn't made, because an earlier one failed, is named too, and counts as failed."""

from __future__ import annotations

INSTALLED = ("installs silently, with parameters", "keys are stored in Windows' vault")
UPGRADED = (
    "settings and vault entries are kept",
    "the newer version starts, and everything is sent once",
    "--quit",
    "the journal says that all is done",
)
REMOVED = ("repairs", "leaves nothing")


def _of(package: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{package}: {name}" for name in names)


SETUP_PROGRAM = (
    *_of("NSIS", *INSTALLED),
    "the administrator's settings are in force",
    "console twin: --help",
    "console twin: an unknown argument",
    "console twin: api --json",
    "windowed: --help in a message box",
    "starts at the office",
    "--patient in the running program",
    "one instance",
    "closes by its window",
    "keeps its own key in Windows' vault",
    "a write waits in the journal",
    "the session's end",
    "the session's end keeps the write that is waiting",
    *_of(
        "NSIS",
        "a write waits in the journal",
        "upgrades the running program",
        "waits for the write on its way",
    ),
    *_of("NSIS", *UPGRADED),
    "the kiosk starts, and ends by --quit",
    "the hub serves, and ends by --quit",
    "first paint, installed and from source",
    "idle processor",
    "memory, installed and from source",
    "tour on the windows platform",
    *_of("NSIS", *REMOVED),
)
MSI = (
    *_of("MSI", *INSTALLED),
    *_of("MSI", "a write waits in the journal", "upgrades the running program"),
    *_of("MSI", "the journal keeps the write that is waiting"),
    *_of("MSI", *UPGRADED),
    *_of("MSI", *REMOVED),
)
PORTABLE = _of("portable zip", "holds the bundle", "starts without an installation")
SIZES = tuple(f"size of {name}" for name in ("the bundle", "NSIS", "MSI"))
PARTS = {"NSIS": SETUP_PROGRAM, "MSI": MSI, "portable": PORTABLE, "sizes": SIZES}
"""Each can be made alone."""
