# 重放交易日
error-replay-window = 到 { $received } 為止的這些天不都在交易日曆裡（{ $first } 到 { $last }）。用 --to 換一個日期，或者少放幾天。
error-replay-not-delivered = 還有 { $waiting } 則訊息沒有送到，重放停在這裡。
