"""What every screen shows of a part of a patient that is loading, old or refused."""
