# Replaying trading days
error-replay-window = The days up to { $received } are not all in the trading calendar ({ $first } to { $last }). Choose another day with --to, or fewer days.
error-replay-not-delivered = { $waiting } messages were not delivered; the replay stops here.
