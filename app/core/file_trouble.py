"""Why a file couldn't be written, in words for whoever is at the PC."""

from __future__ import annotations

import errno

from app.core.files import is_held
from app.core.text import Text, msg

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FULL_ON_WINDOWS = (39, 112)
"""Both names of Windows for a full disk; Python gives them the number of another error, or none."""
_NOT_WRITABLE = (errno.EROFS, errno.EACCES, errno.EPERM)
_NOT_WRITABLE_ON_WINDOWS = (19,)
"""Write-protected."""
_GONE = (errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ENODEV, errno.ENXIO)
_GONE_ON_WINDOWS = (53, 55, 59, 64, 67)
"""A network folder that can't be reached."""
_DENIED = 5
"""Windows says it of a held file and of one that this user may not write."""
_OF_SOCKETS = 10000
"""From here on Windows numbers errors of sockets; a blocked port (10013) has the errno of a denied file."""
_OF_SQLITE = {"SQLITE_FULL": errno.ENOSPC, "SQLITE_READONLY": errno.EROFS, "SQLITE_CANTOPEN": errno.EACCES}
"""What SQLite says, as the system would; its text begins with one of these."""


def disk_trouble(error: BaseException) -> Text | None:
    """Why the disk refused; None if something else went wrong. Also of SQLite's errors, below what wraps them."""
    named = str(getattr(error, "sqlite_errorname", ""))
    for name, code in _OF_SQLITE.items():
        if named.startswith(name):
            return why_not(OSError(code, named))
    if isinstance(error, OSError) and not isinstance(error, ConnectionError | TimeoutError):
        code = getattr(error, "winerror", None) or 0
        if code >= _OF_SOCKETS:
            return None
        if error.errno in (*_FULL, *_NOT_WRITABLE) or code in (*_FULL_ON_WINDOWS, *_NOT_WRITABLE_ON_WINDOWS):
            return why_not(error)
        if is_held(error):
            return why_not(error)
    inner = getattr(error, "orig", None)
    return disk_trouble(inner) if isinstance(inner, BaseException) else None


def why_not(error: OSError) -> Text:
    """One sentence. It names no file: the caller knows which one it was."""
    code = getattr(error, "winerror", None) or 0
    if code in _FULL_ON_WINDOWS or error.errno in _FULL:
        return msg("The disk is full.")
    if code != _DENIED and is_held(error):
        return msg("Another program is using the file.")
    if code in _GONE_ON_WINDOWS or error.errno in _GONE:
        return msg("The folder isn't there, or can't be reached.")
    if code in (_DENIED, *_NOT_WRITABLE_ON_WINDOWS) or error.errno in _NOT_WRITABLE:
        return msg("The folder is write-protected, or another program is using the file.")
    return msg("Writing to the disk failed ({words}).", words=error.strerror or type(error).__name__)
