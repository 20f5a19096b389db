"""Processes that measurements need: the program itself, a practice on a port, a virtual screen."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.environment import BEGAN, KEYS

ROOT = Path(__file__).resolve().parent.parent
SCREEN = "1600x1000x24"
PATIENCE_SECONDS = 60.0
"""The timeout of one start of the program, on a busy computer."""
SEED = 7


@dataclass(frozen=True, slots=True)
class Served:
    """A practice on a port of this computer."""

    address: str
    developer_key: str
    customer_key: str
    pid: int = 0

    @property
    def keys(self) -> str:
        """Its keys in the format of the program's vault."""
        return json.dumps({"developer": self.developer_key, "customer": self.customer_key})


def environment(**more: str) -> dict[str, str]:
    """A user's environment: compiled modules are cached, and nothing of a test run remains."""
    left_out = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR")
    found = {name: value for name, value in os.environ.items() if name not in left_out}
    return found | {"PYTHONPATH": str(ROOT)} | more


Cores = frozenset[int] | None
"""The CPU cores that a process may use; None: all."""


def two_cores() -> tuple[Cores, Cores]:
    """One core each for two processes that must not wait for each other; None if that isn't possible."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:  # two processes
        return None, None
    first, second, *_ = sorted(os.sched_getaffinity(0))
    return frozenset({first}), frozenset({second})


def keep_to(child: subprocess.Popen[str], cores: Cores) -> None:
    """Restrict a process to these cores."""
    if cores is not None and sys.platform == "linux":
        os.sched_setaffinity(child.pid, cores)


def ask(
    module: str,
    *arguments: str,
    env: dict[str, str],
    patience: float = PATIENCE_SECONDS,
    cores: Cores = None,
) -> dict[str, Any]:
    """Run a child of bench.children to its end; returns its output. Raises RuntimeError when it fails."""
    command = [sys.executable, "-m", f"bench.children.{module}", *arguments]
    began = {BEGAN: repr(time.monotonic())}
    with subprocess.Popen(
        command, cwd=ROOT, env=env | began, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        keep_to(child, cores)
        try:
            told, complained = child.communicate(timeout=patience)
        except BaseException:
            child.kill()
            raise
    lines = told.strip().splitlines()
    if child.returncode != 0 or not lines:
        raise RuntimeError(f"{module} failed ({child.returncode}): {complained[-3000:]}")
    answer: dict[str, Any] = json.loads(lines[-1])
    return answer


@contextlib.contextmanager
def practice(folder: Path, *more: str, cores: Cores = None) -> Iterator[Served]:
    """Seed a practice and serve it from another process."""
    command = [sys.executable, "-m", "app", "practice", "--port", "0", "--seed", str(SEED)]
    command += ["--database", str(folder / "practice.db"), *more]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as child:
        keep_to(child, cores)
        try:
            assert child.stdout is not None
            line = child.stdout.readline()
            if not line:
                raise RuntimeError("the practice did not start")
            yield Served(**json.loads(line), pid=child.pid)
        finally:
            child.terminate()
            child.wait(timeout=20)


def service_home(folder: Path, served: Served) -> dict[str, str]:
    """Lets the program find this practice in Service mode: its settings, and its keys in the vault."""
    config = folder / "config"
    config.mkdir(parents=True, exist_ok=True)
    settings = {"mode": "Service", "server": served.address, "theme": "light", "user": "Ana"}
    (config / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    return {
        "FRONT_DESK_HOME": str(folder),
        "PYTHON_KEYRING_BACKEND": "bench.children.vault.BenchVault",
        KEYS: served.keys,
    }


@contextlib.contextmanager
def hidden_screen() -> Iterator[dict[str, str] | None]:
    """A virtual X11 screen, as environment variables; None if Xvfb is not installed."""
    server = shutil.which("Xvfb")
    if server is None:
        yield None
        return
    read, write = os.pipe()
    command = [server, "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(
        command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as child:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        try:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"} if number else None
        finally:
            child.terminate()
            child.wait(timeout=20)
