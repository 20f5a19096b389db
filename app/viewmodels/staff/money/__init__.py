"""Money at the desk: panels that open beside every screen."""
