"""The made-up practice: the same people, appointments and problems for the same seed and day, on any PC."""

from __future__ import annotations

from app.practice.seed.practice import seed

__all__ = ["seed"]
