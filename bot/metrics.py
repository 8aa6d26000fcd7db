"""What `/metrics` shows."""

from prometheus_client import Counter, Gauge, Histogram

UPDATES = Counter("bell_updates_total", "Updates handled, by how they ended.", ["end"])
ANSWER_SECONDS = Histogram(
    "bell_update_seconds",
    "From an update's storage to the end of its handling.",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
WAITING = Gauge("bell_updates_waiting", "Updates queued or being handled.")
DELIVERIES = Counter("bell_deliveries_total", "Attempts of the outbox, by outcome.", ["state"])
