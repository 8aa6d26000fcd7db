# 重放交易日
error-replay-window = 到 { $received } 为止的这些天不都在交易日历里（{ $first } 到 { $last }）。用 --to 换一个日期，或者少放几天。
error-replay-not-delivered = 还有 { $waiting } 条消息没有送到，重放停在这里。
