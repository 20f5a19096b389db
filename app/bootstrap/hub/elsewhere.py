"""Says at a desk of a hub who else has the selected patient open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bootstrap.loading import load_here

if TYPE_CHECKING:
    from app.viewmodels.staff.desk import DeskViewModel


async def show_elsewhere(desk: DeskViewModel) -> None:
    """From the first selected patient on; nothing is loaded without a hub."""
    if (shared := desk.parts.shared) is None:
        return
    await load_here("app.viewmodels.staff.elsewhere")
    from app.viewmodels.staff.elsewhere import ElsewhereViewModel

    desk.elsewhere = ElsewhereViewModel(desk, shared.presence)
