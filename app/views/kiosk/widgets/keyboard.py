"""The on-screen keyboard: what it shows depends on what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.viewmodels.kiosk.page_data import Entry
from app.viewmodels.kiosk.translation import tr
from app.views.kiosk.skin import Skin
from app.views.kiosk.widgets.keys import ERASE, SPACE, SWITCH, Key, Keys
from app.views.kiosk.widgets.pad import PHONE, ZIP

Rows = Sequence[Sequence[Key]]
_DIGITS = "1234567890"
_LETTERS = ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
_SPANISH = ("QWERTYUIOP", "ASDFGHJKLÑ", "ZXCVBNM")
_ACCENTS = ("ÁÀÂÄÃÅÆÇÐ", "ÉÈÊËÍÌÎÏÑ", "ÓÒÔÖÕØŒÚÙ", "ÛÜÝŸŠŽßŁĆ")
_TO_ACCENTS = Key(SWITCH, "Á É Ñ", columns=6)  # words: letters
_TO_LETTERS = Key(SWITCH, "A B C", columns=5)  # words: letters
_PADS = {Entry.CELL_PHONE: PHONE, Entry.HOME_PHONE: PHONE, Entry.ZIP: ZIP}


class Keyboard(Keys):
    """Letters, with a second page of accented ones; a pad for numbers."""

    def __init__(self, skin: Skin, parent: QWidget | None = None) -> None:
        super().__init__(skin, parent)
        self._shown: tuple[Entry, str, bool] | None = None
        self.pressed.connect(self._switch)

    def show_for(self, entry: Entry, language: str, *, accents: bool = False) -> None:
        """The keys for what is typed."""
        wanted = (entry, language, accents)
        if wanted != self._shown:
            self._shown = wanted
            self.lay_out(_rows(entry, language, accents), _names(accents=accents))

    def rename(self) -> None:
        """Another language has begun."""
        if self._shown is not None:
            self.name_keys(_names(accents=self._shown[2]))

    def _switch(self, types: str) -> None:
        """The other letters; back to the plain ones after an accented one, as with a shift key."""
        if self._shown is None:
            return
        entry, language, accents = self._shown
        if types == SWITCH or (accents and types != ERASE):
            self.show_for(entry, language, accents=not accents)


def _rows(entry: Entry, language: str, accents: bool) -> Rows:
    if entry in _PADS:
        return _PADS[entry]
    letters = _SPANISH if language == "es" else _LETTERS
    if accents:
        return (*(_keys(row) for row in _ACCENTS), (_TO_LETTERS, Key(ERASE, columns=4)))
    if (others := _OTHERS.get(entry)) is not None:
        return others(letters)
    first, second, third = (_keys(row) for row in letters)
    if entry is Entry.STATE:
        return (first, second, (*third, Key(ERASE, columns=4)))
    return (
        first,
        second,
        (*third, Key(ERASE, columns=4)),
        (Key("'"), Key("-"), Key(SPACE, columns=8), _TO_ACCENTS),
    )


def _digits_and(letters: tuple[str, ...]) -> Rows:
    first, second, third = (_keys(row) for row in letters)
    return (_keys(_DIGITS), first, second, (*third, Key(ERASE, columns=4)))


def _email(letters: tuple[str, ...]) -> Rows:
    return (
        *_digits_and(tuple(row.casefold() for row in letters)),
        (Key("_"), Key("-"), Key("+"), Key("@", columns=4), Key("."), Key(".com", columns=4)),
    )


def _street(letters: tuple[str, ...]) -> Rows:
    return (
        *_digits_and(letters),
        (Key("#"), Key("."), Key("-"), Key(SPACE, columns=8), _TO_ACCENTS),
    )


def _address(letters: tuple[str, ...]) -> Rows:
    """Names of PCs, addresses with a port, and codes."""
    return (
        *_digits_and(letters),
        tuple(Key(each, columns=4) for each in ".:-_/"),
    )


_OTHERS = {
    Entry.EMAIL: _email,
    Entry.STREET: _street,
    Entry.UNIT: _street,
    Entry.HUB: _address,
}


def _keys(letters: str) -> tuple[Key, ...]:
    return tuple(Key(letter) for letter in letters)


def _names(*, accents: bool) -> dict[str, str]:
    """What keys are called whose character says too little."""
    return {
        ERASE: tr("Erase"),
        SPACE: tr("Space"),
        SWITCH: tr("Letters without accents") if accents else tr("Letters with accents"),
        "'": tr("Apostrophe"),
        "-": tr("Hyphen"),
        "_": tr("Underscore"),
        "+": tr("Plus"),
        "@": tr("At sign"),
        ".": tr("Period"),
        "#": tr("Number sign"),
        ":": tr("Colon"),
        "/": tr("Slash"),
    }
