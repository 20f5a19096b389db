"""The handlers of whatever the book does not ask for. Loaded when the first of them is needed."""

from __future__ import annotations

from types import ModuleType

from app.practice.handlers import (
    document_files,
    document_uploads,
    documents,
    sheet_files,
    sheets,
    subscriptions,
)

MODULES: tuple[ModuleType, ...] = (
    document_files,
    document_uploads,
    documents,
    sheet_files,
    sheets,
    subscriptions,
)
"""In the order of their names."""
