"""Pages of work beside the screens."""
