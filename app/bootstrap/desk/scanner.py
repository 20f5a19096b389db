"""Scanning through WIA, which Windows has: its own window, asked for by PowerShell in a process of its own.

The script is fixed. It writes the page to its output in base64, so no page is ever on the disk
unsealed. See docs/decisions/0033-scan-through-powershell.md.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from app.bootstrap.system.outside_programs import own_libraries
from app.core.text import msg
from app.services.scanning import Scan, ScanFailed

CANCELED, NO_SCANNER = 2, 3
"""Exit codes of the script."""
SCRIPT = (  # words: PowerShell
    "$ErrorActionPreference = 'Stop'; try { $dialog = New-Object -ComObject WIA.CommonDialog;"
    " $page = $dialog.ShowAcquireImage(1, 0, 131072, '{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}', $false, $true, $false);"
    " if ($null -eq $page) { exit 2 };"
    " [Console]::Out.Write([Convert]::ToBase64String([byte[]]$page.FileData.BinaryData)) }"
    " catch { $code = $_.Exception.HResult;"
    " if ($_.Exception.InnerException) { $code = $_.Exception.InnerException.HResult };"
    " if ($code -eq -2145320939) { exit 3 }; if ($code -eq -2145320860) { exit 2 };"
    " [Console]::Error.Write('0x{0:X8}' -f $code); exit 1 }"
)
"""A scanner (1), any intent (0), best quality (131072), as JPEG; no device: 0x80210015, canceled: 0x80210064."""
_SIGNATURES = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG", ".png"),
    (b"BM", ".bmp"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
)
"""How the formats begin: a driver may not give the format that it was asked for."""

MISSING = msg("No scanner was found. Add one in Windows (Settings, Printers & scanners), then scan again.")
BLOCKED = msg(
    "Windows doesn't let Front Desk scan on this PC. Scan to a file and add that, or ask your IT support."
)


class WiaScanner:
    """One page at a time. `program` writes the page to its output."""

    def __init__(self, program: Sequence[str]) -> None:
        self._program = tuple(program)

    async def scan(self) -> Scan | None:
        """The page; None if the user closed the window. Raises ScanFailed. Canceling it ends the process."""
        running = _Running(self._program)
        try:
            return _page(*await asyncio.to_thread(running.wait))
        except OSError:
            raise ScanFailed(BLOCKED) from None
        except asyncio.CancelledError:
            running.end()
            raise


class _Running:
    """One run of the program, waited for in a thread. It may be ended at any time, also while it starts."""

    def __init__(self, program: tuple[str, ...]) -> None:
        self._program = program
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False

    def wait(self) -> tuple[int, bytes, bytes]:
        """Run it; returns its exit code, output and errors. OSError if it can't be started."""
        with self._lock:
            if self._ended:
                return CANCELED, b"", b""
            with own_libraries():
                process = self._process = subprocess.Popen(  # noqa: S603  # a fixed program with fixed arguments
                    self._program,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
        output, told = process.communicate()
        return process.returncode, output, told

    def end(self) -> None:
        """End it."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                self._process.kill()


def _page(code: int, output: bytes, told: bytes) -> Scan | None:
    if code == CANCELED:
        return None
    if code == NO_SCANNER:
        raise ScanFailed(MISSING)
    try:
        content = base64.b64decode(output.strip(), validate=True) if code == 0 else b""
    except binascii.Error:
        content = b""
    extension = next((each for begin, each in _SIGNATURES if content.startswith(begin)), "")
    if not extension:
        why = told.decode(errors="replace").strip()[:10] or str(code)
        raise ScanFailed(
            msg(
                "The scanner didn't deliver a page ({code}). Check that it is on and that no other program uses it, "
                "or scan to a file and add that.",
                code=why,
            )
        )
    return Scan(content, extension)


def find_scanner(platform: str = sys.platform) -> WiaScanner | None:
    """What scans on this system; None: nothing does, so that nothing is offered."""
    if platform != "win32":
        return None
    shell = Path(
        os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "WindowsPowerShell", "v1.0", "powershell.exe"
    )
    return WiaScanner((str(shell), "-NoProfile", "-NonInteractive", "-STA", "-Command", SCRIPT))
