# 人寫的時間：讀不懂、過去了、太遠。

error-not-a-moment = 「{ $received }」不是時間。可以寫 明天 9:30、12月1日 上午十點、20:00。
error-moment-past = { $at } 已經過去。請寫以後的時間。
error-moment-far = { $at } 太遠了，最多可以定在 { $days } 天以內。
