"""The slider through time: one step for each day on which the chart changed, and the last one for now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QStyle, QToolTip, QWidget

from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from app.viewmodels.translation import tr
from app.views.widgets.announcing import announce
from app.views.widgets.labels import plain_label

LONGEST_DAY = "As of Mmm 00, 0000"  # words: only measured
NARROWEST = 60


class StepSlider(QSlider):
    """A click goes to where it is; the wheel is left to what is scrolled."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setPageStep(1)
        self.setMinimumWidth(NARROWEST)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the handle to the pointer, from where it can be dragged."""
        if event.button() is Qt.MouseButton.LeftButton and self.maximum() > 0:
            handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self)
            at = round(event.position().x()) - handle // 2
            self.setValue(
                QStyle.sliderValueFromPosition(0, self.maximum(), at, max(1, self.width() - handle))
            )
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the scroll area."""
        event.ignore()


class DaySlider(QWidget):
    """The day in words, the slider, and "Now". `stepped` follows every change of the day by the user."""

    stepped = Signal()

    def __init__(self, model: OdontogramViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._day = plain_label()
        self.slider = StepSlider()
        self.slider.setAccessibleName(tr("Day of the tooth chart"))
        self.slider.setToolTip(tr("Show the teeth on an earlier day  (Page Up, Page Down)"))
        self.now = QPushButton(tr("Now", "the tooth chart as of now"))
        self.now.setToolTip(tr("Show the teeth as they are now  (Ctrl+End)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._day)
        row.addWidget(self.slider, 1)
        row.addWidget(self.now)
        self.slider.valueChanged.connect(self._go)
        self.now.clicked.connect(lambda: self.step_to(self.slider.maximum()))
        model.state_changed.connect(self._follow)
        self._follow()

    def step_by(self, steps: int) -> None:
        """Go some steps on, or back (negative)."""
        self.step_to(self._model.step + steps)

    def step_to(self, step: int) -> None:
        """Go to a step; the last one is now."""
        self.slider.setValue(min(max(step, 0), self.slider.maximum()))

    def _go(self, step: int) -> None:
        if step != self._model.step:
            QToolTip.hideText()  # of a tooth on another day
            self._model.show_step(step)
            announce(self, self._model.day_words)
            self.stepped.emit()

    def _follow(self) -> None:
        model, slider = self._model, self.slider
        slider.blockSignals(True)
        slider.setRange(0, len(model.state.dates))
        slider.setValue(model.step)
        slider.blockSignals(False)
        words, is_past = model.day_words, model.state.at is not None
        slider.setAccessibleDescription(words)
        slider.setEnabled(bool(model.state.dates))
        self.now.setEnabled(is_past)
        if self._day.text() != words:
            self._day.setText(words)
            self._day.setMinimumWidth(self.fontMetrics().horizontalAdvance(LONGEST_DAY))
            self._day.setProperty("kind", "late" if is_past else "second")
            self._day.style().unpolish(self._day)
            self._day.style().polish(self._day)
