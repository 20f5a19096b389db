"""In-memory offices on the tiny practice."""

from __future__ import annotations

from tests.support.bench_fixtures import bench, open_bench, tiny_database

__all__ = ["bench", "open_bench", "tiny_database"]
