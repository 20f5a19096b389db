"""A timeline with its filter and the kinds to show."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.viewmodels.timeline import TimelineViewModel
from app.viewmodels.translation import tr, typed
from app.views.theme.fonts import grown
from app.views.widgets.filtered import FilteredPane
from app.views.widgets.timeline.view import TimelineView

FEW_WORDS = 140
"""The least width of the filter beside the kinds, for text of 13 px."""
SPACE = 8


class TimelinePane(FilteredPane):
    """What a screen embeds."""

    def __init__(self, viewmodel: TimelineViewModel, parent: QWidget | None = None) -> None:
        self.timeline = TimelineView(viewmodel)
        super().__init__(viewmodel, self.timeline, parent)
        self._viewmodel = viewmodel
        self._kinds = QWidget()
        row = QHBoxLayout(self._kinds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for kind, title in viewmodel.kinds.items():
            row.addWidget(self._kind_button(kind, typed(title)))
        if viewmodel.kinds:
            row.addWidget(self._texts_button())
        row.addStretch(1)
        self.column.insertWidget(1, self._kinds)
        self._kinds.setVisible(bool(viewmodel.kinds))
        self._beside = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the kinds where there is room for them."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put the kinds beside the filter if it keeps room for a few words, else below it."""
        others = [self.head.itemAt(at).widget() for at in range(self.head.count())]
        beside = [
            each.sizeHint().width()
            for each in others
            if each not in (self._kinds, self.filter_field) and not each.isHidden()
        ]
        room = self.width() - sum(beside) - self._kinds.sizeHint().width() - SPACE * (len(beside) + 1)
        fits = room >= grown(FEW_WORDS, self.font())
        if fits is not self._beside:
            self._beside = fits
            if fits:
                self.head.insertWidget(self.head.indexOf(self.filter_field) + 1, self._kinds)
            else:
                self.column.insertWidget(1, self._kinds)

    def _kind_button(self, kind: str, title: str) -> QToolButton:
        button = QToolButton()
        button.setText(title)
        button.setCheckable(True)
        button.setChecked(kind in self._viewmodel.chosen)
        button.setAccessibleName(tr("Show {kind}", kind=title))
        button.toggled.connect(lambda on: self._viewmodel.choose(kind, shown=on))
        return button

    def _texts_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(tr("With notes"))
        button.setToolTip(tr("Only entries with a note"))
        button.setCheckable(True)
        button.setChecked(self._viewmodel.only_texts)
        button.toggled.connect(lambda on: self._viewmodel.show_only_texts(only=on))
        return button
