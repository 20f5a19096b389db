"""Pictures of what belongs to one appointment."""
