# Moments as people type them: unreadable, past, too far off.

error-not-a-moment = “{ $received }” is no time. You can write tomorrow 9:30, 12/1 10:00, 20:00.
error-moment-past = { $at } is past. Please give a time to come.
error-moment-far = { $at } is too far off; at most { $days } days ahead.
