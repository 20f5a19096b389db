"""What `dev.py test --wine` makes of pytest's results, and what it runs."""

from __future__ import annotations

from pathlib import Path

from tools.building.windows_tests import PARTS, ROOT, read_results

RESULTS = """<?xml version="1.0" encoding="utf-8"?>
<testsuites><testsuite>
<testcase classname="tests.core.test_files" name="test_a"/>
<testcase classname="tests.core.test_files" name="test_b"/>
<testcase classname="tests.core.test_files" name="test_c[1]"><failure message="no">words</failure></testcase>
<testcase classname="tests.core.test_files" name="test_d"><skipped type="pytest.skip" message="mode bits"/></testcase>
<testcase classname="tests.core.test_files" name="test_e"><skipped type="pytest.skip" message="mode bits"/></testcase>
<testcase classname="tests.core.test_files" name="test_f"><error message="teardown">words</error></testcase>
</testsuite></testsuites>
"""


def test_what_passed_failed_and_was_skipped_is_told(tmp_path: Path) -> None:
    """Failures by name, skips by reason."""
    (tmp_path / "core.xml").write_text(RESULTS, encoding="utf-8")
    outcome = read_results("core", tmp_path / "core.xml")
    assert outcome.passed == 2
    assert outcome.failed == ["tests/core/test_files.py::test_c[1]", "tests/core/test_files.py::test_f"]
    assert outcome.skipped == {"mode bits": 2}
    assert outcome.line.startswith("FAILED core: 2 passed, 2 failed, 2 skipped")


def test_a_part_without_results_has_failed(tmp_path: Path) -> None:
    """Python crashed, or the time limit ended it."""
    assert read_results("core", tmp_path / "none.xml").failed == ["pytest left no results"]
    assert read_results("core", tmp_path / "none.xml", "too slow").failed == ["too slow"]


def test_a_part_that_was_cut_off_tells_what_it_had(tmp_path: Path) -> None:
    """Its failures by name, from what it printed."""
    log = tmp_path / "core.log"
    lines = (
        "tests/core/test_a.py::test_b ",
        "[gw0] [  1%] PASSED tests/core/test_a.py::test_b ",
        "[gw1] [  2%] FAILED tests/core/test_a.py::test_c[x y] ",
        "tests/core/test_a.py::test_d ",
    )
    log.write_text("\n".join(lines), encoding="utf-8")
    outcome = read_results("core", tmp_path / "none.xml", "too slow", log)
    assert (outcome.passed, outcome.failed) == (1, ["too slow", "tests/core/test_a.py::test_c[x y]"])


def test_a_part_that_ran_no_test_has_failed(tmp_path: Path) -> None:
    """Also if each was skipped."""
    (tmp_path / "core.xml").write_text("<testsuites><testsuite/></testsuites>", encoding="utf-8")
    assert read_results("core", tmp_path / "core.xml").failed == ["no test has passed"]


def test_every_part_names_tests_that_are_there() -> None:
    """A moved file is noticed on Linux, not an hour later under Wine."""
    assert len({each.name for each in PARTS}) == len(PARTS)
    for part in PARTS:
        for path in part.paths:
            file = path.removeprefix("--ignore=").removeprefix("--deselect=").partition("::")[0]
            assert (ROOT / file).exists(), f"{part.name}: {path}"
