"""Languages of patients."""

from __future__ import annotations

from app.viewmodels.inline.kinds import LanguageKind
from app.viewmodels.languages import is_english, language_code, language_name


def test_codes_are_read_by_name() -> None:
    """A three-letter code is shown as the language's name; an office's own language as it is."""
    assert [language_name(code) for code in ("rus", "spa", "vie", "fra", "", "Hmong Daw", "xqq")] == [
        "Russian", "Spanish", "Vietnamese", "French", "", "Hmong Daw", "xqq",
    ]  # fmt: skip


def test_names_are_saved_as_codes() -> None:
    """A typed name or code becomes Open Dental's code, whatever its capitals; any other text stays."""
    assert [language_code(text) for text in ("Russian", " spanish ", "VIE", "French", "", "Hmong Daw", "xqq")] == [
        "rus", "spa", "vie", "fra", "", "Hmong Daw", "xqq",
    ]  # fmt: skip
    kind = LanguageKind()
    for code in ("rus", "deu", "zho", "Hmong Daw", ""):
        assert kind.parse(kind.text(code)).value == code


def test_english_is_not_shown() -> None:
    """Patients without a language speak English, as those with its code do."""
    assert is_english("")
    assert is_english("eng")
    assert not is_english("spa")
