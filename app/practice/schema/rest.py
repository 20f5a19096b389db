"""The tables of whatever the book does not ask for: importing this module makes the schema complete."""

from __future__ import annotations

from app.practice.schema import money

__all__ = ["money"]
