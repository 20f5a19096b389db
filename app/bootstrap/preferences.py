"""This workstation's settings: read at startup, changed during work, saved at the end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.bootstrap.lost_settings import lost_settings
from app.bootstrap.session import OfficeConnection
from app.core.paths import ProgramFolders
from app.core.policy import NO_POLICY
from app.core.settings import Loaded, Settings, SettingsFile
from app.core.settings import Theme as ThemeSetting
from app.views.theme.theme import Theme, ThemeChoice
from app.views.theme.tokens import HOUR_HEIGHT

if TYPE_CHECKING:  # loads after the first paint
    from app.bootstrap.workspace import Workspace
    from app.services.people.staff import Staff
    from app.viewmodels.staff.schedule.arranging.arrangement import Arrangement
    from app.viewmodels.tables.layout import TableLayout


class Preferences:
    """Applies the settings to a workspace, and tracks changes there."""

    def __init__(self, folders: ProgramFolders, loaded: Loaded, theme: Theme) -> None:
        self.folders = folders
        self._file = SettingsFile(folders.config / "settings.json")
        self._loaded = loaded
        self._theme = theme
        self._policy = loaded.policy or NO_POLICY
        self._own = loaded.own or loaded.settings
        self._settings = loaded.settings
        self._saved: Settings | None = loaded.settings
        self._lock = threading.Lock()
        self._watcher: Callable[[], None] = lambda: None

    @property
    def settings(self) -> Settings:
        """The settings in force: the administrator's overrule the user's."""
        return self._settings

    @settings.setter
    def settings(self, settings: Settings) -> None:
        self._settings = self._policy.over(settings)
        if self.unsaved:
            self._watcher()

    @property
    def unsaved(self) -> bool:
        """Whether the settings differ from those on disk."""
        return self._settings != self._saved

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call back after a change that is not on disk."""
        self._watcher = watcher

    @property
    def fixed(self) -> frozenset[str]:
        """The names of settings that the office's administrator has set."""
        return self._policy.fixed

    @property
    def update_from(self) -> str:
        """Where the administrator has updates come from; empty: none are looked for."""
        return str(self._policy.values.get("update_from", ""))

    def lost(self) -> str:
        """Which settings could not be used, as text; empty if none, or if the user was already told."""
        loaded, self._loaded = self._loaded, Loaded(self.settings)
        return lost_settings(loaded)

    def clinic_num(self, connection: OfficeConnection) -> int | None:
        """The last selected clinic; the training practice doesn't use it."""
        own = connection.address.mode.value == self.settings.mode
        return self.settings.clinic_num or None if own else None

    def recall(self, workspace: Workspace) -> None:
        """Restore the schedule's view, and track changes."""
        screen = workspace.schedule
        if workspace.desk.parts.mode == self.settings.mode:
            filters, clinic_num = screen.model.filters, self.clinic_num(workspace.connection)
            filters.changed.connect(lambda: self.change(clinic_num=filters.clinic_num or 0))
            filters.choose(clinic_num=clinic_num, prov_num=None)
            self._recall_view(screen.model.arranging)
        desk = workspace.desk
        desk.tables = SavedTables(self)
        desk.tooth_numbers.choose(self.settings.tooth_numbers)
        desk.tooth_numbers.changed.connect(lambda system: self.change(tooth_numbers=system))
        desk.money.pay_type.choose(self.settings.pay_type)
        desk.money.pay_type.changed.connect(lambda pay_type: self.change(pay_type=pay_type))
        desk.tasks.own.sound.choose(self.settings.task_sound)
        desk.tasks.own.sound.fixed = "task_sound" in self.fixed
        desk.tasks.own.sound.changed.connect(lambda sound: self.change(task_sound=sound))
        desk.waiting.choice.choose(self.settings.waiting_tasks)
        desk.waiting.choice.fixed = "waiting_tasks" in self.fixed
        desk.waiting.choice.changed.connect(lambda value: self.change(waiting_tasks=value))
        screen.canvas.zoomed.connect(lambda pixels: self.change(zoom=round(pixels * 100 / HOUR_HEIGHT)))
        staff = workspace.desk.parts.staff
        if workspace.desk.parts.mode == self.settings.mode:
            self._keep_sign_in(staff)
            staff.watch(lambda: self._keep_sign_in(staff))
        user = workspace.desk.user
        user.changed.connect(lambda name: None if user.signed_in else self.change(user=name))
        workspace.frame.fold_changed.connect(lambda folded: self.change(side_panel=not folded))

    def _recall_view(self, arranging: Arrangement) -> None:
        """Show the view that was shown last, and remember the next one."""
        settings = self.settings
        arranging.recall(
            settings.schedule_view, by_provider=settings.by_provider, hides_names=settings.hides_names
        )
        arranging.chosen.connect(
            lambda view, by_provider: self.change(
                schedule_view=view, by_provider=by_provider, hides_names=arranging.look.hides_names
            )
        )

    def _keep_sign_in(self, staff: Staff) -> None:
        """Remember whether the next start begins with the lock page."""
        from app.services.people.people import Standing

        self.change(sign_in=staff.standing not in (Standing.OPEN, Standing.NOBODY))

    def change(self, **changes: Any) -> None:
        """Store these settings."""
        self.settings = self.settings.changed(**changes)

    def toggle_theme(self) -> None:
        """Toggle dark mode."""
        theme = ThemeSetting.LIGHT if self._theme.tokens.dark else ThemeSetting.DARK
        self.change(theme=theme)
        self._theme.choose(ThemeChoice(theme.value))

    def write(self) -> OSError | None:
        """Save the settings as they are when it is their turn; returns what went wrong. From any thread."""
        with self._lock:
            settings = self._settings
            try:
                self._file.save(self._policy.without(settings, self._own))
            except OSError as error:
                return error
            self._saved = settings
            return None


class SavedTables:
    """Keeps the layouts of tables in the settings."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def recall(self, table_id: str) -> TableLayout:
        """The layout of a table; the default one if none was kept."""
        from app.viewmodels.tables.layout import decode_layout

        return decode_layout(self._preferences.settings.tables.get(table_id, {}))

    def keep(self, table_id: str, layout: TableLayout) -> None:
        """Keep a layout."""
        from app.viewmodels.tables.layout import encode_layout

        saved = self._preferences.settings.tables
        self._preferences.change(tables={**saved, table_id: encode_layout(layout, saved.get(table_id, {}))})
