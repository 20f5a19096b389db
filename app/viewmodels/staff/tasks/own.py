"""The tasks of the person at the desk: how many are unread, and the sound for new ones. Noticing loads later."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.viewmodels.choices import SET_BY_OFFICE, RememberedChoice
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.tasks.glance import Glance
from app.viewmodels.translation import tr

if TYPE_CHECKING:  # the desk has them, and passes itself to them
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.tasks.noticing import TaskNoticing

NOTICING = "app.viewmodels.staff.tasks.noticing:TaskNoticing"
ON, OFF = "on", "off"  # words: in the settings file

SOUND = CommandSpec(
    "tasks.sound",
    msg("Sound for new tasks"),
    "Ctrl+F7",
    "View",
    synonyms=msg("beep chime noise mute quiet alert reminder", "search words"),
    group=5,
)


class OwnTasks(QObject):
    """`changed` when the number of unread ones is another; `sounded` when the user wants to hear something new."""

    changed = Signal()
    sounded = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self.noticing: TaskNoticing | None = None
        """None before `begin`."""
        self._glance = Glance(
            desk.parts.clock, desk.parts.scope, lambda each: desk.parts.my_tasks().see(each)
        )
        self._beginning = asyncio.Lock()
        self.sound = RememberedChoice(OFF, self)
        self.commands = [desk.command(SOUND, self._toggle_sound)]

    @property
    def unread(self) -> int:
        """Unread tasks of the lists that she follows."""
        return self.noticing.unread if self.noticing is not None else 0

    async def begin(self) -> None:
        """Follow her tasks, and tell of new ones from now on; once, and read what she keeps before this returns."""
        async with self._beginning:
            if self.noticing is not None:
                return
            (made,) = await self._desk.parts.load(NOTICING)
            noticing: TaskNoticing = made(self._desk)
            noticing.changed.connect(self.changed)
            noticing.noticed.connect(self._sound)
            self.noticing = noticing
            await noticing.load()

    def look_at(self, task_num: int) -> None:
        """This task is on the screen now, or has changed there; 0: none is."""
        self._glance.look_at(task_num)

    def close(self) -> None:
        """The desk was closed."""
        if self.noticing is not None:
            self.noticing.close()

    def _sound(self) -> None:
        if self.sound.value == ON:
            self.sounded.emit()

    async def _toggle_sound(self) -> None:
        if self.sound.fixed:
            self._desk.notices.say(tr(SET_BY_OFFICE))
            return
        self.sound.choose(OFF if self.sound.value == ON else ON)
        if self.sound.value == ON:
            self._desk.notices.say(tr("New tasks and reminders make a sound now."))
        else:
            self._desk.notices.say(tr("New tasks and reminders are silent now."))
        self._sound()
