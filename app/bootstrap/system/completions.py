"""What qasync 0.28, the newest, does badly on Windows: it asks 100 times a second whether something has ended.

That costs an idle PC 0.8 % of a core. Here a thread waits until something has ended, and nothing runs meanwhile. And
what was unregistered while qasync's thread cleared its list was lost, and stayed registered.
"""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any


class Poller:
    """Waits in a thread of its own for what has ended, and hands it on."""

    def __init__(
        self,
        select: Callable[[], list[Any]],
        wake: Callable[[], None],
        hand_on: Callable[[list[Any]], object],
    ) -> None:
        """`select` waits; `wake` ends its wait, or the next one. `hand_on` is called in the thread."""
        self._select = select
        self._wake = wake
        self._hand_on = hand_on
        self._ends = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin."""
        self._ends = False
        self._thread = threading.Thread(target=self._run, name="completions", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End, and wait until nothing more is handed on."""
        self._ends = True
        if self._thread is not None:
            self._wake()
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        while not self._ends:
            if ended := self._select():
                self._hand_on(ended)


class Unregistered(deque[Any]):
    """A list that one thread adds to while another goes through it and clears it: nothing is lost.

    Going through it takes each one out, so there is nothing left to clear.
    """

    def __init__(self, before: Iterable[Any] = ()) -> None:
        super().__init__(before)

    def __iter__(self) -> Iterator[Any]:
        """Take out each one."""
        while self:
            yield self.popleft()

    def clear(self) -> None:
        """Nothing: what is there was added meanwhile, and is for the next time."""


if sys.platform == "win32":
    import _overlapped

    from qasync import _windows

    WAKING = 1
    """The address of nothing that was begun: it is passed over. 0 would be an error."""

    class CompletionLoop(_windows._ProactorEventLoop):  # type: ignore[misc]  # noqa: SLF001 # there is no public way
        """qasync's loop for Windows, mended as above."""

        def __init__(self) -> None:
            super().__init__()
            proactor = self._proactor
            proactor._unregistered = Unregistered(proactor._unregistered)  # noqa: SLF001 # asyncio's own
            self._poller = Poller(
                lambda: proactor.select(None),
                lambda: _overlapped.PostQueuedCompletionStatus(proactor._iocp, 0, 0, WAKING),  # noqa: SLF001 # as above
                self._ProactorEventLoop__event_signal.emit,
            )

        def _before_run_forever(self) -> None:
            self._poller.start()

        def _after_run_forever(self) -> None:
            self._poller.stop()
