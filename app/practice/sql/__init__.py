"""Runs queries that are written for MariaDB on the practice's SQLite.

Complete for what published queries and this program need, and frozen: faults are fixed, nothing is added
(docs/decisions/0020-freeze-the-sql-translator.md).
"""
