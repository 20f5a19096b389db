"""The user's name at the end of the bar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_tip

MOST = 110
"""Maximum width of a name in pixels, at the default text size."""


class UserLabel(ElidedLabel):
    """The name under which changes are recorded."""

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        super().__init__(f"● {who}", parent)
        self.setProperty("kind", "second")
        self.setToolTip(plain_tip(tr("Signed in as {name}", name=who)))
        self.setMaximumWidth(grown(MOST, self.font()))
        self.setMinimumWidth(min(self.sizeHint().width(), self.maximumWidth()))
