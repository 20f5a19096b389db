"""Other processes of this PC: in which Windows session they are, and when they end."""

from __future__ import annotations

import contextlib
import os
import sys

SYNCHRONIZE = 0x0010_0000
BASIC_INFORMATION, PARENT_AT = 0, 6
"""What ntdll tells of a process: six numbers, of which the last is the process that started it."""
SERVICES = 0
"""Windows' session of services and of tasks that run without anybody signed in: nobody sees its windows."""


def session_of(pid: int) -> int:
    """The Windows session of a process: each sign-in at the screen or by remote desktop has one. 1 elsewhere.

    A process that has ended, or can't be asked, counts as one of this session.
    """
    if sys.platform == "win32":
        import ctypes

        kernel, found = ctypes.windll.kernel32, ctypes.c_ulong()
        if kernel.ProcessIdToSessionId(pid, ctypes.byref(found)):
            return found.value
        return 1 if pid == os.getpid() else session_of(os.getpid())
    return 1


def parent() -> int:
    """The process that started this one. os.getppid asks Windows in a way that ends the process under Wine."""
    if sys.platform == "win32":
        import ctypes

        found = (ctypes.c_size_t * PARENT_AT)()
        this, size = ctypes.c_void_p(-1), ctypes.sizeof(found)
        ctypes.WinDLL("ntdll").NtQueryInformationProcess(this, BASIC_INFORMATION, found, size, None)
        return int(found[PARENT_AT - 1])
    return os.getppid()


def wait_for_end(pid: int, seconds: float) -> bool:
    """Wait until a process has ended; False if it still runs after so many seconds."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = ctypes.c_void_p
        kernel.WaitForSingleObject.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        kernel.CloseHandle.argtypes = (ctypes.c_void_p,)
        handle = kernel.OpenProcess(SYNCHRONIZE, False, pid)  # noqa: FBT003 # not inherited
        if not handle:
            return True
        try:
            return bool(kernel.WaitForSingleObject(handle, round(seconds * 1000)) == 0)
        finally:
            kernel.CloseHandle(handle)
    if sys.platform == "linux":
        import select

        with contextlib.suppress(ProcessLookupError):
            descriptor = os.pidfd_open(pid)
            try:
                return bool(select.select([descriptor], [], [], seconds)[0])
            finally:
                os.close(descriptor)
    return True
