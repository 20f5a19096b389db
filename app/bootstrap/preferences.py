"""What this workstation remembers: read at the start, changed while one works, saved at the end."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from app.bootstrap.lost_settings import lost_settings
from app.bootstrap.session import Way
from app.core.paths import ProgramFolders
from app.core.settings import Loaded, SettingsFile
from app.core.settings import Theme as ThemeSetting
from app.views.theme.theme import Theme, ThemeChoice
from app.views.theme.tokens import HOUR_HEIGHT

if TYPE_CHECKING:  # loads after the first paint
    from app.bootstrap.workspace import Workspace

log = logging.getLogger(__name__)


class Preferences:
    """Applies the settings to a workspace, and follows what is changed there."""

    def __init__(self, folders: ProgramFolders, loaded: Loaded, theme: Theme) -> None:
        self._file = SettingsFile(folders.config / "settings.json")
        self._loaded = loaded
        self._theme = theme
        self.settings = loaded.settings

    def lost(self) -> str:
        """What of the settings could not be used, in words; empty when nothing, or when it was told before."""
        loaded, self._loaded = self._loaded, Loaded(self.settings)
        return lost_settings(loaded)

    def clinic_num(self, way: Way) -> int | None:
        """The clinic that was chosen last; a look at the training practice is not this office's."""
        own = way.address.mode.value == self.settings.mode
        return self.settings.clinic_num or None if own else None

    def recall(self, workspace: Workspace) -> None:
        """Show the schedule as it was left, and follow what is changed."""
        screen = workspace.schedule
        if workspace.desk.parts.mode == self.settings.mode:
            filters, clinic_num = screen.model.filters, self.clinic_num(workspace.way)
            filters.changed.connect(lambda: self.change(clinic_num=filters.clinic_num or 0))
            filters.choose(clinic_num=clinic_num, prov_num=None)
        screen.canvas.zoomed.connect(lambda pixels: self.change(zoom=round(pixels * 100 / HOUR_HEIGHT)))
        workspace.frame.fold_changed.connect(lambda folded: self.change(side_panel=not folded))

    def change(self, **changes: Any) -> None:
        """Remember these settings."""
        self.settings = self.settings.changed(**changes)

    def toggle_theme(self) -> None:
        """Dark instead of light, or light instead of dark."""
        theme = ThemeSetting.LIGHT if self._theme.tokens.dark else ThemeSetting.DARK
        self.change(theme=theme)
        self._theme.choose(ThemeChoice(theme.value))

    def save(self, geometry: str) -> None:
        """Write everything to disk, with the window's place. A disk that refuses it loses the settings, no more."""
        self.change(geometry=geometry)
        try:
            self._file.save(self.settings)
        except OSError as error:
            log.warning("the settings could not be saved: %s", type(error).__name__)
