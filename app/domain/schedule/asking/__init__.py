"""Openings asked for in words: "hyg 60 tue pm"."""
