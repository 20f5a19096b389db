"""The public keys whose signature this program accepts under an update manifest."""

from __future__ import annotations

RELEASE_KEYS: tuple[str, ...] = ("n51zOm4+4xCWNU+5PD7v9yTDFeH7wTGdnPJczKnzMnM=",)
"""Ed25519, 32 bytes in base64. More than one only while a key is being replaced: first a version that accepts both.

Private keys are never in the tree: `python -m tools.release_manifest new-key FILE` makes a pair.
"""
