"""The side panel's page of appointments that can't be shown properly."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.core.present import present
from app.core.text import msg
from app.viewmodels.staff.schedule.problems import ProblemsViewModel
from app.viewmodels.translation import tr
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.page_head import PageHead

SHOW = msg("Show appointment")


class ProblemsPage(QWidget):
    """One sentence per problem; if it has an appointment, clicking shows it."""

    closed = Signal()

    def __init__(self, viewmodel: ProblemsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = PageHead(tr("Appointments that can't be shown"))
        head.close.clicked.connect(lambda: self.closed.emit())
        column.addLayout(head)
        self._viewmodel = viewmodel
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        column.addLayout(self._rows)
        column.addStretch(1)
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        while self._rows.count():
            widget = present(self._rows.takeAt(0)).widget()
            if widget is not None:
                widget.deleteLater()
        for row in self._viewmodel.rows:
            self._rows.addWidget(plain_label(breakable(row.words), wrap=True))
            if row.apt_num is not None:
                show = QPushButton(tr(SHOW))
                show.setAccessibleName(f"{tr(SHOW)}: {row.words}")
                show.clicked.connect(lambda _=False, apt_num=row.apt_num: self._viewmodel.show(apt_num))
                self._rows.addWidget(show)
        if self._viewmodel.empty:
            self._rows.addWidget(plain_label(self._viewmodel.empty, kind="second", wrap=True))
