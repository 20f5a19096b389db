"""Money and shares in the format of the PC's locale."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QLocale

from app.viewmodels.clock_face import locale

MINUS = "−"
"""As wide as a digit, unlike the hyphen that most locales have in its place."""
NO_BREAK = "\u00a0"
_Of = QLocale.Language
SPACED = frozenset(
    {
        _Of.German,
        _Of.French,
        _Of.Spanish,
        _Of.Catalan,
        _Of.Galician,
        _Of.Danish,
        _Of.Swedish,
        _Of.NorwegianBokmal,
    }
    | {_Of.NorwegianNynorsk, _Of.Finnish, _Of.Czech, _Of.Slovak, _Of.Slovenian, _Of.Croatian, _Of.Romanian}
    | {_Of.Russian, _Of.Belarusian, _Of.Lithuanian, _Of.Macedonian}
)
"""Languages that put a space before the percent sign (CLDR); Qt knows the sign, not its place."""
TIGHT = frozenset({"es_US", "es_MX", "es_419"})  # words: names of locales
SIGN_FIRST = frozenset({_Of.Turkish, _Of.Kurdish})


def amount(value: Decimal) -> str:
    """Two decimals, thousands separated, a minus for negative ones: 1,128.40. Without a currency sign."""
    text = locale().toString(float(abs(value)), ord("f"), 2)
    return f"{MINUS}{text}" if value < 0 else text


def dollars(value: Decimal) -> str:
    """The same with the sign, as sentences have it: $1,128.40; a minus rather than parentheses."""
    used = locale()
    minus = used.negativeSign() if value < 0 else ""
    return f"{minus}{used.toCurrencyString(float(abs(value)), '$', 2)}"


def percent_text(number: float | Decimal) -> str:
    """A share as the PC's locale writes it: 75%, in German "75 %" with a space that doesn't break, in Turkish %75."""
    used = locale()
    sign = used.percent()
    text = used.toString(number if isinstance(number, int) else float(number))
    if used.language() in SIGN_FIRST:
        return f"{sign}{text}"
    spaced = used.language() in SPACED and used.name() not in TIGHT
    return f"{text}{NO_BREAK if spaced else ''}{sign}"
