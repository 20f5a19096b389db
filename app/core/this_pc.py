"""What this PC and the account are called."""

from __future__ import annotations

import getpass
import os
import socket
import sys


def account_name() -> str:
    """The account that this program runs in, as the system knows it; its number if it has no name."""
    if sys.platform == "win32":
        return os.getlogin()  # not by the environment: services and scheduled tasks may have no USERNAME
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


def computer_name() -> str:
    """This PC's name. `platform.node` is the same, but asks Windows for all about itself first, which takes long."""
    return socket.gethostname()
