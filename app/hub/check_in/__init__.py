"""What the desks agree on about check-in."""
