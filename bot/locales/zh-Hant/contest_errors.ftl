# 模擬賽報名和下單時的拒絕。

contest-tiers-1 = { $tier1 }
contest-tiers-2 = { $tier1 }和{ $tier2 }
contest-tiers-3 = { $tier1 }、{ $tier2 }和{ $tier3 }

error-contest-unknown = 找不到這場模擬賽。發 /contest 看看現在有哪些。
error-contest-entry-closed = 「{ $title }」現在不接受報名。發 /contest 看看其他模擬賽。
error-contest-entry-late = 「{ $title }」的報名已在{ $until }截止。發 /contest 看看其他模擬賽。
error-contest-tier-needed = 「{ $title }」面向{ $tiers }的成員，加入後就可以報名。
error-contest-suitability-needed = 報名「{ $title }」之前，請先回答幾道風險承受能力的問題。
error-contest-not-playing = 你還沒有參加正在進行的模擬賽。發 /contest 看看哪些可以報名。
error-contest-several = 你參加了 { $count } 場模擬賽，請先選一場。
error-contest-not-running = 「{ $title }」現在不接受模擬委託。比賽時間：{ $first }至{ $last }。
error-contest-order-unknown = 找不到你的這筆模擬委託。發 /orders 看看自己的委託。
error-contest-order-key-taken = 這次點擊已經記在另一位成員名下，沒有下單。請重新下單。
