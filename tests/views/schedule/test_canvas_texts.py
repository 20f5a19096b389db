"""Text on the schedule: measured, elided and wrapped as it will be displayed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.views.staff.schedule.grid import texts
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.grid.texts import ELLIPSIS, FEW_LETTERS, TextCache, TextRoom
from app.views.theme.tokens import LIGHT

INK = QColor("#171c26")


@pytest.fixture
def cache(qapp: QApplication) -> TextCache:
    """Texts at 13 pixels."""
    font = QFont(qapp.font())
    font.setPixelSize(13)
    return TextCache(font, TextRoom(1))


def drawn(cache: TextCache, text: str, width: int) -> QImage:
    """A text on white."""
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    cache.draw(painter, 5, 5, text, width, INK)
    painter.end()
    return image


@pytest.mark.parametrize(
    "text", ["Ortiz, Maria", "#14 MO, #15 O", "9:00 – 9:50", "Sørensen", "Иванова", "王伟"]
)
def test_widths_are_qts(cache: TextCache, text: str) -> None:
    """A text is as wide as Qt measures, within half a letter, whatever its script."""
    assert cache.width(text) == pytest.approx(QFontMetricsF(cache.font).horizontalAdvance(text), abs=4)


def test_what_fits_is_left_alone(cache: TextCache) -> None:
    """A text that fits is not elided; one that doesn't ends in an ellipsis and fits."""
    assert cache.fit("Ortiz", 200) == "Ortiz"
    cut = cache.fit("Castellanos, Wilhelmina", 90)
    assert cut.endswith(ELLIPSIS)
    assert cache.width(cut) <= 90
    assert cache.fit("Ortiz", 1) == ""
    for text in ("Márquez, Fernando", "Rossi, Matthew", 'Fontaine, José "Pepe"'):
        for width in range(1, 160):
            cut = cache.fit(text, width)
            assert cache.width(cut) <= width
            assert cut == text or text.startswith(cut.removesuffix(ELLIPSIS))
            last = cut.removesuffix(ELLIPSIS).rpartition(" ")[2]
            assert " " not in cut or len(last) >= FEW_LETTERS, (text, cut)


def test_names_are_never_broken_inside_a_word(cache: TextCache) -> None:
    """A word of a name that is too long for its line ends in an ellipsis; the next line starts with the next word."""
    for name in ("Ivanova, Nia", "Márquez, Fernando", 'Fontaine, José "Pepe"', "Yang, Jo"):
        words = name.split()
        for width in range(20, 160):
            lines = cache.wrap(name, width, 9, whole=True)
            for line in [*lines[:-1], cache.fit(lines[-1], width)]:
                assert cache.width(line) <= width
                first = line.split()[0].removesuffix(ELLIPSIS).rstrip(",")
                assert any(word.startswith(first) for word in words), (name, line)


def test_words_stay_whole(cache: TextCache) -> None:
    """Text is wrapped between words, over at most the allowed lines, and loses nothing."""
    lines = cache.wrap("Prefers mornings and headphones", 80, 5)
    assert " ".join(lines) == "Prefers mornings and headphones"
    assert all(cache.width(line) <= 80 for line in lines)
    assert len(cache.wrap("Prefers mornings and headphones", 80, 2)) == 2


def test_a_long_word_is_broken_but_no_line_begins_with_a_comma(cache: TextCache) -> None:
    """A word too long for the line is broken; a comma after it may hang."""
    word = "#22-MF-AntC2"
    lines = cache.wrap(f"{word}, #23-F", round(cache.width(word)) + 1, 3)
    assert lines[0] == f"{word},"
    assert "".join(cache.wrap("x" * 60, 40, 50)) == "x" * 60


def test_a_long_code_is_broken_after_a_hyphen(cache: TextCache) -> None:
    """A tooth's procedure that doesn't fit ends at a hyphen, not within the code behind it."""
    width = int(cache.width("#12-MODB-C"))
    assert cache.wrap("#12-MODB-C4", width, 3) == ["#12-MODB-", "C4"]


def test_pressed_letters_look_like_drawn_ones(cache: TextCache) -> None:
    """The second time a text is copied instead of drawn, without a visible difference."""
    first, second = (drawn(cache, "Abernathy, Dmitri", 100) for _ in range(2))
    differences = [
        abs(mine - its)
        for mine, its in zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
        if mine != its
    ]
    assert max(differences, default=0) <= 2


def test_memory_has_an_end(cache: TextCache, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many texts are shown, the cache stays below its limit, and the next text is still right."""
    monkeypatch.setattr(texts, "KEPT", 20)
    monkeypatch.setattr(texts, "KEPT_PIXELS", 20_000)
    for number in range(100):
        for _ in range(2):
            drawn(cache, f"Ortiz {number}", 90)
        cache.wrap(f"Note {number}", 30, 3)
    kept = (cache._cut, cache._widths, cache._wrapped, cache._pressed)
    assert max(map(len, kept)) <= 21
    assert _kept_pixels(cache) <= 20_000
    assert drawn(cache, "Ortiz 99", 90) == drawn(cache, "Ortiz 99", 90)


def test_all_fonts_share_their_room(cache: TextCache, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit counts for all fonts together, whichever of them a day uses, and for text that reads downward too."""
    monkeypatch.setattr(texts, "KEPT_PIXELS", 20_000)
    other = TextCache(cache.font, cache._room)
    picture = QImage(90, 90, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    for number in range(50):
        for each in (cache, other):
            each.draw_downward(painter, 0, 0, f"Ortiz {number}", 90, INK)
            assert _kept_pixels(cache) + _kept_pixels(other) <= 20_000
    painter.end()


@pytest.mark.parametrize("ratio", [1, 2])
def test_the_room_grows_with_the_letters(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    """What is kept at 100 % is kept at 200 % too, where each text has four times the pixels."""
    monkeypatch.setattr(texts, "KEPT_PIXELS", 20_000)
    cache = PaintTheme(LIGHT, QFont(qapp.font()), ratio).name
    names = [f"Ortiz {number}" for number in range(12)]
    first = [cache.stamp(name, INK) for name in names]
    assert sum(each.width() * each.height() for each in first) > 6_000 * ratio**2
    assert [cache.stamp(name, INK) for name in names] == first


def _kept_pixels(cache: TextCache) -> int:
    pictures = {id(each): each for each in (*cache._stamps.values(), *cache._downward.values())}
    return sum(each.width() * each.height() for each in pictures.values())
