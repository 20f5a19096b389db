"""Phrases as receptionists type them."""

from __future__ import annotations

import random
import string

import pytest

from app.domain.schedule.asking.parser import ask
from app.domain.schedule.asking.tokens import FILLERS, SPELLING, split
from app.domain.schedule.asking.vocabulary import Vocabulary
from tests.domain.schedule.asking.notation import OFFICE, TODAY, brief
from tests.domain.schedule.asking.other_offices import (
    CLASSES,
    FRESH,
    GENERAL,
    GENERAL_OFFICE,
    KIDS,
    KIDS_OFFICE,
    LATEST,
    MAIN,
    ORTHO,
    ORTHO_OFFICE,
)
from tests.domain.schedule.asking.phrases import PHRASES, SECOND_SET, THIRD_SET

WITH_DAY = {"30 min in op 3 this afternoon", "this thurs 1", "tues 120"}
"""Phrases with a word that has another sense without the day before it."""
LATER = {**SECOND_SET, **THIRD_SET}
UNSEEN = {**MAIN, **FRESH, **LATEST, **CLASSES}
OTHERS = [
    (office, phrase, means)
    for office, phrases in ((GENERAL_OFFICE, GENERAL), (KIDS_OFFICE, KIDS), (ORTHO_OFFICE, ORTHO))
    for phrase, means in phrases.items()
]
NEITHER = {"or", "not", "with"}
NUMBERS = [
    (OFFICE, "after 4bw", "?after; ?4bw"),
    (OFFICE, "op 2x", "?op 2x"),
    (OFFICE, "9jannuary", "?9jannuary"),
    (OFFICE, "rct 60 120", "Root canal; 60; =13:20"),
    (OFFICE, "op 1, 2 fillings", "Two fillings; op Op 1"),
    (GENERAL_OFFICE, "hyg 1 or 2 or fri 9", "LIND; ?2; fri =9:00"),
]


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_means(phrase: str) -> None:
    """Each phrase that was written before the parser is understood as meant."""
    assert sorted(brief(ask(phrase, OFFICE, TODAY)).split("; ")) == sorted(PHRASES[phrase].split("; "))


@pytest.mark.parametrize("phrase", LATER)
def test_a_later_phrase_means(phrase: str) -> None:
    """So is each of the later sets, of which 32 of 40 and 56 of 60 were understood when they were first tried."""
    assert sorted(brief(ask(phrase, OFFICE, TODAY)).split("; ")) == sorted(LATER[phrase].split("; "))


@pytest.mark.parametrize("phrase", UNSEEN)
def test_an_unseen_phrase_means(phrase: str) -> None:
    """Phrases of somebody who had not read the parser: what they can't mean is shown as not understood."""
    assert sorted(brief(ask(phrase, OFFICE, TODAY)).split("; ")) == sorted(UNSEEN[phrase].split("; "))


@pytest.mark.parametrize(("office", "phrase", "means"), NUMBERS)
def test_what_a_number_belongs_to(office: Vocabulary, phrase: str, means: str) -> None:
    """To the letters typed right after it, else to a treatment; after a length it is a time."""
    assert sorted(brief(ask(phrase, office, TODAY)).split("; ")) == sorted(means.split("; "))


def test_a_list_of_operatories_ends_before_its_last_or() -> None:
    """The word belongs to what follows: the day is an alternative, not a part of the list."""
    asked = ask("op 1 or 2 or tomorrow", OFFICE, TODAY)
    assert [(asked.words_of(each), each.alternative) for each in asked.pieces] == [
        ("op 1 or 2", False),
        ("tomorrow", True),
    ]


@pytest.mark.parametrize(("office", "phrase", "means"), OTHERS)
def test_a_phrase_of_another_office_means(office: Vocabulary, phrase: str, means: str) -> None:
    """Offices name types, providers and operatories in their own way."""
    assert sorted(brief(ask(phrase, office, TODAY), office).split("; ")) == sorted(means.split("; "))


@pytest.mark.parametrize(
    ("phrase", "means"),
    [
        ("60 30 tue", "60; tue; ?30"),
        ("30 or 60 min mon", "30; mon; ?60 min"),
        ("crown lee or any hyg", "Crown; LEE; ?any hyg"),
        ("hyg cho 60", "60; HYG-C"),
        ("this or next week", "12/6..12/12; ?this"),
    ],
)
def test_what_is_not_searched_is_not_shown_as_understood(phrase: str, means: str) -> None:
    """A second length, a kind of provider beside others by name, and a week whose name is cut off are unknown."""
    assert sorted(brief(ask(phrase, OFFICE, TODAY)).split("; ")) == sorted(means.split("; "))


@pytest.mark.parametrize(
    ("phrase", "means"),
    [
        ("a week from tue", "12/8"),
        ("2 weeks from tomorrow pm", "12/15 12:00-"),
        ("a week from now", "12/7.."),
    ],
)
def test_weeks_are_counted_from_the_day_that_is_named(phrase: str, means: str) -> None:
    """A week from Tuesday is a Tuesday."""
    assert brief(ask(phrase, OFFICE, TODAY)) == means


def test_words_before_a_day_are_whole_words() -> None:
    """In "later thanksgiving" there is no "later than"."""
    assert brief(ask("later thanksgiving dec 8", OFFICE, TODAY)) == "11/25/27+12/8; ?later"


@pytest.mark.parametrize("seed", range(20))
def test_no_word_is_ignored(seed: int) -> None:
    """Whatever is typed, in whatever order: each word belongs to a piece, asks for nothing by itself, or is unknown."""
    dice = random.Random(seed)
    words = [word for phrase in (*PHRASES, *UNSEEN) for word in phrase.split()] + [*SPELLING]
    for _ in range(100):
        text = " ".join(dice.choices(words, k=dice.randint(1, 8)))
        if dice.random() < 0.5:
            at = dice.randrange(len(text))
            text = text[:at] + dice.choice(string.ascii_lowercase + "-/,#.:'@ 0123456789") + text[at + 1 :]
        asked = ask(text, OFFICE, TODAY)
        places = [place for piece in asked.pieces for place in piece.places]
        for token in split(text):
            known = any(start <= token.start and token.end <= end for start, end in places)
            assert known or token.raw in FILLERS or token.word in FILLERS | NEITHER, (text, token.raw)


@pytest.mark.parametrize("phrase", sorted({*PHRASES, *LATER, *UNSEEN} - WITH_DAY))
def test_any_piece_can_be_taken_out(phrase: str) -> None:
    """Without the words of a piece, what the others ask for stays."""
    asked = ask(phrase, OFFICE, TODAY)
    kinds = [each.kind for each in asked.pieces]
    for at, piece in enumerate(asked.pieces):
        if kinds.count(piece.kind) > 1 or asked.unknown:
            continue
        left = ask(asked.changed([piece], ""), OFFICE, TODAY)
        assert [each.kind for each in left.pieces] == [*kinds[:at], *kinds[at + 1 :]], (phrase, left.text)
