"""Says when the program's folders are where others can read them, or where changes could be lost."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from app.core.paths import ProgramFolders
from app.viewmodels.translation import tr

if TYPE_CHECKING:
    from app.viewmodels.activity import Notices

log = logging.getLogger(__name__)


async def tell_of_places(folders: ProgramFolders, notices: Notices) -> None:
    """Once for each trouble, with the first folder that has it. Asking Windows may take long: a thread does."""
    from app.core.place import troubles, words_for

    told: set[str] = set()
    for folder in (folders.data, folders.config, folders.logs):
        for trouble in await asyncio.to_thread(troubles, folder):
            if trouble not in told:
                told.add(trouble)
                log.warning("a folder of the program: %s", trouble)
                notices.say(tr(words_for(trouble, folder)), kind="warning")
