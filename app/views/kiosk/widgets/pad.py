"""The large number pad."""

from __future__ import annotations

from app.viewmodels.kiosk.translation import tr
from app.views.kiosk.widgets.keys import ERASE, Key

DIGITS = (
    (Key("1"), Key("2"), Key("3")),
    (Key("4"), Key("5"), Key("6")),
    (Key("7"), Key("8"), Key("9")),
    (Key("0", columns=4), Key(ERASE)),
)
PHONE = DIGITS
ZIP = ((*DIGITS[0],), (*DIGITS[1],), (*DIGITS[2],), (Key("-"), Key("0"), Key(ERASE)))


def pad_names() -> dict[str, str]:
    """The accessible names of keys whose character says too little."""
    return {ERASE: tr("Erase"), "-": tr("Hyphen")}
