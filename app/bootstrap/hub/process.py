"""The hub's process: serves until it is told to stop, and lets writes in flight end."""
# words: the terminal's

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import json
import logging
import signal
import socket
import sys
import threading
from asyncio.sslproto import SSLProtocol
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.bootstrap.hub.quit_socket import heard
from app.bootstrap.hub.sources import HubOfficeSource, find_office
from app.bootstrap.hub.watching import watch_office
from app.bootstrap.system.reports import from_loop, of_task
from app.bootstrap.system.resume import ResumeWatch
from app.core.clock import Clock, SystemClock
from app.core.logs import Redaction, start_log, stop_log
from app.core.office_clock import OfficeClock
from app.core.paths import program_folders
from app.core.pause import Pause
from app.core.routes import ways
from app.hub.devices.devices import DeviceBook
from app.hub.devices.pairing import PairingDesk
from app.hub.hub import Hub
from app.hub.office.watching import OfficeWatch
from app.hub.running import HubOptions, RunningHub, start_hub
from app.hub.server.serve import MOST_CONNECTIONS
from app.wire.hub.actions import Kind

PRESENT_SECONDS = 3.0
PROBE_SECONDS = 15.0
TLS_BUFFER = 16 * 1024
"""Bytes, the size of a TLS record. asyncio's own is 256 KB for each connection: 1,000 devices take 0.25 GB."""
DATABASE = "hub.db"
TRAINING_DATABASE = "training-hub.db"

log = logging.getLogger(__name__)


async def serve(chosen: argparse.Namespace) -> int:
    """Serve until Ctrl+C, SIGTERM, or, with --stdin, the end of standard input. Returns the exit code."""
    asyncio.get_running_loop().set_exception_handler(from_loop)
    SSLProtocol.max_size = TLS_BUFFER  # this process serves nothing else
    _allow_connections()
    redaction = Redaction()
    handler = start_log(program_folders().logs / "hub", redaction)
    try:
        async with heard(
            chosen.data, asyncio.Event(), program_folders().data
        ) as stopping:  # while it starts, too
            source = await find_office(chosen)
            redaction.hide(source.keys.developer, source.keys.customer)
            try:
                await _serve(chosen, source, stopping)
            finally:
                source.close()
    except Exception as error:
        log.error("the hub has ended: %s", type(error).__name__)  # noqa: TRY400 # it is told where it was started
        raise
    finally:
        stop_log(handler)
    return 0


def _allow_connections() -> None:
    """Linux lets a process have 1,024 files and connections unless it asks for more."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * MOST_CONNECTIONS if hard == resource.RLIM_INFINITY else min(2 * MOST_CONNECTIONS, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def options_of(chosen: argparse.Namespace) -> HubOptions:
    """Where the hub keeps its state and listens, as the command line says."""
    options = HubOptions(
        database=database_of(chosen),
        listen=chosen.listen,
        port=chosen.port,
        found_on=chosen.found_on,
        figures_on=chosen.figures,
    )
    return replace(options, database_time=options.shared)


def database_of(chosen: argparse.Namespace) -> str:
    """The database's path or URL."""
    file: Path = chosen.data / (TRAINING_DATABASE if chosen.training else DATABASE)
    return chosen.database or str(file)


async def _serve(chosen: argparse.Namespace, source: HubOfficeSource, stopping: asyncio.Event) -> None:
    clock = OfficeClock(source.clock)
    office = OpenDental(
        source.address, source.keys, source.make_transport(), clock=clock, on_error=_log_error
    )
    try:
        running = await start_hub(
            office, clock, options_of(chosen), source.seals(), _log_error, source.knows_key
        )
        async with running:
            probing, scope, watching = Pause(clock), running.hub.scope, running.hub.part(OfficeWatch)
            watching.stillness = source.stillness
            scope.start(_probe(office, probing), "probe")
            events = await watch_office(running.hub, source)

            def resumed() -> None:
                office.reconnect()
                probing.end()
                watching.hurry()
                if events is not None:
                    scope.start(events.move(), "events")

            watch = ResumeWatch(SystemClock(), resumed, look=partial(ways, source.address.base_url))
            scope.start(watch.run(), "sleep and resume")
            gc.freeze()  # what was loaded stays: no collection looks at it again
            with _told_to_stop(stopping):
                _say(_listening(running, source.clock))
                if chosen.stdin:
                    _follow_stdin(running, stopping)
                await stopping.wait()
                log.info("stopping")
            if events is not None:
                await events.stop()
    finally:
        await office.aclose()


def _listening(running: RunningHub, clock: Clock) -> dict[str, Any]:
    """What the terminal is told, or the program that started this hub. `ahead`: of this PC's clock, in seconds."""
    return {
        "address": f"https://{socket.gethostname()}:{running.server.port}",
        "port": running.server.port,
        "fingerprint": running.fingerprint,
        "figures": running.figures.port if running.figures is not None else None,
        "ahead": round((clock.now() - SystemClock().now()).total_seconds()),
    }


async def _probe(office: OpenDental, pause: Pause) -> None:
    """Learn the key's permissions, which decide its pace, once the office answers."""
    while True:
        try:
            await office.probe()
        except ApiError as error:
            log.info("the office doesn't answer: %s", error)
            await pause.rest(PROBE_SECONDS)
        else:
            return


@contextlib.contextmanager
def _told_to_stop(stopping: asyncio.Event) -> Iterator[None]:
    """Ctrl+C and SIGTERM set the event; a second one ends the process as usual."""
    loop = asyncio.get_running_loop()
    signals = [signal.SIGINT, signal.SIGTERM]
    if hasattr(signal, "SIGBREAK"):
        signals.append(signal.SIGBREAK)
    before: dict[signal.Signals, Any] = {}

    def stop(*_: object) -> None:
        for each, handler in before.items():
            signal.signal(each, handler)
        loop.call_soon_threadsafe(stopping.set)

    before.update({each: signal.signal(each, stop) for each in signals})
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _follow_stdin(running: RunningHub, stopping: asyncio.Event) -> None:
    """Answer the desk that started this hub, until its pipe ends: then the desk has ended.

    A thread of its own, because a pipe can't be waited for on Windows; it ends with the process.
    """
    loop = asyncio.get_running_loop()

    def follow() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(_answer, running, line)
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(stopping.set)

    threading.Thread(target=follow, name="stdin", daemon=True).start()
    running.hub.scope.start(_tell_present(running.hub), "present devices")


async def _tell_present(hub: Hub) -> None:
    """Tell the desk how many devices would lose the hub with it, whenever that changes."""
    told = 0
    while True:
        if (present := len(hub.part(DeviceBook).present)) != told:
            told = present
            _say({"present": present})
        await hub.clock.sleep(PRESENT_SECONDS)


def _answer(running: RunningHub, line: str) -> None:
    """`{"code": "desk", "name": "Desk 1"}` is answered with a pairing code."""
    try:
        asked = json.loads(line)
        kind, name = Kind(asked["code"]), str(asked.get("name", ""))
    except (ValueError, TypeError, KeyError, AttributeError):
        log.warning("a line of standard input was not understood")
        return
    running.hub.scope.start(_give_code(running, kind, name), "code")


async def _give_code(running: RunningHub, kind: Kind, name: str) -> None:
    given = await running.hub.part(PairingDesk).new_code(kind, name)
    _say({"code": given.code, "kind": kind.value})


def _say(line: dict[str, Any]) -> None:
    """To whoever started it; a service of Windows has nobody to tell."""
    stream: TextIO | None = sys.stdout
    if stream is not None:
        stream.write(json.dumps(line) + "\n")
        stream.flush()


def _log_error(error: BaseException) -> None:
    log.error("a task of the hub failed", exc_info=error)
    of_task(error)
