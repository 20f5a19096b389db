"""A folder whose path is longer than Windows' old limit of 260 characters, with letters that no code page has."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.bootstrap.single_instance import Claim, SingleInstance
from app.core.clock import SystemClock
from app.core.logs import Redaction, start_log, stop_log
from app.core.paths import EXTENDED, HOME_VARIABLE, MAX_PATH, program_folders
from app.core.settings import Settings, SettingsFile
from app.sealed.key_slots import VAULT
from app.sealed.seal import AesGcmSeal, key_from
from app.sealed.store import LocalStore


async def test_everything_is_kept_in_a_long_path(qapp: QApplication, tmp_path: Path) -> None:
    """Settings, the lock of the one copy, a sealed store and the log, as at any other place."""
    home = tmp_path / ("Zo\u00eb \u0141 " + "x" * 120) / ("y" * 120)
    folders = program_folders({HOME_VARIABLE: str(home)})
    assert len(str(folders.data)) > MAX_PATH
    assert str(folders.data).startswith(EXTENDED) == (os.name == "nt")
    folders.make()

    settings = SettingsFile(folders.config / "settings.json")
    settings.save(Settings(user="Zo\u00eb"))
    assert settings.load().settings.user == "Zo\u00eb"

    instance = SingleInstance(folders.data)
    assert instance.claim(0) is Claim.OURS
    assert not SingleInstance(folders.data).take()
    instance.release()
    assert SingleInstance(folders.data).take()

    seals = {VAULT: AesGcmSeal(key_from("key"))}
    for _ in range(2):  # made, and found again
        store = await LocalStore.open(folders.data / "journal-123456789012.db", seals, SystemClock())
        await store.check()
        assert store.damage == ()
        await store.close()

    handler = start_log(folders.logs, Redaction())
    logging.getLogger("app").info("kept")
    stop_log(handler)
    assert "kept" in (folders.logs / "front-desk.log").read_text(encoding="utf-8")
