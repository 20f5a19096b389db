"""Figures for the office's own monitoring (Prometheus), served on loopback only. No value is a patient's."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from app.hub.devices.devices import DeviceBook
from app.hub.hub import Hub

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 65)
"""Seconds."""


class Figures:
    """Counts requests, and reads the rest when it is asked for."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "front_desk_hub_requests",
            "Requests by route and status.",
            ("route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "front_desk_hub_seconds", "From the headers to the end of the answer.", ("kind",),
            buckets=BUCKETS, registry=self._registry,
        )  # fmt: skip
        for name, words, read in (
            ("queue", "Requests that wait for the office's key.", lambda: hub.office.status.waiting),
            ("in_flight", "Requests that the office is answering.", lambda: hub.office.status.in_flight),
            ("pace_wait_seconds", "Until the key may be used again.", lambda: hub.office.status.next_in),
            ("office_reachable", "1 if the office answered last.", lambda: hub.office.status.connected),
            ("devices", "Paired devices that may use the hub.", lambda: len(hub.part(DeviceBook).valid)),
            ("streams", "Open change streams.", lambda: hub.stream.count),
        ):
            gauge = Gauge(f"front_desk_hub_{name}", words, registry=self._registry)
            gauge.set_function(read)

    def count(self, route: str, kind: str, status: int, seconds: float) -> None:
        """A request has ended. `route` is a declared one, or "other"; `kind`: of route, for the histogram."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(kind).observe(seconds)

    def text(self) -> bytes:
        """All figures in Prometheus' text format."""
        return generate_latest(self._registry)
