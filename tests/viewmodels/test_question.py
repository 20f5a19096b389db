"""A confirmation before something unusual is done."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.viewmodels.question import Question, QuestionViewModel


def test_a_question_is_answered_once(qapp: QApplication) -> None:
    """Confirming runs the action once; canceling does nothing, and neither does a second answer."""
    question, done, told = QuestionViewModel(), [], []
    question.changed.connect(lambda: told.append(question.open))
    first, second = Question("Dismiss anyway?", "Dismiss", 1), Question("Seat anyway?", "Seat", 1)
    question.ask(first, lambda: done.append("dismissed"))
    question.keep()
    question.confirm()
    question.ask(first, lambda: done.append("dismissed"))
    question.ask(second, lambda: done.append("seated"))
    question.confirm()
    question.confirm()
    assert done == ["seated"]
    assert told == [first, None, first, second, None]
