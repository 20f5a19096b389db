"""The client for scripts and consoles: the same office without `await`.

An event loop in a thread of its own does the work. Any number of threads may use one office at once; its broker
keeps the key's pace for all of them.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import functools
import threading
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import suppress
from typing import Any, Concatenate, Generic, NoReturn, ParamSpec, Self, TypeVar, overload

from app.api.capabilities import Capabilities, Verdict
from app.api.client import OpenDental
from app.api.keys import Credentials
from app.api.modes import OfficeAddress
from app.api.status import BrokerStatus
from app.api.sync.resources import SyncResources
from app.core.later import load_name
from app.core.tasks import TaskScope
from app.wire.endpoint import Resource, endpoint_of
from app.wire.rows import NOT_FETCHED, RowList, Rows

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

LISTEN_SECONDS = 0.2
"""How often a waiting thread looks for Ctrl+C, which on Windows interrupts no wait without an end."""


class _Worker:
    """An event loop in a thread, and one office that is used in it."""

    def __init__(self, make: Callable[[], OpenDental]) -> None:
        # A factory of its own: the default one would replace the calling thread's loop.
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self._loop = self._runner.get_loop()
        self._scope = TaskScope("calls", lambda _: None)  # a call's error goes to its caller
        self._open = True
        self._lock = threading.Lock()
        self._thread = threading.Thread(
            target=self._run, name="Open Dental API", daemon=True
        )  # words: for debuggers
        self._thread.start()
        try:
            self.office = self.call(functools.partial(_made, make))
        except BaseException:
            self.close()
            raise

    def call(self, work: Callable[[], Awaitable[R]]) -> R:
        """Run `work` in the loop and wait for its result. RuntimeError once it is closed."""
        if threading.current_thread() is self._thread:
            raise RuntimeError("this would wait for itself: use the asynchronous client in callbacks")
        answer: concurrent.futures.Future[R] = concurrent.futures.Future()
        tasks: list[asyncio.Task[Any]] = []

        def start() -> None:
            tasks.append(self._scope.start(_answered(work, answer), "call"))
            tasks[0].add_done_callback(lambda _: _give_up(answer))

        with self._lock:
            if not self._open:
                raise RuntimeError("the office is closed")
            self._loop.call_soon_threadsafe(start)
        try:
            return _result(answer)
        finally:
            if not answer.done():  # Ctrl+C: nobody waits for it any more
                self._loop.call_soon_threadsafe(lambda: [task.cancel() for task in tasks])

    def close(self) -> None:
        """Close the office and end the thread. Calls that are on their way fail."""
        with self._lock:
            was_open, self._open = self._open, False
        if was_open:
            self._loop.call_soon_threadsafe(self._loop.stop)
            if threading.current_thread() is not self._thread:  # where garbage may be collected too
                self._thread.join()

    def _run(self) -> None:
        with self._runner as runner:
            self._loop.run_forever()
            runner.run(self._end())

    async def _end(self) -> None:
        office = getattr(self, "office", None)
        try:
            if office is not None:
                await office.aclose()
        finally:  # whoever waits is told, whatever became of the connections
            await self._scope.close()


async def _made(make: Callable[[], OpenDental]) -> OpenDental:
    return make()


async def _answered(work: Callable[[], Awaitable[R]], answer: concurrent.futures.Future[R]) -> None:
    try:
        answer.set_result(await work())
    except asyncio.CancelledError:
        raise
    except BaseException as error:  # noqa: BLE001  # SystemExit would end the loop, and with it other calls
        answer.set_exception(error)


def _give_up(answer: concurrent.futures.Future[Any]) -> None:
    """Canceled, perhaps before it began: whoever waits is told."""
    if not answer.done():
        answer.set_exception(RuntimeError("the office was closed"))  # words: for programmers


def _result(answer: concurrent.futures.Future[R]) -> R:
    while True:
        try:
            return answer.result(LISTEN_SECONDS)
        except TimeoutError:
            if answer.done():  # its own result
                return answer.result()


class SyncRows(Generic[T]):
    """A list of the API, not yet fetched: `for row in rows` requests page after page, `list(rows)` all of them."""

    def __init__(self, worker: _Worker, rows: Rows[T], office: object) -> None:
        """`office` stays open as long as this is used."""
        self._worker = worker
        self._rows = rows
        self._office = office

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page

    def __bool__(self) -> NoReturn:
        raise TypeError(f"{NOT_FETCHED}: use .all() or .first_page()")

    def __repr__(self) -> str:
        return "<rows that are fetched when you iterate over them: list(...)>"  # words: for programmers

    def all(self) -> RowList[T]:
        """Every row, with the rows that could not be read in `unreadable`."""
        return self._worker.call(lambda: self._rows)

    def first_page(self) -> RowList[T]:
        """The first page only: one request."""
        return self._worker.call(self._rows.first_page)

    def pages(self) -> Iterator[RowList[T]]:
        """Page after page, each requested when it is needed."""
        pages = self._rows.pages()
        try:
            while (page := self._worker.call(lambda: anext(pages, None))) is not None:
                yield page
        finally:
            with suppress(RuntimeError):  # closed meanwhile, and the pages with it
                self._worker.call(functools.partial(_ended, pages))


async def _ended(pages: AsyncIterator[Any]) -> None:
    end: Callable[[], Awaitable[None]] = getattr(pages, "aclose", lambda: asyncio.sleep(0))
    await end()


class SyncResource:
    """The methods of one resource. Each waits for its answer; one that lists returns SyncRows."""

    def __init__(self, worker: _Worker, resource: Resource, office: object) -> None:
        """`office` stays open as long as this is used."""
        self._worker = worker
        self._resource = resource
        self._office = office

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # of a copy that has no resource yet
            raise AttributeError(name)
        method = getattr(self._resource, name)
        endpoint = getattr(method, "endpoint", None)
        if endpoint is None:
            raise AttributeError(f"{type(self._resource).__name__} has no method {name}")

        @functools.wraps(method)
        def waiting(*args: Any, **kwargs: Any) -> Any:
            if endpoint.lists:
                return SyncRows(self._worker, method(*args, **kwargs), self._office)
            return self._worker.call(lambda: method(*args, **kwargs))

        return waiting

    def __dir__(self) -> list[str]:
        return [endpoint.function.__name__ for endpoint in self._resource.endpoints()]

    def __repr__(self) -> str:
        return f"<{type(self._resource).__name__}: {', '.join(dir(self))}>"


class SyncOpenDental(SyncResources):
    """One office, accessed with one key, by calls that wait: `office.appointments.list(date=day)`.

    Use it with `with`, or `close` it. Errors are those of `app.api.errors`; RuntimeError once it is closed.
    """

    def __init__(self, make: Callable[[], OpenDental]) -> None:
        """`make` is called in the loop that the office is used in."""
        self._worker = _Worker(make)
        self._end = weakref.finalize(self, self._worker.close)  # also when the script ends

    def _resource(self, name: str) -> SyncResource:
        return SyncResource(self._worker, getattr(self._worker.office, name), self)

    def __repr__(self) -> str:
        return f"Sync{self._worker.office!r}"

    @overload
    def call(
        self, method: Callable[Concatenate[Any, P], Rows[T]], *args: P.args, **kwargs: P.kwargs
    ) -> SyncRows[T]: ...
    @overload
    def call(
        self, method: Callable[Concatenate[Any, P], Coroutine[Any, Any, R]], *args: P.args, **kwargs: P.kwargs
    ) -> R: ...
    def call(self, method: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """A declared method, for type checkers: `office.call(Appointments.list, date=day)` is SyncRows[Appointment]."""
        name = endpoint_of(method).resource.__module__.rpartition(".")[2]
        return getattr(getattr(self, name), method.__name__)(*args, **kwargs)

    @property
    def address(self) -> OfficeAddress:
        """The office's address."""
        return self._worker.office.address

    @property
    def capabilities(self) -> Capabilities:
        """What is known of the office's version and the key's permissions."""
        return self._worker.office.capabilities

    @property
    def status(self) -> BrokerStatus:
        """How many requests wait, and for how long."""
        return self._worker.call(self._status)

    def can(self, method: Callable[..., Any], *fields: str) -> Verdict:
        """Whether a declared method is allowed with these fields, as far as known: see `OpenDental.can`."""
        return self._worker.office.can(method, *fields)

    def probe(self) -> Capabilities:
        """Request the key's permissions: see `OpenDental.probe`."""
        return self._worker.call(self._worker.office.probe)

    def probe_version(self) -> Capabilities:
        """Request the office's version: see `OpenDental.probe_version`."""
        return self._worker.call(self._worker.office.probe_version)

    def close(self) -> None:
        """Close the connections. Calls of other threads that are on their way fail."""
        self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def _status(self) -> BrokerStatus:
        return self._worker.office.status


def connect_sync(address: OfficeAddress, keys: Credentials) -> SyncOpenDental:
    """Open an office for a script. Nothing is sent before the first call.

    ```python
    with connect_sync(service_address("SERVER"), Keys(developer, customer)) as office:
        for appointment in office.appointments.list(date=date.today()):
            print(appointment.AptDateTime)
    ```
    """
    return SyncOpenDental(lambda: load_name("app.api.http:connect")(address, keys))
