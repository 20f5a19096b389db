"""The process that reads today's schedule while the window loads. It shows nothing, makes nothing and keeps nothing."""

from __future__ import annotations

import asyncio
import logging
import os
import threading

from app.api.ahead import ReadAhead, Recorder
from app.api.modes import Mode
from app.bootstrap.ahead import inherited
from app.bootstrap.doors import Doors
from app.bootstrap.lost_settings import can_be_opened
from app.bootstrap.session import Session, Way
from app.core.clock import Clock, SystemClock
from app.core.paths import places
from app.core.settings import SettingsFile

GIVES_UP = 1 / 3
"""Of its patience: an office that takes longer is read by the window itself, which shows meanwhile that it waits."""


def run(pipe: int, patience: float, *, training: bool) -> int:
    """Read, and hand over through the pipe what was read: nothing where there is no office to read.

    Whatever it does, it ends after `patience` seconds: a vault may wait for its password for ever.
    It has nobody to talk to. What goes wrong here goes wrong in the window too, which says so.
    """
    logging.disable()
    watch = threading.Timer(patience, os._exit, (1,))
    watch.daemon = True
    watch.start()
    try:
        asyncio.run(_read(inherited(pipe), patience, training=training))
    except Exception:
        return 1
    return 0


async def _read(pipe: int, patience: float, *, training: bool) -> None:
    where = places()
    settings = SettingsFile(where.config / "settings.json").peek()
    doors = Doors(where, SystemClock(), only_reads=True)
    try:
        if training or settings.mode == Mode.TRAINING:
            if doors.training_is_made():
                await _read_through(pipe, patience, *await doors.training(settings))
        # Where each request has its price (Remote), only one process may ask.
        elif settings.mode != Mode.REMOTE and can_be_opened(settings):
            way = await doors.known(settings)
            if way is not None:
                await _read_through(pipe, patience, way, SystemClock())
    finally:
        await doors.close()


async def _read_through(pipe: int, patience: float, way: Way, clock: Clock) -> None:
    """Read today as the window will: what is answered here need not be asked there."""
    recorder = Recorder(way.make_transport())
    session = Session(way.through(recorder), clock)
    try:
        reading = await session.begin()
        failed = reading.scope.start(recorder.failed.wait(), "failure")
        await asyncio.wait(
            (reading.first_day, failed), timeout=patience * GIVES_UP, return_when=asyncio.FIRST_COMPLETED
        )
        keys = way.keys
        read = ReadAhead(way.address, keys.developer, keys.customer, way.seal_key, recorder.kept)
        with os.fdopen(pipe, "wb") as out:  # closed at once: the window waits for the end
            out.write(read.packed())
    finally:
        await session.close()
