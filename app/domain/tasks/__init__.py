"""Tasks: what is unread, what is due, and how lists hang together."""
