"""What the kiosk's program does beside the patient's pages: pairing, heartbeats, the staff's exit PIN."""
