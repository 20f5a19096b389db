"""Screens as data, the interface of a screen's viewmodel, and which screen is shown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.text import Words
from app.store.changes import Change, ChangeKind
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.rail_counts import RailCounts

if TYPE_CHECKING:  # the desk has screens, and passes itself to each
    from app.viewmodels.staff.desk import DeskViewModel


class ScreenSpec(Struct, frozen=True, kw_only=True):
    """A screen as data. Rail, menus, palette, shortcuts, loading, tour and bench iterate the list of these.

    `viewmodel`, `view` and `tour` are names imported on first use, as "package.module:name".
    """

    id: str
    word: Words
    """One word for the rail."""
    title: Words
    icon: str
    """The name of an icon in the theme."""
    shortcut: str
    viewmodel: str
    """A ScreenModel: called with the desk, and with the part of the screen created before the desk, or None."""
    view: str
    """A ScreenView: called with the viewmodel and the ScreenTools."""
    load: tuple[str, ...] = ()
    """Further modules to import before it is first shown, each in its own event loop iteration."""
    commands: tuple[CommandSpec, ...] = ()
    """Its commands, known before it is loaded."""
    on_rail: bool = True
    """Whether the rail has a button for it: what is used every day."""
    synonyms: Words = ""
    tour: str = ""
    """The tour's steps on this screen: a tuple of (name, action)."""

    @property
    def command(self) -> CommandSpec:
        """The command that shows it."""
        return CommandSpec(
            f"screen.{self.id}",
            self.title,
            self.shortcut,
            "Go",
            self.icon,
            word=self.word,
            synonyms=self.synonyms,
            group=-1,
        )


class ScreenStatus(Struct, frozen=True):
    """A screen's part of the status line."""

    age: timedelta | None = None
    """Seconds since the oldest visible data were read or confirmed; None: nothing was read yet."""
    coming: str = ""
    note: str = ""
    problems: str = ""
    """What could not be shown, in a few words; clicking it runs `problems_command`."""
    problems_command: str = ""
    refused: bool = False
    """Whether nothing is loading although nothing is known: it was refused, or nobody asked. The screen says which."""
    followed: bool = True
    """Whether the screen follows what the office hub tells of changes by others; else its age counts there too."""


class ScreenModel(QObject):
    """The interface of a screen's viewmodel. A screen overrides what it has."""

    status_changed = Signal()

    follows_today: ClassVar[bool] = False
    """Whether it shows other things on another day: then it is entered again when the date changes."""
    own_commands: Sequence[AsyncCommand] = ()
    """One for each of the spec's commands."""

    @property
    def status(self) -> ScreenStatus:
        """Its current status."""
        return ScreenStatus()

    def enter(self) -> None:
        """The screen is now shown."""

    def leave(self) -> None:
        """Another screen is now shown: stop reading for this one."""

    def go_home(self) -> None:
        """It was requested while it is shown: return to its initial place."""

    def refresh(self) -> None:
        """Read the visible data again."""

    def close(self) -> None:
        """The desk was closed."""


class LoadedScreen(Struct, frozen=True):
    """A screen's two factories, imported."""

    viewmodel: Callable[[DeskViewModel, Any], ScreenModel]
    view: Callable[..., Any]


Loader = Callable[[ScreenSpec], Awaitable[LoadedScreen]]


class Screens(QObject):
    """The desk's screens by id; each is loaded when it is first shown.

    `shown_changed` follows `current`, `status_changed` the status of any screen.
    """

    shown_changed = Signal()
    status_changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        specs: Sequence[ScreenSpec],
        load: Loader,
        early: Mapping[str, Any],
    ) -> None:
        """`early` are the parts of screens created before the desk, by screen id."""
        super().__init__(desk)
        self._desk = desk
        self._load = load
        self._early = dict(early)
        self._loaded: dict[str, LoadedScreen] = {}
        self._models: dict[str, ScreenModel] = {}
        self._wanted = ""
        self.counts = RailCounts(self)
        self.specs = {spec.id: spec for spec in specs}
        self._today = desk.now().date()
        self._unwatch = (
            desk.parts.office.watch(self._office_changed),
            desk.parts.client.watch(lambda _: self._follow_date()),  # with each request: every few seconds
        )
        self.current = ""
        """The id of the current screen; empty: none yet."""
        for spec in specs:
            desk.add_commands([self._opener(spec)])
            desk.add_commands(
                (self._stand_in(spec.id, each) for each in spec.commands), spec.id, stand_in=True
            )

    @property
    def shown(self) -> ScreenModel | None:
        """The viewmodel of the current screen."""
        return self._models.get(self.current)

    def view_of(self, screen_id: str) -> Callable[..., Any]:
        """The factory of the widget of an opened screen."""
        return self._loaded[screen_id].view

    def model(self, screen_id: str) -> ScreenModel:
        """The viewmodel of an opened screen. KeyError for any other."""
        return self._models[screen_id]

    async def open(self, screen_id: str) -> ScreenModel:
        """Load a screen, once, without showing it."""
        if screen_id not in self._loaded:
            loaded = await self._load(self.specs[screen_id])
            self._loaded.setdefault(screen_id, loaded)  # it may have been requested twice
        if screen_id not in self._models:
            early = self._early.pop(screen_id, None)
            model = self._models[screen_id] = self._loaded[screen_id].viewmodel(self._desk, early)
            specs = [command.spec for command in model.own_commands]
            if specs != list(self.specs[screen_id].commands):
                raise ValueError(f"the commands of {screen_id} are not those of its ScreenSpec")
            self._desk.add_commands(model.own_commands, screen_id)
            model.status_changed.connect(self.status_changed)
        return self._models[screen_id]

    async def show(self, screen_id: str) -> ScreenModel:
        """Show a screen, loading it first if needed, unless another was requested meanwhile."""
        self._wanted = screen_id
        model = await self.open(screen_id)
        if self._wanted == screen_id != self.current:
            if self.shown is not None:
                self.shown.leave()
            self.current = screen_id
            model.enter()
            self.shown_changed.emit()
        return model

    def run(self, command: AsyncCommand) -> None:
        """Run a command from anywhere: one of another screen shows that screen first."""
        screen = self._desk.commands.screen_of(command.spec.id)
        if screen in ("", self.current):
            command.run()
        else:
            self._desk.parts.scope.start_at_once(
                self._bring_and_run(screen, command.spec.id), command.spec.id
            )

    def key(self, shortcut: str) -> None:
        """Run the command of a key on the current screen."""
        if (command := self._desk.commands.with_key(shortcut, self.current)) is not None:
            self.run(command)

    def by_letter(self, text: str) -> AsyncCommand | None:
        """The command of a printable key without Ctrl or Alt on the current screen, if there is one."""
        return self._desk.commands.by_letter(text, self.current)

    def close(self) -> None:
        """Close all opened screens."""
        for end in self._unwatch:
            end()
        for model in self._models.values():
            model.close()

    def _office_changed(self, change: Change) -> None:
        """Read what the shown screen couldn't read while the office didn't answer, if nothing else reads it again."""
        if change.kind is ChangeKind.ANSWERS and self.shown is not None:
            status = self.shown.status
            if status.age is None and not status.followed:
                self.shown.refresh()

    async def _bring_and_run(self, screen_id: str, command_id: str) -> None:
        await self.show(screen_id)
        self._desk.commands[command_id].run()

    def _follow_date(self) -> None:
        if (today := self._desk.now().date()) != self._today:
            self._today = today
            if self.shown is not None and self.shown.follows_today:
                self.shown.enter()

    def _opener(self, spec: ScreenSpec) -> AsyncCommand:
        async def show() -> None:
            if spec.id == self.current:
                self._models[spec.id].go_home()
            else:
                await self.show(spec.id)

        return self._desk.command(spec.command, show)

    def _stand_in(self, screen_id: str, spec: CommandSpec) -> AsyncCommand:
        async def load_and_run() -> None:
            await self._bring_and_run(screen_id, spec.id)

        return self._desk.command(spec, load_and_run)
