"""Alerts in words: premedication, and allergies that an alert already names."""

from __future__ import annotations

from app.domain.people.alerts import not_named, premed_words


def test_an_allergy_is_named_once() -> None:
    """A note that names an allergy as one makes its own line unnecessary, whatever the capitals and plurals."""
    assert not_named(("Penicillin",), "Penicillin allergy") == ()
    assert not_named(("Penicillin", "Latex"), "SEVERE penicillin allergy!") == ("Latex",)
    assert not_named(("Sulfa drugs", "Codeine"), "Allergic to sulfa drug, codeine") == ()
    assert not_named(("Latex", "latex"), "") == ("Latex",)


def test_nothing_is_lost() -> None:
    """An allergy stays where the note is about something else, names only a part of it, or may deny it."""
    for note in ("Blood thinners", "Penicillin 500 mg before treatment", "No penicillin allergy"):
        assert not_named(("Penicillin",), note) == ("Penicillin",), note
    assert not_named(("Local anesthetic",), "Allergic to locals") == ("Local anesthetic",)
    assert not_named(("Latex",), "Latexon allergy") == ("Latex",)


def test_unknown_premedication_is_not_no_premedication() -> None:
    """What couldn't be read is said; who takes nothing has no words."""
    assert [str(premed_words(premedicate=each)) for each in (True, False, None)] == [
        "Premedicate",
        "",
        "Premedication not known",
    ]
