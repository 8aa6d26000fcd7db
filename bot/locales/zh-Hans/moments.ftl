# 人写的时间：读不懂、过去了、太远。

error-not-a-moment = 「{ $received }」不是时间。可以写 明天 9:30、12月1日 上午十点、20:00。
error-moment-past = { $at } 已经过去。请写以后的时间。
error-moment-far = { $at } 太远了，最多可以定在 { $days } 天以内。
