"""A timeline with its filter and the kinds to show."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.viewmodels.timeline import TimelineViewModel
from app.viewmodels.translation import tr, typed
from app.views.widgets.filtered import FilteredPane
from app.views.widgets.timeline.view import TimelineView


class TimelinePane(FilteredPane):
    """What a screen embeds."""

    def __init__(
        self, viewmodel: TimelineViewModel, parent: QWidget | None = None, *, one_row: bool = False
    ) -> None:
        """`one_row`: the kinds are beside the filter instead of below it."""
        self.timeline = TimelineView(viewmodel)
        super().__init__(viewmodel, self.timeline, parent)
        self._viewmodel = viewmodel
        self.kinds_row = row = QHBoxLayout()
        """Takes what belongs beside the kinds."""
        row.setSpacing(4)
        for kind, title in viewmodel.kinds.items():
            row.addWidget(self._kind_button(kind, typed(title)))
        if viewmodel.kinds:
            row.addWidget(self._texts_button())
        if one_row:
            self.head.insertLayout(1, row)
        else:
            row.addStretch(1)
            self.column.insertLayout(1, row)

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
        button.setToolTip(tr("Only what has a note"))
        button.setCheckable(True)
        button.setChecked(self._viewmodel.only_texts)
        button.toggled.connect(lambda on: self._viewmodel.show_only_texts(only=on))
        return button
