"""The program loads large libraries without the parts that a start doesn't use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HELP = """
from PySide6.QtCore import QObject, QTimer
from PySide6.support.signature import get_signature
for wrong in (lambda: QTimer().start("soon"), lambda: QObject().setObjectName(1, 2, 3)):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(get_signature(QTimer.setInterval), QTimer.start.__doc__)
"""


def printed(code: str) -> str:
    """What a new Python process prints."""
    run = subprocess.run(
        [sys.executable, "-c", code], check=True, timeout=60, cwd=ROOT, capture_output=True, text=True
    )
    return run.stdout


def test_qt_explains_a_wrong_call_as_usual_though_its_signatures_are_compiled_later() -> None:
    """An error names what Qt would have accepted, exactly as after a plain import."""
    hooked = printed("from app.bootstrap.import_hooks import load_qt\nload_qt()\n" + HELP)
    assert hooked == printed(HELP)
    assert "Supported signatures" in hooked


def test_a_start_does_not_compile_qts_signatures() -> None:
    """None of PySide6's modules for signatures is compiled when Qt is loaded."""
    code = (
        "from app.bootstrap.import_hooks import load_qt\n"
        "load_qt()\n"
        "import sys\n"
        "later = [name for name, module in sys.modules.items() if 'COMPILED_LATER' in vars(module)]\n"
        "print(len({id(sys.modules[name]) for name in later}))\n"
    )
    assert printed(code).split() == ["6"]


def test_what_keyring_never_uses_is_not_loaded_for_it() -> None:
    """Keyring is loaded without an HTTP client and tarfile, and whoever imports these later gets the real ones."""
    code = (
        "from app.bootstrap.import_hooks import load_keyring\n"
        "import sys\n"
        "load_keyring()\n"
        "load_keyring()\n"
        "print('urllib.request' in sys.modules, 'tarfile' in sys.modules, 'keyring' in sys.modules)\n"
        "import tarfile, urllib.request\n"
        "print(tarfile.open.__name__, urllib.request.urlopen.__name__)\n"
    )
    assert printed(code).split() == ["False", "False", "True", "open", "urlopen"]


def test_what_httpx_needs_for_cookies_is_not_loaded_for_it() -> None:
    """A request over httpx's transport works without cookies; whoever imports their modules gets the real ones."""
    code = (
        "from app.bootstrap.import_hooks import load_httpx\n"
        "import asyncio, sys\n"
        "load_httpx()\n"
        "load_httpx()\n"
        "print('urllib.request' in sys.modules, 'http.cookiejar' in sys.modules, 'click' in sys.modules)\n"
        "import httpx\n"
        "from app.api.http import HttpxTransport\n"
        "async def echo(scope, receive, send):\n"
        "    await send({'type': 'http.response.start', 'status': 200, 'headers': []})\n"
        "    await send({'type': 'http.response.body', 'body': scope['path'].encode()})\n"
        "transport = HttpxTransport(lambda: httpx.ASGITransport(echo))\n"
        "print(asyncio.run(transport.send('GET', 'http://office/names', {}, None, 5.0)).body.decode())\n"
        "import http.cookiejar, urllib.request\n"
        "print(http.cookiejar.CookieJar.__name__, urllib.request.urlopen.__name__)\n"
    )
    assert printed(code).split() == ["False", "False", "False", "/names", "CookieJar", "urlopen"]


def test_connections_that_block_are_not_loaded_for_httpcore() -> None:
    """A request over a socket works without them; whoever imports them later gets the real ones."""
    code = (
        "from app.bootstrap.import_hooks import load_httpx\n"
        "import asyncio, sys\n"
        "load_httpx()\n"
        "load_httpx()\n"
        "print('httpcore' in sys.modules, 'httpcore._sync' in sys.modules, 'httpcore._sync.http11' in sys.modules)\n"
        "from app.api.http import over_network\n"
        "from app.api.modes import Mode, OfficeAddress\n"
        "async def answer(reader, writer):\n"
        "    await reader.readuntil(b'\\r\\n\\r\\n')\n"
        "    writer.write(b'HTTP/1.1 200 OK\\r\\ncontent-length: 4\\r\\n\\r\\nhere')\n"
        "    await writer.drain()\n"
        "    writer.close()\n"
        "async def ask():\n"
        "    server = await asyncio.start_server(answer, '127.0.0.1', 0)\n"
        "    port = server.sockets[0].getsockname()[1]\n"
        "    address = f'http://127.0.0.1:{port}'\n"
        "    transport = over_network(OfficeAddress(Mode.SERVICE, address))\n"
        "    reply = await transport.send('GET', address + '/', {}, None, 5.0)\n"
        "    server.close()\n"
        "    return reply.body.decode()\n"
        "print(asyncio.run(ask()))\n"
        "from httpcore._sync import ConnectionPool\n"
        "print(ConnectionPool.__name__)\n"
    )
    assert printed(code).split() == ["True", "False", "False", "here", "ConnectionPool"]


def test_what_starts_several_servers_is_not_loaded_for_one() -> None:
    """A server answers without uvicorn's command line; whoever imports that later gets the real one."""
    code = (
        "from app.bootstrap.import_hooks import load_uvicorn\n"
        "import asyncio, sys\n"
        "load_uvicorn()\n"
        "load_uvicorn()\n"
        "print('click' in sys.modules, 'multiprocessing' in sys.modules, 'uvicorn.main' in sys.modules)\n"
        "import app.bootstrap.listener, uvicorn\n"
        "async def echo(scope, receive, send):\n"
        "    await send({'type': 'http.response.start', 'status': 200, 'headers': []})\n"
        "    await send({'type': 'http.response.body', 'body': scope['path'].encode()})\n"
        "async def ask():\n"
        "    server = uvicorn.Server(uvicorn.Config(echo, port=0, http='h11', lifespan='off', log_config=None))\n"
        "    serving = asyncio.create_task(server.serve())\n"
        "    while not server.started:\n"
        "        await asyncio.sleep(0)\n"
        "    port = server.servers[0].sockets[0].getsockname()[1]\n"
        "    reader, writer = await asyncio.open_connection('127.0.0.1', port)\n"
        "    writer.write(b'GET /names HTTP/1.1\\r\\nHost: office\\r\\nConnection: close\\r\\n\\r\\n')\n"
        "    answer = await reader.read()\n"
        "    writer.close()\n"
        "    server.should_exit = True\n"
        "    await serving\n"
        "    return '/names' in answer.decode()\n"
        "print(asyncio.run(ask()))\n"
        "import uvicorn.main\n"
        "print(uvicorn.main.main.__class__.__name__)\n"
    )
    assert printed(code).split() == ["False", "False", "False", "True", "Command"]
