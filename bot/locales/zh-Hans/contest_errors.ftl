# 模拟赛报名和下单时的拒绝。

contest-tiers-1 = { $tier1 }
contest-tiers-2 = { $tier1 }和{ $tier2 }
contest-tiers-3 = { $tier1 }、{ $tier2 }和{ $tier3 }

error-contest-unknown = 找不到这场模拟赛。发 /contest 看看现在有哪些。
error-contest-entry-closed = 「{ $title }」现在不接受报名。发 /contest 看看其他模拟赛。
error-contest-entry-late = 「{ $title }」的报名已在{ $until }截止。发 /contest 看看其他模拟赛。
error-contest-tier-needed = 「{ $title }」面向{ $tiers }的成员，加入后就可以报名。
error-contest-suitability-needed = 报名「{ $title }」之前，请先回答几道风险承受能力的问题。
error-contest-not-playing = 你还没有参加正在进行的模拟赛。发 /contest 看看哪些可以报名。
error-contest-several = 你参加了 { $count } 场模拟赛，请先选一场。
error-contest-not-running = 「{ $title }」现在不接受模拟委托。比赛时间：{ $first }至{ $last }。
error-contest-order-unknown = 找不到你的这笔模拟委托。发 /orders 看看自己的委托。
error-contest-order-key-taken = 这次点击已经记在另一位成员名下，没有下单。请重新下单。
