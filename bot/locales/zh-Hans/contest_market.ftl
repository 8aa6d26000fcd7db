# 模拟赛的每个交易日：收盘榜，给运营的提醒

# —— 收盘榜，发在群里 ——
contest-post =
    🏁 <b>{ $title }</b> · { $kind ->
        [final] 模拟终榜
       *[daily] 模拟收盘榜，第 { $number } 个交易日
    }
    { $lines }
    { $people ->
        [1] 1 人参赛，收益 { $median }
       *[other] { $count } 人参赛，收益中位数 { $median }
    }
    记录校验码 { $head } · 自己的名次发 /rank
contest-post-line = { $rank }. { $name } { $change }{ $score ->
        [none] {""}
       *[other] {" "}· 综合分 { $score }
    }

# —— 给运营的提醒 ——
alert-contest-frozen =
    ⚠️ 模拟赛「{ $title }」：{ $name } { $symbol } 的参考价对不上，已暂停它的模拟买卖。
    我们推算 { $expected }，行情给出 { $received }，差出一个价位以上，也没有登记过分红送转。
    只是价格变化：点下面的按钮。
    有除权除息：按公告填好数字再发送 /contest release { $number } { $code } cash=… ratio=… pay=…（每股派现、每股送转、派息日，没有的去掉）。
button-contest-release = 按 { $received } 恢复买卖
alert-contest-skipped =
    ⚠️ 模拟赛「{ $title }」有 { $count } 个交易日没有进行：{ $first }到{ $last }。机器人当时没有运行，那几天的行情已经取不到。
    等着成交的模拟委托没有过期，会等下一次集合竞价。
alert-contest-closed-late =
    ⚠️ 模拟赛「{ $title }」{ $day }收市时有 { $count } 只股票没有取到收盘价，按各自上一次的价格估值。
alert-contest-auction-incomplete =
    ⚠️ 模拟赛「{ $title }」{ $day }的集合竞价等了一个小时，仍有 { $count } 只股票没有价格：{ $symbols }。它们的模拟委托这次没有成交。
alert-contest-feeds-disagree =
    ⚠️ 模拟赛「{ $title }」{ $day }有 { $count } 只股票，两个行情源对不上（开盘/最新/昨收）：{ $details }。
    先不按它们成交，也不按它们估值，每分钟再核对一次；一个小时后仍对不上，就沿用上一次的价格。
alert-contest-uncovered =
    ⚠️ 模拟赛「{ $title }」停在{ $day }：交易日历里没有 { $exchange } 的这一天，不知道是否开市，也不会去猜。请用 /calendar 补上当年的休市安排，补上后自动继续。
alert-contest-not-started =
    ⚠️ 模拟赛「{ $title }」没有开赛：开始日是{ $day }，但结束日也已经过去。请改日期，或取消后复制一场新的。
alert-contest-board-blocked =
    ⚠️ 模拟赛「{ $title }」{ $day }的收盘榜没有通过合规检查，没有发到群里。请检查模拟赛的名称。

error-contest-not-frozen = 模拟赛里的 { $symbol } 现在没有暂停买卖，不用恢复。
error-contest-action-invalid = { $symbol } 的公司行动不成立：每股派息 { $cash }，每股送转 { $ratio }。派息不能是负数，送转要大于 -1，两样至少有一样不是 0。
error-contest-action-day = { $day }休市，不能作为除权日。最近的交易日是{ $before }和{ $after }。
error-contest-action-pay-day = 派息日{ $day }早于除权日{ $ex_day }。派息日可以是除权日当天或以后。
error-contest-release-price = 参考价 { $received } 不能用：要大于 0，并且是最小变动价位 { $tick } 的整数倍。
error-contest-no-board = 模拟赛「{ $title }」还没有收盘榜，第一个交易日收市后就有。
