"""The invented practice: the same people, appointments and troubles for the same seed and day, wherever it is made."""

from __future__ import annotations

from app.practice.seed.practice import seed

__all__ = ["seed"]
