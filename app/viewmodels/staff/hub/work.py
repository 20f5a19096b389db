"""What the parts of the hub's page share: one action at a time, and its refusal as a sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.hub.link import HubRefused
from app.core.text import ExplainedError, msg
from app.services.people.manager import MAY_MANAGE
from app.services.people.people import Standing
from app.viewmodels.staff.hub.words import hub_words
from app.viewmodels.translation import tr

if TYPE_CHECKING:  # the desk has the page, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

_NOT_YOURS = msg("Only people who may manage people can change this.")


class HubWork(QObject):
    """`changed`: what is shown may have changed."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._staff = desk.parts.staff
        self._scope = desk.parts.scope
        self._one = asyncio.Lock()
        self._waiting = 0
        self.sentence = ""
        """Why the last action failed."""

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._waiting > 0

    @property
    def may_manage(self) -> bool:
        """Whether the person may change the hub and its devices; everyone, until the first person is set up."""
        return self._staff.standing is Standing.NOBODY or self._staff.may(MAY_MANAGE)

    def change(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that needs the right to manage people."""
        if self.may_manage:
            self.run(work)
        else:
            work.close()
            self.say(tr(_NOT_YOURS))

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something, after what is being done."""
        self._waiting += 1
        self.sentence = ""
        self.changed.emit()
        self._scope.start(self._guarded(work), "office hub")

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.sentence = sentence
        self.changed.emit()

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            async with self._one:
                await work
        except ExplainedError as error:
            self.sentence = tr(error.words)
        except (ApiError, HubRefused) as error:
            self.sentence = hub_words(error, tr("the office hub"))
        self._waiting -= 1
        self.changed.emit()
