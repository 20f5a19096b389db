"""The legend: what the chart shows and nothing else, as samples with words that flow over lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.text import Text
from app.domain.chart.legend import Legend
from app.domain.chart.words import KIND_WORDS, MATERIALS, PRESENCE_WORDS, STATUS_WORDS
from app.domain.chart.work import Kind
from app.viewmodels.translation import tr
from app.views.staff.chart.odontogram.samples import Samples
from app.views.theme.fonts import make_fonts
from app.views.theme.tokens import SMALL_PIXELS, Tokens, tokens_of

GAP = 6
"""Pixels between a sample and its words; twice that and more between entries."""
LOW = 20
"""The height of a line in pixels, for text of 12 pixels."""
Draw = Callable[[Samples, QPainter], None]


class Entry(NamedTuple):
    """One sample with its words."""

    words: str
    draw: Draw


def entries_of(legend: Legend) -> list[Entry]:
    """The entries of a legend: states, materials, treatments, teeth that aren't there."""
    #: letters on the tooth chart's legend: a tag of the office's own
    letters = {Kind.WATCH: tr("W", "watch"), Kind.NOTE: tr("Ab", "any letters of a note")}
    return [
        *(_entry(STATUS_WORDS[each], partial(Samples.draw_status, status=each)) for each in legend.statuses),
        *(
            _entry(MATERIALS[light], partial(Samples.draw_material, light=light))
            for light in legend.materials
        ),
        *(
            _entry(KIND_WORDS[each], partial(Samples.draw_kind, kind=each, letters=letters.get(each, "")))
            for each in legend.kinds
        ),
        *(
            _entry(PRESENCE_WORDS[each], partial(Samples.draw_presence, presence=each))
            for each in legend.presences
        ),
    ]


def _entry(words: Text, draw: Draw) -> Entry:
    text = tr(words)
    return Entry(text[:1].upper() + text[1:], draw)


class Flow(NamedTuple):
    """Entries on lines of a width, in device pixels."""

    places: tuple[QPointF, ...]
    height: float


def flow(entries: list[Entry], samples: Samples, font: QFont, width: float) -> Flow:
    """Where each entry is."""
    metrics, gap = QFontMetricsF(font), samples.height * GAP / LOW
    places: list[QPointF] = []
    x = y = 0.0
    for entry in entries:
        wide = samples.width + gap + metrics.horizontalAdvance(entry.words)
        if x and x + wide > width:
            x, y = 0.0, y + samples.height + gap
        places.append(QPointF(x, y))
        x += wide + 2.5 * gap
    return Flow(tuple(places), y + samples.height if entries else 0.0)


def draw_entries(
    painter: QPainter,
    entries: list[Entry],
    samples: Samples,
    font: QFont,
    color: str,
    width: float,
    draw: Callable[[Entry], None],
) -> None:
    """Draw the entries from the painter's origin. `draw` draws an entry's sample, moved to its place."""
    gap = samples.height * GAP / LOW
    for entry, place in zip(entries, flow(entries, samples, font, width).places, strict=True):
        painter.save()
        painter.translate(round(place.x()), round(place.y()))
        draw(entry)
        painter.restore()
        painter.setFont(font)
        painter.setPen(QColor(color))
        box = QRectF(place.x() + samples.width + gap, place.y(), width, samples.height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, entry.words)


class LegendView(QWidget):
    """The legend under the chart. It is as high as its lines at this width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._legend = Legend()
        self._entries: list[Entry] = []
        self._dress()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Legend"))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn that needs a word."""
        return not self._entries

    def show_legend(self, legend: Legend) -> None:
        """Show another legend."""
        if legend != self._legend:
            self._legend, self._entries = legend, entries_of(legend)
            self.setAccessibleDescription(", ".join(entry.words for entry in self._entries))
            self.setVisible(bool(self._entries))
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines."""
        return round(flow(self._entries, self._measure, self._font, width).height)

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(200, self._measure.height)

    def minimumSizeHint(self) -> QSize:
        """Narrow, but as high as it is at its width."""
        return QSize(80, self.heightForWidth(max(80, self.width())))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the samples at the screen's resolution."""
        ratio = self.devicePixelRatioF()
        if ratio != self._ratio:
            self._dress()
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        font = QFont(self._font)
        font.setPixelSize(round(self._font.pixelSize() * ratio))
        draw_entries(
            painter,
            self._entries,
            self._samples,
            font,
            self._tokens.ink_2,
            self.width() * ratio,
            lambda entry: painter.drawPixmap(0, 0, self._picture(entry)),
        )
        painter.end()

    def _picture(self, entry: Entry) -> QPixmap:
        """A sample's picture; the same ones come again with every patient."""
        found = self._pictures.get(entry.words)
        if found is None:
            found = QPixmap(self._samples.width, self._samples.height)
            found.fill(QColor(self._tokens.surface))
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            entry.draw(self._samples, painter)
            painter.end()
            self._pictures[entry.words] = found
        return found

    def _dress(self) -> None:
        self._tokens: Tokens = tokens_of(self.palette())
        self._font = make_fonts(self.font()).small
        self._ratio = self.devicePixelRatioF()
        high = round(LOW * self._font.pixelSize() / SMALL_PIXELS)
        self._measure = Samples(self._tokens, self._font, 1.0, high)
        self._samples = Samples(self._tokens, self._font, self._ratio, round(high * self._ratio))
        self._pictures: dict[str, QPixmap] = {}
