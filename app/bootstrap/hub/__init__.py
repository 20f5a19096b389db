"""Mode Hub: how this PC reaches the office's hub, and the hub that runs on this PC."""
