"""Reads what a receptionist types to find an opening: "crown lee after the 15th"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from app.domain.schedule.asking.asked import Asked, Piece, PieceKind
from app.domain.schedule.asking.scanner import Scan, Scanner
from app.domain.schedule.asking.tokens import SPELLING, Token, key_of, runs_of, split
from app.domain.schedule.asking.treatments import CONCEPTS, is_hygiene
from app.domain.schedule.asking.types import type_pieces
from app.domain.schedule.asking.typos import meant
from app.domain.schedule.asking.vocabulary import Vocabulary
from app.domain.schedule.asking.windows import joined


def ask(text: str, vocabulary: Vocabulary, today: date) -> Asked:
    """What the text asks for. What isn't understood is among the pieces, as unknown."""
    tokens = split(text)
    scan = Scanner(tokens, vocabulary, today).scan()
    better = _corrected(tokens, scan, vocabulary)
    if better != tokens:
        scan = Scanner(better, vocabulary, today).scan()
    pieces = [*scan.pieces, *type_pieces(scan.treatments, vocabulary)]
    asked = _asked(text, _used(sorted(pieces, key=lambda each: each.places), vocabulary), today)
    name = next((each.name for each in vocabulary.types if each.number == asked.type_num), "")
    return replace(asked, usually_hygiene=is_hygiene(name))


def _corrected(tokens: list[Token], scan: Scan, vocabulary: Vocabulary) -> list[Token]:
    """With the words that were probably meant in place of those that are unknown."""
    better, runs = list(tokens), runs_of(tokens)
    for first, end in scan.unknown:
        token = tokens[end - 1]
        if not token.is_word or end - first > 2 or (end - first == 2 and runs[first] == runs[end - 1]):
            continue
        known = vocabulary.people if tokens[first].word == "dr" else vocabulary.correctable
        found = meant(key_of(token.raw), known)
        if len({_sense(each, vocabulary) for each in found}) == 1:
            better[end - 1] = replace(token, raw=found[0], word=SPELLING.get(found[0], found[0]))
    return better


def _sense(word: str, vocabulary: Vocabulary) -> object:
    """What a known word stands for: words of the same sense are as good as each other."""
    return SPELLING.get(word) or vocabulary.names.get(word) or CONCEPTS.get(word) or word


def _used(pieces: list[Piece], vocabulary: Vocabulary) -> list[Piece]:
    """With a second length, and a kind of provider beside others by name, as not understood: neither is searched."""
    hygienists = {each.number: each.is_hygienist for each in vocabulary.providers}
    named = _numbers(each for each in pieces if each.kind is PieceKind.PROVIDER and not each.excluded)
    kinds = {hygienists[each] for each in named}
    first = _first(pieces, PieceKind.LENGTH)
    return [
        Piece(PieceKind.UNKNOWN, each.places)
        if (each.kind is PieceKind.LENGTH and each is not first)
        or (named and each.hygiene is not None and each.hygiene not in kinds)
        else each
        for each in pieces
    ]


def _asked(text: str, pieces: list[Piece], today: date) -> Asked:
    windows, impossible = joined(pieces, today)
    pieces = [replace(each, impossible=at in impossible) for at, each in enumerate(pieces)]
    providers = [each for each in pieces if each.kind is PieceKind.PROVIDER]
    clinics = [each for each in pieces if each.kind is PieceKind.CLINIC]
    types = _first(pieces, PieceKind.TYPE)
    lengths = _first(pieces, PieceKind.LENGTH)
    named = _numbers(each for each in providers if not each.excluded)
    kinds = {each.hygiene for each in providers if each.hygiene is not None}
    return Asked(
        text=text,
        pieces=tuple(pieces),
        type_num=types.numbers[0] if types is not None else None,
        minutes=lengths.numbers[0] if lengths is not None else None,
        providers=named,
        not_providers=_numbers(each for each in providers if each.excluded),
        hygiene=kinds.pop() if len(kinds) == 1 and not named else None,
        op_nums=_numbers(each for each in pieces if each.kind is PieceKind.OPERATORY),
        clinics=_numbers(clinics),
        all_clinics=any(not each.numbers for each in clinics),
        windows=windows,
    )


def _first(pieces: Sequence[Piece], kind: PieceKind) -> Piece | None:
    return next((each for each in pieces if each.kind is kind), None)


def _numbers(pieces: Iterable[Piece]) -> frozenset[int]:
    return frozenset(number for each in pieces for number in each.numbers)
