# 三份简报：早报、午报、晚报

help-brief = 看最近一份简报；/brief 早、/brief 午、/brief 晚 看指定的一份
risk-disclosure = 市场有风险，以上为信息分享，不构成投资建议
list-comma = 、

# —— 简报里的词 ——
brief-slot-morning = 早报
brief-slot-noon = 午报
brief-slot-evening = 晚报
brief-tier-newbie = 新手
brief-tier-advanced = 进阶
brief-tier-vip = 高净值
brief-tiers-1 = { $tier1 }
brief-tiers-2 = { $tier1 }、{ $tier2 }
brief-tiers-3 = { $tier1 }、{ $tier2 }、{ $tier3 }
brief-simulated = 模拟行情
brief-foot = 数据截至 { $time }{ $delay } · 来源 { $sources }
brief-foot-delay = （延迟约 { $minutes } 分钟）
brief-market-overseas = 美股
brief-market-mainland = A 股
brief-market-dated = { $market } · { $day }
brief-market-hong-kong = 港股
brief-kicker-morning = 早报 · { $day }
brief-kicker-noon = 午报 · { $day }
brief-kicker-evening = 晚报 · { $day }
brief-finding = { $market ->
    [overseas] 美股主要指数
    [hong-kong] 港股主要指数
   *[mainland] A 股主要指数
    }{ $shape ->
    [up] 全线上涨
    [down] 全线下跌
    [mixed] 涨跌互现
   *[level] 基本持平
    }
button-sources = 数据来源

index-sh000001 = 上证指数
index-sz399001 = 深证成指
index-sz399006 = 创业板指
index-hkHSI = 恒生指数
index-usDJI = 道琼斯
index-usIXIC = 纳斯达克
index-usINX = 标普500
index-simsh000001 = 模拟综指
index-simsz000002 = 模拟成长指数
index-simsz000003 = 模拟小盘指数
index-simhk000001 = 模拟港区指数
index-simus000001 = 模拟海外甲
index-simus000002 = 模拟海外乙
index-simus000003 = 模拟海外丙
source-tencent = 腾讯行情
source-sina = 新浪行情
source-eastmoney = 东方财富行情
source-yahoo = 雅虎行情
source-rehearsal = 模拟行情
source-desk = 行情

# —— 成员看到的 ——
brief-shown = { $text }
brief-shown-earlier = 〔{ $day }的{ $brief }，不是今天的〕
    { $text }
brief-none = 这里还没有发过{ $brief }。{ $next }
brief-any = 简报
brief-next = 下一份是{ $brief }，{ $at }发出。
brief-next-unknown = 下一份的时间等交易日历确定后告诉大家。
brief-where = 最近一份：{ $day }的{ $brief }，{ $time } 发出。
brief-where-private = 在和我的私聊里发 /brief，可以随时再看一遍。
button-brief-open = 跳到这份{ $brief }
brief-sources = { $lines }
brief-sources-line = { $market }：{ $source }，截至 { $at }
brief-sources-news = 要闻：{ $names }
brief-sources-gone = 这份简报的数据来源已经查不到了

# —— 运营看到的 ——
brief-preview = 〔预览，未发布〕
    { $text }
brief-preview-report = 预览：{ $day } { $brief } · { $tier }。没有发布，也没有记录。
brief-preview-complete = 内容完整，没有缺项。
brief-preview-dropped = 没有写进去的（{ $count } 项）：
    { $lines }
brief-preview-blocked = 合规未通过（{ $count } 处），照此发布的话会改发上面的仅数据版：
    { $lines }
brief-preview-nothing = 预览：{ $day } { $brief } · { $tier }。现在写不出来：{ $reason }
brief-confirm = 将把{ $day }的{ $brief }发到 { $count } 个群：{ $groups }
    发出后不能收回。
brief-confirm-more = { $names } 等
button-brief-post = 发到 { $count } 个群
brief-posted = { $brief }已排队发往 { $count } 个群。
brief-not-posted = { $brief }没有发出：{ $reason }

brief-section-headlines = 要闻
brief-dropped-line = · { $what }：{ $reason }{ $source ->
    [none] {""}
   *[other] （{ $source }）
    }
brief-dropped-more = · 还有 { $count } 项
brief-finding-line = { $number }. 「{ $excerpt }」 { $rule }：{ $reason } → { $suggestion }
brief-outcome-data-only = 已改发仅数据版，没有要闻和文字。
brief-outcome-nothing = 仅数据版同样未通过，这一份没有发。
brief-skip-late = 已过 { $until }，再发会误导，所以没有发。
brief-skip-no-data = 一条可用的行情都没有。{ $until } 前会每分钟再试，行情恢复就补发。
brief-no-data-now = 现在一条可用的行情都没有。
brief-skip-blocked = 合规未通过。
brief-skip-not-approved = 等到 { $until } 没有人确认发布。

alert-brief-dropped = { $day } { $brief }有 { $count } 项没写进去：
    { $lines }
alert-brief-blocked = { $day } { $brief } · { $tier } 未通过（{ $count } 处）
    { $lines }
    { $outcome }

    原文：
    { $text }
alert-brief-skipped = { $day } { $brief }（{ $tiers }）没有发：{ $reason }
alert-brief-uncovered = 不知道 { $exchange } 在{ $day }是否交易：交易日历没有这一天，今天的简报先不发。请用 /calendar 补上当年的休市安排。

drop-unreachable = 连不上
drop-timed-out = 超时
drop-bad-status = 返回了错误状态
drop-too-large = 返回内容过大
drop-not-allowed = 地址不在允许范围
drop-backing-off = 刚失败过，稍后再试
drop-not-asked = 一次问得太多，这次没问
drop-blocked = 返回的是拦截页面
drop-malformed = 内容读不懂
drop-empty = 返回为空
drop-unknown-symbol = 没有这个代码
drop-cut-row = 数据不完整
drop-halted = 停牌
drop-missing = 没有数据
drop-zero = 价格为零
drop-no-previous-close = 没有昨收价
drop-stale = 数据过期
drop-future = 时间在未来
drop-outside-limits = 超出涨跌停范围
drop-calendar-uncovered = 交易日历没有这一天
drop-corporate-action = 各来源的昨收价不同，可能有除权除息
drop-disagree = 各来源的现价不一致
drop-market-closed = 当天休市
drop-not-open-yet = 还没开市
drop-no-night-session = 隔夜没有交易
drop-unsettled = 还不是收盘数据
drop-no-field = 缺少字段
drop-no-headlines = 没有新的要闻
drop-too-long = 篇幅不够，放不下

error-brief-arguments = 没看懂「{ $received }」。可以这样写：
    /brief preview 早 新手（预览，只给运营看）
    /brief now 午 全部（发布，会再确认一次）
    /brief note 内容（给今天下一份加一行编辑部提示）
    /brief event 2026-11-25 10:00 内容（记入日程）
    时段：早、午、晚；层级：新手、进阶、高净值，发布时还可以写全部。
error-brief-too-late = { $brief }要在 { $until } 前发，过了会误导读者，今天不能再发了。
error-brief-too-early = { $brief }最早 { $start } 发布，现在的数据还不完整。
error-brief-no-trading = { $day }不是交易日，没有简报可发。
error-brief-no-groups = 还没有群绑定到这个层级。先在群里用 /bind 绑定。
error-brief-already-sent = { $day }的{ $brief }已经发过了（{ $count } 个群），不会重复发。
error-brief-wrong-place = 没发布的简报只在运营群或私聊里看。请到那边再发一次这条命令。
error-brief-outdated = 这个按钮是{ $day }的，已经失效。请重新用 /brief now 发起。
