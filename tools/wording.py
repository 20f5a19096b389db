"""Finds texts that can't be translated: unmarked user-visible literals, and marks that lupdate misreads.

`tr`, `msg` and `many` mark a text (app/core/text.py, app/viewmodels/translation.py). Texts that are only
raised as bugs or logged aren't user-visible; a comment `# words: reason` on a statement, or in a file's first
lines, exempts any other literal.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.sizes import HEAD_LINES, ROOT, Finding

MARKS = {"tr", "msg", "many"}
WIDGETS = {
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QListWidgetItem", "QMenu", "QPushButton", "QRadioButton",
    "addAction", "addMenu", "addItem", "addRow", "addTab", "plain_label", "setAccessibleDescription",
    "setAccessibleName", "setLabelText", "setPlaceholderText", "setStatusTip", "setText", "setTitle", "setToolTip",
    "setWhatsThis", "setWindowTitle",
}  # fmt: skip
"""Functions that show their arguments to the user, even a single word."""
OURS = {"CardRow", "CommandSpec", "Message", "Verdict", "fail", "say", "warn"}
NOT_FOR_PEOPLE = {
    "critical", "debug", "error", "exception", "info", "log", "warning", "setObjectName", "setProperty", "property",
    "menu", "get", "getattr", "setattr", "hasattr", "compile", "startswith", "endswith", "removeprefix", "removesuffix",
    "execute", "strftime", "strptime", "cast", "TypeVar", "ParamSpec", "QKeySequence", "Template", "split", "start",
    "step",
}  # fmt: skip
NAMED = {"_field"}
"""Functions whose first argument is a field of a record."""
_FIELD = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
_SENTENCE = re.compile(r"[A-Za-z]{2,},? [A-Za-z]|[a-z]{3,}[.…]$|[a-z]{2,} \{|\} [a-z]{2,}|^[A-Z][a-z]+ \{")
_CODE = re.compile(
    r"\bNOT NULL| = \?|^PatNum, |^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|SHOW)\b|[{};]\s*\n|: \$|^[A-Z]+ /"
)
_WAIVER = re.compile(r"#.*\bwords:\s*\S.{3,}")
_WORD = re.compile(r"^[A-Z][a-z]+(…|:)?$")
"""A single word as on a button; names in views and viewmodels start in lower case or are all capitals."""
_LETTER = re.compile(r"[A-Za-z]")


class Module:
    """One file of the program."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._lines = text.splitlines()
        self._tree = ast.parse(text, path)
        self._nodes = list(ast.walk(self._tree))
        self._seen: set[int] = set()
        self._waived: set[int] = set()

    def findings(self) -> Iterator[Finding]:
        """Every untranslatable text, once."""
        self._waived.update(self._waivers())
        for node in self._nodes:
            self._set_aside(node)
        yield from self._early()
        for node in self._nodes:
            if isinstance(node, ast.Call):
                yield from self._call(node)
            elif isinstance(node, ast.JoinedStr):
                yield from self._pasted(node)
        for node in self._nodes:
            if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in self._seen:
                words = _words(node)
                if words is not None and self._is_text(words):
                    yield from self._finding(node, f"not marked for translation: {words[:60]!r}")

    def _is_text(self, words: str) -> bool:
        single = self.path.startswith("app/view") and _WORD.search(words)
        return bool(single or _SENTENCE.search(words)) and not _CODE.search(words)

    def texts(self) -> Iterator[tuple[tuple[str, str], bool]]:
        """All marked texts with their comments, as lupdate should find them."""
        for node in self._nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
                found = [_words(each) for each in node.args[:2]]
                if found and found[0] is not None and isinstance(node.args[0], ast.Constant):
                    comment = (found[1] if len(found) > 1 else None) or ""
                    yield (found[0], comment), node.func.id == "many"

    # --- literals that are not user-visible ----------------------------------------------------------------

    def _set_aside(self, node: ast.AST) -> None:
        """Skip docstrings, what is raised or logged, annotations, and names."""
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Raise() | ast.Assert() | ast.Subscript():
                self._skip(node)
            case ast.Call():
                self._set_aside_call(node, _name(node.func))
            case ast.AnnAssign() | ast.arg():
                self._skip(node.annotation)
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                self._skip(node)
            case ast.ClassDef() if any(_name(base) == "StrEnum" for base in node.bases):
                self._skip(*(each for each in node.body if isinstance(each, ast.Assign)))
            case ast.Compare():  # "Pattern" in row
                self._skip(
                    *(each for each in (node.left, *node.comparators) if isinstance(each, ast.Constant))
                )
            case ast.Dict():  # the keys of a table
                self._skip(*(each for each in node.keys if isinstance(each, ast.Constant)))
            case ast.JoinedStr():  # told as a whole
                self._skip(*(each for each in node.values if isinstance(each, ast.Constant)))

    def _set_aside_call(self, node: ast.Call, name: str) -> None:
        if name in NOT_FOR_PEOPLE:
            self._skip(node)
        elif name == "CommandSpec":
            for place in (0, 2, 3, 4):  # id, shortcut, menu and icon
                self._skip(node.args[place] if place < len(node.args) else None)
        elif name == "CardRow":
            self._skip(node.args[2] if len(node.args) > 2 else None)  # its tone
        elif name in NAMED or any(each.arg == "part" for each in node.keywords):
            self._skip(node.args[0] if node.args else None)  # a field, or a kind of write

    def _skip(self, *nodes: ast.AST | None) -> None:
        self._seen |= {id(each) for node in nodes if node is not None for each in ast.walk(node)}

    # --- marks ---------------------------------------------------------------------------------------------

    def _early(self) -> Iterator[Finding]:
        """A tr outside any function is evaluated before the language is known."""
        outside: list[ast.AST] = [self._tree]
        while outside:
            node = outside.pop()
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                outside += node.args.defaults
                continue
            if isinstance(node, ast.Call) and _name(node.func) == "tr":
                yield from self._finding(node, "tr runs when the module is imported: mark it with msg")
            outside += ast.iter_child_nodes(node)

    def _call(self, node: ast.Call) -> Iterator[Finding]:
        name = _name(node.func)
        if name in MARKS and isinstance(node.func, ast.Name):
            yield from self._mark(node, name)
        elif (name == "tr" and _name(getattr(node.func, "value", node.func)) == "self") or (
            name == "translate"
            and isinstance(node.func, ast.Attribute)
            and _name(node.func.value) == "QCoreApplication"
            and not self.path.endswith(("viewmodels/translation.py", "viewmodels/kiosk/translation.py"))
        ):
            yield from self._finding(node, "only the function tr translates, in its one context")
        elif name in WIDGETS | OURS and self.path.startswith(("app/view", "app/domain")):
            for argument in [*node.args, *(each.value for each in node.keywords if each.arg != "kind")]:
                words = _words(argument)
                if name in OURS and words is not None and not _SENTENCE.search(words) and name != "CardRow":
                    continue
                if (
                    words is not None
                    and _LETTER.search(_FIELD.sub("", words))
                    and id(argument) not in self._seen
                ):
                    self._skip(argument)
                    yield from self._finding(node, f"not marked for translation: {words[:60]!r}")

    def _mark(self, node: ast.Call, name: str) -> Iterator[Finding]:
        literal = 2 if name == "many" else 1
        templates = []
        for place, argument in enumerate(node.args):
            text = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            if text:
                self._skip(argument)
            if text and (place == 0 or name == "many"):
                templates.append(str(argument.value))  # type: ignore[attr-defined]
            elif place < literal and (name != "tr" or isinstance(argument, ast.JoinedStr | ast.BinOp)):
                yield from self._finding(node, f"{name} takes a literal: lupdate reads what stands there")
        if name != "many" and len(node.args) > 1 and node.keywords:
            yield from self._finding(
                node, "lupdate takes a value after a comment for a count: comment above with #:"
            )
        given = {each.arg for each in node.keywords} | ({"n"} if name == "many" else set())
        fields = {field for template in templates for field in _FIELD.findall(template)}
        if templates and None not in given and fields | {"n"} != given | {"n"}:
            yield from self._finding(node, f"fields {sorted(fields)}, but values {sorted(map(str, given))}")

    def _pasted(self, node: ast.JoinedStr) -> Iterator[Finding]:
        for inner in ast.walk(node):
            if isinstance(inner, ast.Call) and _name(inner.func) in MARKS and _has_literal(inner):
                yield from self._finding(node, "lupdate does not look into f-strings: put the mark before it")

    def _finding(self, node: ast.AST, words: str) -> Iterator[Finding]:
        line = getattr(node, "lineno", 1)
        if line not in self._waived:
            yield Finding(self.path, line, words)

    def _waivers(self) -> Iterator[int]:
        """The lines of the statements with an exemption."""
        marked = {number for number, line in enumerate(self._lines, 1) if _WAIVER.search(line)}
        if marked & set(range(1, HEAD_LINES + 1)):
            yield from range(len(self._lines) + 1)
        for node in self._nodes:
            if isinstance(node, ast.stmt) and not hasattr(node, "body"):
                lines = set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
                if lines & marked:
                    yield from lines


def _has_literal(call: ast.Call) -> bool:
    return bool(call.args) and isinstance(call.args[0], ast.Constant)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _words(node: ast.AST) -> str | None:
    """A literal's text, with {} for the fields of an f-string; None: no text."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "{x}" for each in node.values)
    return None


SPOKEN = ("domain", "sealed", "api", "journal", "store", "services", "viewmodels", "views", "bootstrap")
"""The packages whose words come before people."""
UNSPOKEN = ("app/bootstrap/tour/",)
"""What is for those who look after the program."""


def check(root: Path = ROOT) -> list[Finding]:
    """All findings in the program, in order."""
    found: list[Finding] = []
    for layer in SPOKEN:
        for path in sorted((root / "app" / layer).rglob("*.py")):
            name = path.relative_to(root).as_posix()
            if name.startswith(UNSPOKEN):
                continue
            found += Module(name, path.read_text(encoding="utf-8")).findings()
    return sorted(set(found))


def main() -> int:
    """Print unmarked texts; the exit code is 1 if there are any."""
    findings = check()
    for each in findings:
        sys.stdout.write(f"{each}\n")
    sys.stdout.write(
        f"{len(findings)} texts that no translator would see\n" if findings else "All texts marked\n"
    )
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
