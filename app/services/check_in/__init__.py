"""Check-in at kiosks as a desk sees it: arrivals, what patients changed, the kiosks and how they are set up."""
