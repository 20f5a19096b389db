"""The person under whose name this PC's changes are recorded."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.journal.entries import Author
from app.journal.outbox import Outbox
from app.services.people.staff import Staff


class UserViewModel(QObject):
    """The one who is signed in; where nobody signs in, whoever typed a name. `changed` is emitted with the name."""

    changed = Signal(str)

    def __init__(self, outbox: Outbox, staff: Staff, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outbox = outbox
        self._staff = staff
        self._unwatch = staff.watch(self._follow)
        self._follow()

    @property
    def name(self) -> str:
        """The current name."""
        return self._outbox.author.name

    @property
    def user_num(self) -> int:
        """The person's user in Open Dental; 0: nobody is signed in."""
        return self._outbox.author.user_num

    @property
    def initials(self) -> str:
        """The person's initials; empty: nobody is signed in."""
        return self._outbox.author.initials

    @property
    def signed_in(self) -> bool:
        """Whether a person is signed in: the name is hers, and can't be typed."""
        return self._staff.signed_in is not None

    def rename(self, name: str) -> None:
        """Record the following changes under another name. A blank one changes nothing."""
        name = " ".join(name.split())
        if name and name != self.name and not self.signed_in:
            self._outbox.author = Author(name)
            self.changed.emit(name)

    def close(self) -> None:
        """The desk was closed."""
        self._unwatch()

    def _follow(self) -> None:
        author = self._staff.author or Author(self.name)
        if author != self._outbox.author:
            self._outbox.author = author
            self.changed.emit(author.name)
