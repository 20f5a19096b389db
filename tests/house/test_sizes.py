"""The size checker, on planted violations and on this checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.sizes import Page, check, class_findings, package_findings

LONG = "\n    x = 1" * 40
METHODS = [f"    def f{n}(self): ...\n" for n in range(21)]


def words(text: str, path: str = "app/services/planted.py") -> list[str]:
    """The checker's findings in this file."""
    page = Page(path, text)
    return [each.words for each in (*page.findings(), *class_findings([page]))]


BREAKS = {
    "file": ("x = 1\n" * 301, "the file has 301 lines"),
    "function": (f"def f():{LONG}", "f has 41 lines"),
    "coroutine": (f"async def f():{LONG}", "f has 41 lines"),
    "class": ("class A:\n" + "".join(METHODS), "A has 21 methods"),
    "create_task": ("async def f():\n    asyncio.get_running_loop().create_task(g())", "create_task"),
    "create_task by another name": ("from asyncio import create_task as start", "create_task"),
    "ensure_future": ("async def f():\n    asyncio.ensure_future(g())", "ensure_future"),
    "TaskGroup": ("async def f():\n    async with asyncio.TaskGroup() as g: ...", "TaskGroup"),
    "asyncSlot": ("from qasync import asyncSlot", "asyncSlot"),
    "processEvents": ("def f(app):\n    app.processEvents()", "processEvents"),
    "import by name": (
        "import importlib\nimportlib.import_module('httpx')",
        "only bootstrap imports by name",
    ),
    "import by hand": ("def f():\n    return __import__('httpx')", "only bootstrap imports by name"),
    "hidden import": ("def f():\n    import app.api.http  # noqa: PLC0415", "an import inside a function"),
    "deeper hidden import": (
        "def f():\n    def g():\n        from a import b",
        "an import inside a function",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_planted_break_is_found(name: str) -> None:
    """Each rule reports a violation once."""
    text, said = BREAKS[name]
    found = words(text)
    assert len(found) == 1
    assert said in found[0]


def test_what_is_within_budget_passes() -> None:
    """300 lines, 40 lines and 20 methods are accepted."""
    methods = "class A:\n" + "".join(METHODS[:20])
    function = f"def f():{LONG[: -len(chr(10) + '    x = 1')]}\n"
    assert words(methods + function + "x = 1\n" * (300 - 21 - 40)) == []


WAIVED = [
    ('{}\n"""Table."""\n' + "x = 1\n" * 301, "# size: one table, read as one"),
    ("def f():  {}" + LONG, "# size: one statement of SQL"),
    ("class A:  {}\n" + "".join(METHODS), "# size: the page has this many methods"),
    ("def f():\n    import app.views.printing  {}", "# lazy: printing is rare"),
    ("x = importlib.import_module('a')  {}", "# lazy: a plug-in of the system's"),
]


@pytest.mark.parametrize(("text", "waiver"), WAIVED)
def test_a_waiver_holds_with_its_reason(text: str, waiver: str) -> None:
    """A waiver on the line counts only with a reason, and only for its own rule."""
    other = waiver.replace("size", "lazy") if "size" in waiver else waiver.replace("lazy", "size")
    assert words(text.format(waiver)) == []
    assert len(words(text.format(waiver.partition(":")[0] + ":"))) == 1
    assert len(words(text.format(other))) == 1


def test_a_class_and_its_bases_count_together() -> None:
    """Methods moved to a base, even in another file, still count for the class; an override counts once."""
    base = "class Base:\n" + "".join(METHODS[:15])
    middle = "from app.a import Base\nclass Middle(Base[int]):\n" + "".join(METHODS[10:18])
    above = "from app.b import Middle as Near\nclass Top(Near, QWidget):\n    if True:\n" + "".join(
        f"    {each}" for each in METHODS[17:]
    )
    pages = [Page("app/a.py", base), Page("app/b.py", middle), Page("app/c.py", above)]
    assert [str(each) for each in class_findings(pages)] == [
        "app/c.py:2: Top with Middle has 21 methods, over 20"
    ]
    by_module = above.replace("from app.b import Middle as Near", "from app import b").replace(
        "Near", "b.Middle"
    )
    assert len(list(class_findings([*pages[:2], Page("app/c.py", by_module)]))) == 1
    handed_on = Page("app/d.py", "from app.b import Middle")
    through = Page("app/c.py", above.replace("app.b", "app.d"))
    assert len(list(class_findings([*pages[:2], handed_on, through]))) == 1
    pages[0] = Page("app/a.py", base.replace("def f0(", "def f1("))
    assert list(class_findings(pages)) == []


def test_a_package_has_thirty_modules_at_most() -> None:
    """A folder with too many modules is reported; the one with a module per documentation page may have more."""
    many = [f"app/domain/{number}.py" for number in range(31)]
    found = list(package_findings([*many, "app/domain/__init__.py", "app/domain/money/x.py"]))
    assert [str(each) for each in found] == ["app/domain:1: the package has 31 modules, over 30"]
    assert list(package_findings(many[1:])) == []
    assert list(package_findings([f"app/wire/resources/{number}.py" for number in range(110)])) == []


def test_homes_may_do_what_they_are_for() -> None:
    """Tasks are created only in core/tasks, and only bootstrap imports lazily."""
    assert words("t = loop.create_task(f())", "app/core/tasks.py") == []
    assert (
        words("def f():\n    import httpx\n    importlib.import_module('a')", "app/bootstrap/desktop.py")
        == []
    )
    assert words("def test():\n    asyncio.create_task(f())", "tests/api/test_x.py") == []


def test_files_are_found_and_an_unreadable_one_is_named(tmp_path: Path) -> None:
    """The checker covers app, bench, soak, tools, tests and dev.py."""
    for name in (
        "app/a.py",
        "bench/b.py",
        "soak/f.py",
        "tools/c.py",
        "tests/d/e.py",
        "dev.py",
        "build/no.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("def broken(:\n", encoding="utf-8")
    assert [each.path for each in check(tmp_path)] == [
        "app/a.py",
        "bench/b.py",
        "dev.py",
        "soak/f.py",
        "tests/d/e.py",
        "tools/c.py",
    ]


def test_the_house_keeps_its_budgets() -> None:
    """No file, function or class of this checkout is over its budget."""
    assert [str(each) for each in check()] == []
