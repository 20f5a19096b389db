"""Translation: every text on the screen is passed through `tr`.

`tr("Cancel appointment")` translates a literal, `tr(text)` a text made in a lower layer (`app.core.text`).
Both use the one context that pyside6-lupdate assigns to a plain `tr`. Without a translator, texts stay
English.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.core.text import At, Dollars, Span, Text, Value, Words, fill
from app.viewmodels.amounts import dollars
from app.viewmodels.moments import written

CONTEXT = ""


def tr(source: Words, comment: str = "", /, **values: Value) -> str:
    """A text in the user's language. `comment` distinguishes two meanings of the same English words."""
    if isinstance(source, At | Span):
        return written(source)
    if isinstance(source, Dollars):
        return dollars(source.amount)
    if isinstance(source, Text):
        return source.put_in(_template(source), _write)
    found = QCoreApplication.translate(CONTEXT, source, comment or None) if source else ""
    return fill(found, {name: _write(value) for name, value in values.items()}) if values else found


def typed(words: Words) -> str:
    """Either a text of ours or typed text: only the former is translated."""
    return words if isinstance(words, str) else tr(words)


def _template(text: Text) -> str:
    if text.fixed or not text.template:
        return text.template
    if text.count is None:
        return QCoreApplication.translate(CONTEXT, text.template, text.comment or None)
    found = QCoreApplication.translate(CONTEXT, text.template, text.comment, text.count)
    return text.english if found == text.template else found


def _write(value: Value) -> str:
    return str(value) if isinstance(value, str | int) else tr(value)
