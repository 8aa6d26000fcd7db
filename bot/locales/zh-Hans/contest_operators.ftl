# 模拟赛的运营一侧：规则检查、开赛到结束、作废与更正、发奖。

## 规则里的问题

contest-problem-starts-in-past = 开始日 { $day } 已经过去。今天是 { $today }，最早可以从今天开始。
contest-problem-ends-before-start = 结束日 { $day } 早于开始日 { $first }。结束日可以是 { $first } 或更晚。
contest-problem-too-long = 赛程共 { $days } 天，太长了。最长可以是 { $most } 天。
contest-problem-late-entry = 报名截止日 { $day } 不在赛程内。可以是 { $first } 到 { $last } 之间的一天。
contest-problem-uncovered = 交易日历还没有 { $day }：只知道到 { $until }。请换一天，或先用 /calendar 录入新一年的休市表。
contest-problem-no-trading = { $day } 休市。最近的交易日是 { $before } 和 { $after }。
contest-problem-capital = 模拟本金是 { $received }，可以是 { $least } 到 { $most }，最多两位小数。
contest-problem-cap = 单一标的上限是 { $received }%，可以是 { $least }% 到 { $most }%。
contest-problem-floor = 最低股价是 { $received }，可以是 0 到 { $most }；0 表示不限。
contest-problem-volume-share = 成交量占比是 { $received }%，可以是 { $least }% 到 { $most }%。
contest-problem-volume-needs-live = 成交量占比只用于「盘中实时」撮合。请改用盘中实时，或把占比设为不限。
contest-problem-board = 板块「{ $board }」不属于这个市场。请在板块里取消它。
contest-problem-no-board = 还没有选板块，至少要有一个。
contest-problem-symbol = 「{ $symbol }」不是可以在模拟赛里买卖的股票代码。请写成 sh600519、00700.HK 或 AAPL 这样。
contest-problem-symbol-board = 「{ $symbol }」不在所选的板块里。请去掉它，或加上它的板块。
contest-problem-too-many-symbols = 指定了 { $count } 只标的，最多 { $most } 只。不想逐只指定，就留空，表示板块内全部。
contest-problem-no-tier = 还没有选可以参加的层级，至少要有一个。

## 拒绝

error-contest-state =
    { $state ->
        [draft] 「{ $title }」还是草稿，现在不能这样做。请先公布报名。
        [open] 「{ $title }」正在报名，还没有开赛，现在不能这样做。
        [running] 「{ $title }」正在进行，现在不能这样做。
        [paused] 「{ $title }」已暂停，现在不能这样做。请先恢复。
        [finished] 「{ $title }」已经结束，不能再这样做。
       *[cancelled] 「{ $title }」已经取消，不能再这样做。
    }
error-contest-rules =
    规则还有几处要改：
    { $problems }
error-contest-rules-fixed = 「{ $title }」开赛时规则已经固定，现在只能改名称。个别账户算错了，可以用 /contest correct 更正。
error-contest-title-length = 名称要写 { $least } 到 { $most } 个字，现在是 { $length } 个字。
error-contest-not-over = 「{ $title }」的最后一个交易日是 { $last }，收市后才能结束。要提前终止，请用 /contest cancel，由两位运营确认。
error-contest-too-late = 「{ $title }」的结束日 { $last } 已经过去，不能再开赛。请改日期，或复制一场新的。
