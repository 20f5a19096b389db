"""Who can read and write a file on Windows, by its access list. On other systems the mode bits say it.

Loaded on Windows only. Access lists are handled as text (SDDL): `(A;OICI;FA;;;BU)` allows Users (BU) full access to a
folder and to everything in it.
"""

from __future__ import annotations

import ctypes
import re
import sys
from pathlib import Path
from typing import Any

ADMINISTRATORS = (
    "SY", "BA", "LA", "DA", "EA", "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
)  # fmt: skip
"""The system, Administrators, the built-in, domain and enterprise administrators, TrustedInstaller."""
OTHERS = frozenset({"WD", "BU", "AU", "IU", "NU", "AN", "BG", "LG", "DU", "DG"})
"""Everyone, Users, Authenticated Users, Interactive, Network, Anonymous, Guests, Guest, Domain Users and Guests.

A group that IT has let in on purpose, such as one for backups, is not among them.
"""
PRIVATE = "D:P(A;OICI;FA;;;{user})(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"
"""For the user, the system and administrators, whatever the folder above allows."""
EVENT = "D:P(A;;GA;;;{user})(A;;GA;;;SY)(A;;GA;;;BA)"
"""The same for an event."""
_RULE = re.compile(r"\((?P<kind>[^;]*);(?P<flags>[^;]*);(?P<rights>[^;]*);[^;]*;[^;]*;(?P<who>[^;)]*)[^)]*\)")
_WRITING = 0x2 | 0x4 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000
"""Write, append, delete, change the access list or the owner, generic all and generic write."""
_NAMED_WRITING = ("FA", "FW", "GA", "GW", "WD", "WO", "SD", "DC", "LC")
_FILE, _OWNER, _LIST, _PROTECTED = 1, 1, 4, 0x80000000
_QUERY, _USER = 8, 1
_SDDL_VERSION = 1
_COMMON_APPDATA, _LONGEST = 0x23, 260


def rules(text: str) -> list[tuple[str, str]]:
    """Who is allowed what, of an access list as text. Rules for children only are left out."""
    return [
        (found["who"], found["rights"])
        for found in _RULE.finditer(text)
        if found["kind"] == "A" and "IO" not in found["flags"]
    ]


def open_to_others(text: str) -> bool:
    """Whether this access list lets in people whom nobody let in on purpose."""
    return any(who in OTHERS and rights for who, rights in rules(text))


def written_by_others(text: str) -> bool:
    """Whether by this owner and access list anyone but administrators may have written the file."""
    owner = re.match(r"O:(S-[\d-]+|\w\w)", text)
    if owner is None or owner[1] not in ADMINISTRATORS:
        return True
    return any(who not in ADMINISTRATORS and _writes(rights) for who, rights in rules(text))


def _writes(rights: str) -> bool:
    if rights.startswith("0x"):
        return bool(int(rights, 16) & _WRITING)
    return any(rights[at : at + 2] in _NAMED_WRITING for at in range(0, len(rights), 2))


def program_data() -> Path:
    """The folder for all users' data, as Windows has it."""
    found = ctypes.create_unicode_buffer(_LONGEST)
    _library("shell32").SHGetFolderPathW(None, _COMMON_APPDATA, None, 0, found)
    return Path(found.value or "C:\\ProgramData")


def others_can_write(path: Path) -> bool:
    """Whether anyone but administrators could have written this file. Also true if that can't be found out."""
    try:
        return written_by_others(access_of(path))
    except OSError:
        return True


def make_private(folder: Path) -> bool:
    """Restrict a folder that others can read to this user; returns whether that was needed. Raises OSError."""
    if not open_to_others(access_of(folder)):
        return False
    _set_access(folder, PRIVATE.format(user=_this_user()))
    return True


def access_of(path: Path) -> str:
    """The owner and the access list as text. Raises OSError."""
    advapi, kernel = _library("advapi32"), _library("kernel32")
    descriptor, text = ctypes.c_void_p(), ctypes.c_void_p()
    wanted = _OWNER | _LIST
    _check_code(
        advapi.GetNamedSecurityInfoW(
            str(path), _FILE, wanted, None, None, None, None, ctypes.byref(descriptor)
        )
    )
    try:
        _check(
            advapi.ConvertSecurityDescriptorToStringSecurityDescriptorW(
                descriptor, 1, wanted, ctypes.byref(text), None
            )
        )
        return ctypes.wstring_at(text.value or 0)
    finally:
        kernel.LocalFree(text)
        kernel.LocalFree(descriptor)


def new_event(name: str) -> int:
    """Make an event that only this account, the system and administrators can set; its handle. Raises OSError."""
    kernel = _library("kernel32")
    kernel.CreateEventW.restype = ctypes.c_void_p
    descriptor = ctypes.c_void_p()
    access = EVENT.format(user=_this_user())
    _check(
        _library("advapi32").ConvertStringSecurityDescriptorToSecurityDescriptorW(
            access, 1, ctypes.byref(descriptor), None
        )
    )
    try:
        attributes = _Attributes(ctypes.sizeof(_Attributes), descriptor, 0)
        event = kernel.CreateEventW(ctypes.byref(attributes), True, False, name)  # noqa: FBT003 # stays set
        _check(event or 0)
        return int(event)
    finally:
        kernel.LocalFree(descriptor)


class _Attributes(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint32), ("descriptor", ctypes.c_void_p), ("inherited", ctypes.c_int))


def _set_access(path: Path, access: str) -> None:
    advapi, kernel = _library("advapi32"), _library("kernel32")
    descriptor, entries = ctypes.c_void_p(), ctypes.c_void_p()
    there, by_default = ctypes.c_int(), ctypes.c_int()
    _check(
        advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(access, 1, ctypes.byref(descriptor), None)
    )
    try:
        _check(
            advapi.GetSecurityDescriptorDacl(
                descriptor, ctypes.byref(there), ctypes.byref(entries), ctypes.byref(by_default)
            )
        )
        _check_code(
            advapi.SetNamedSecurityInfoW(
                str(path), _FILE, ctypes.c_uint32(_LIST | _PROTECTED), None, None, entries, None
            )
        )
    finally:
        kernel.LocalFree(descriptor)


def _this_user() -> str:
    """The identifier (SID) of the account that runs this process."""
    advapi, kernel = _library("advapi32"), _library("kernel32")
    token, text, length = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_uint32()
    _check(advapi.OpenProcessToken(ctypes.c_void_p(-1), _QUERY, ctypes.byref(token)))  # -1: this process
    try:
        advapi.GetTokenInformation(token, _USER, None, 0, ctypes.byref(length))
        found = ctypes.create_string_buffer(length.value)
        _check(advapi.GetTokenInformation(token, _USER, found, length, ctypes.byref(length)))
        _check(advapi.ConvertSidToStringSidW(ctypes.c_void_p.from_buffer(found), ctypes.byref(text)))
        return ctypes.wstring_at(text.value or 0)
    finally:
        kernel.LocalFree(text)
        kernel.CloseHandle(token)


def _library(name: str) -> Any:
    """One of Windows' libraries."""
    if sys.platform == "win32":
        return ctypes.WinDLL(name, use_last_error=True)
    raise NotImplementedError


def _check(worked: int) -> None:
    """Raise OSError for a call that says it failed, with the thread's last error."""
    if not worked and sys.platform == "win32":
        raise ctypes.WinError(ctypes.get_last_error())


def _check_code(code: int) -> None:
    """Raise OSError for a call that returns an error code."""
    if code and sys.platform == "win32":
        raise ctypes.WinError(code)
