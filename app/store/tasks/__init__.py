"""The office's tasks in memory: the tree of their lists, the open ones, and what was read of the others."""
