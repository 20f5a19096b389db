"""The search in tasks."""

from __future__ import annotations

from app.domain.tasks.search import FEWEST_TO_REBUILD, TaskSearch


def test_all_words_anywhere() -> None:
    """A task is found by parts of all words, whatever their case and accents."""
    texts = {7: "Call Müller about the bill", 9: "Order crowns\nfor Mueller", 8: "Bill the carrier"}
    search = TaskSearch(lambda number: texts[number])
    search.put(texts)
    assert search.find("bil") == {7, 8}
    assert search.find("BILL muller") == {7}
    assert search.find("crown") == {9}
    assert search.find("xyz") == set()
    assert search.find(" ") == {7, 8, 9}


def test_what_changes_is_found_by_its_new_text() -> None:
    """A changed task is found by what it says now, a dropped one no more."""
    texts = {1: "old words", 2: "old things"}
    search = TaskSearch(lambda number: texts[number])
    search.put(texts)
    assert search.find("old") == {1, 2}
    texts[1] = "new words"
    search.put([1])
    assert search.find("old") == {2}
    assert search.find("new") == {1}
    search.drop([1, 2, 3])
    assert search.find("") == set()


def test_it_is_filled_in_steps() -> None:
    """Each step indexes as many as it may; whatever is left is indexed by the first search."""
    asked: list[int] = []

    def text(number: int) -> str:
        asked.append(number)
        return f"task {number}"

    search = TaskSearch(text)
    search.put(range(10))
    assert search.prepare(4)
    assert asked == [0, 1, 2, 3]
    assert search.find("task") == {*range(10)}
    assert asked == [*range(10)]
    assert not search.prepare(4)


def test_many_changes_do_not_make_it_larger() -> None:
    """Once most of its texts were replaced, it begins anew."""
    search = TaskSearch(lambda number: f"task {number}")
    for _ in range(3 * FEWEST_TO_REBUILD):
        search.put([5])
        search.prepare(1)
    assert search.find("5") == {5}
    assert len(search._tasks) < 2 * FEWEST_TO_REBUILD
