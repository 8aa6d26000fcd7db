# 编辑部：草稿、审核卡片、修改、编辑部提示和日程

# —— 读者看到的 ——
desk-note-line = 编辑部提示：{ $text }

# —— 卡片：每个时段一张 ——
desk-card = <b>{ $brief }</b> · { $day } · { $at } 发出（{ $policy }）
    { $lines }
    { $outlook }
    要改：点「看」，再直接回复那条消息。
desk-policy-review = 要另一个人批准
desk-policy-auto = 没问题的自动发
desk-line = { $tier }：{ $state } · 第 { $version } 版{ $changed }
desk-tier-language = { $tier }（{ $language }）
desk-unchanged = {""}
desk-changed = ，{ $who } { $at } 改
desk-state-clean = 可以发
desk-state-warned = 有 { $count } 处提醒，请看一眼
desk-state-held = 未通过（{ $count } 处）
desk-state-approved = { $who } { $at } 已批准
desk-state-data-only = { $who } { $at } 决定只发数据版
desk-state-rejected = { $who } { $at } 决定不发
desk-state-sent = 已发出
desk-state-sent-bare = 发的是仅数据版（{ $reason }）
desk-state-skipped = 没有发（{ $reason }）
desk-why-chosen = 运营决定
desk-why-not-approved = 到点没有人批准
desk-why-held = 提醒没有人处理
desk-why-too-late-to-review = 写好时已经到点
desk-why-figures-lost = 文字里的数据都取不到了
desk-why-late = 错过了时间
desk-why-no-data = 没有可用的行情
desk-why-blocked = 合规未通过
desk-why-rejected = 运营决定不发
desk-why-other = 原因见记录
desk-finding-line = · 「{ $excerpt }」{ $reason } { $rule } → 建议「{ $suggestion }」
desk-unbound-line = · 「{ $number }」没有绑定行情
desk-outlook = 到 { $at } 没人处理：{ $parts }
desk-outlook-send = 照发 { $tiers }
desk-outlook-data-only = 只发数据版 { $tiers }
desk-outlook-nothing = 不发 { $tiers }
desk-outlook-over = 都已处理完。
desk-and = { $first }、{ $second }
desk-then = { $first }；{ $second }
button-desk-view = 看{ $tier }
button-desk-all = 批准全部 { $count } 份

# —— 提醒 ——
desk-remind = { $brief } { $at } 发出，还在等人处理：{ $tiers }
    { $outlook }
desk-escalate = 还有 5 分钟：{ $brief }的 { $tiers } 还没有人处理
    { $outlook }
    请到运营群的卡片上决定。
alert-desk-bare = { $day } { $brief }（{ $tiers }）发的是仅数据版：{ $reason }
alert-desk-lost = { $day } { $brief } · { $tier } 发出时去掉了 { $count } 行：里面的数据取不到了，或者涨跌方向变了
    { $lines }
desk-lost-line = · { $text }
desk-bare-chosen = 运营这样决定的。
desk-bare-not-approved = 到 { $at } 没有人批准。
desk-bare-held = 到 { $at } 合规意见没有人处理。
desk-bare-too-late-to-review = 写好时已经过了 { $at }，来不及审核。
desk-bare-figures-lost = 文字里的数据到 { $at } 都取不到了。

# —— 预览和它的按钮 ——
desk-preview-mark = 〔预览
desk-preview = { $mark } · 第 { $version } 版 · 还没有发〕
    { $text }
button-desk-approve = 批准{ $tier }
button-desk-bare = 只发数据版
button-desk-reject = 不发
button-desk-reject-sure = 确认不发
button-desk-edit = 怎么改
button-desk-part = 换板块
button-desk-fix = 按建议修改
button-desk-undo-approved = 撤回批准
button-desk-undo-data-only = 撤回「只发数据版」
button-desk-undo-rejected = 撤回「不发」
button-desk-news-next = 换一批要闻
button-desk-news-none = 去掉要闻
button-desk-term = 换一个词
button-desk-cut = 去掉：{ $line }
desk-how-to-edit = 直接回复预览或这条消息，写上新的全文。标题、数据时间和风险提示会自动加上。
    数字只能用草稿里已有的，发出时会自动换成最新的。
desk-to-copy = 现在的全文：
    { $text }
desk-parts = 第 { $version } 版，要换哪一块？
desk-changed-note = 改好了，新的一版在下面
desk-edited = 记下了，现在是第 { $version } 版。
desk-settled = 已处理。
desk-undone = 已撤回，重新等人处理
desk-approved-all = 批准了 { $count } 份
desk-done-approved = 已批准，{ $at } 用最新数据发出
desk-done-data-only = { $at } 只发数据版
desk-done-rejected = 这一份不会发
desk-did-approved = 批准
desk-did-data-only = 决定只发数据版
desk-did-rejected = 决定不发
desk-reject-ask = { $day }的{ $brief }不发给{ $tier }群，连数据版也不发。确定吗？
    想写明原因，直接回复这条消息。

# —— 手动发布 ——
desk-blast = 群里已知 { $people } 人，大约 { $seconds } 秒发完。
desk-blast-done = 已经收到、不会重复发的：{ $count } 个群
desk-blast-left = 发不到的：{ $groups }（我已不在群里）
desk-blast-rejected = 不在其中：{ $tiers }（有人决定不发）
desk-blast-two = 这个时段要审核：请另一位运营按下面的按钮。
desk-posted-bare = 其中 { $tiers } 发的是仅数据版。
brief-skip-rejected = 运营决定不发。

# —— 编辑部提示和日程 ——
desk-every-tier = 全部
desk-note-added = { $day }的{ $brief }（{ $tier }）会带上这一行：
    编辑部提示：{ $text }
    给谁看可以在下面改。
desk-note-withdrawn = 已撤回：{ $text }
button-desk-note-withdraw = 撤回这条
desk-event-added = 已记入日程：{ $when } { $text }
desk-event-removed = 已从日程删除：{ $day } { $text }
button-desk-event-remove = 删除
desk-event-day = { $day }
desk-event-time = { $day } { $at }
desk-event-line = { $number }. { $when } { $text }
desk-events = 接下来的日程：
    { $lines }
    删除：/brief event 删除 编号
desk-events-none = 还没有记入日程。写法：/brief event 2026-11-25 10:00 内容

# —— 做不到的时候 ——
error-desk-gone = 这一份已经没有了，或者已经过了能改的时间。
error-desk-changed = { $who ->
    [none] 有人刚改过，现在的版本和你看到的不一样。
   *[other] { $who } { $at } 改过，现在是第 { $version } 版。
    }请再点一次「看」。
error-desk-decided = { $who } { $at } 已经{ $what }。要改的话，先点「看」再撤回。
error-desk-already-out = { $tier }这一份已经发出，不能在这里改了。
error-desk-held = 还有 { $count } 处没通过，不能批准。先改，或者只发数据版。
error-desk-own-work = { $tier }这一份是你改的，要由另一个人批准。
error-desk-nobody-else = 这个时段要审核：提出的人不能自己确认，请另一位运营来按。
error-desk-undecided = 没有可以撤回的决定。
error-desk-nothing-left = 没有等待批准的了。
error-desk-too-long = 长了 { $over } 个字，最多 { $limit } 个。没有改动，删短再回复一次就行。
error-desk-empty = 除了标题没有内容。没有改动。
error-desk-unbound = 这些数字不在草稿里：{ $numbers }（{ $count } 处）。没有改动。
    只能用草稿里已有的数字，或者去掉再回复一次；日期、时间和序号不受限制。
error-desk-unclear = 草稿里有几个「{ $number }」，分不清是哪一个。没有改动，请在它前面写上指数的全名再回复一次。
error-desk-broken = 有 { $count } 处不能这样写。没有改动：
    { $lines }
error-desk-which-tier = 这张卡片有几份：{ $tiers }。请在第一行写明是哪一层，从第二行起写全文。
error-desk-no-alternative = 没有可以换上的了。
error-desk-note-wrong = 提示要有内容，最多 { $limit } 个字。
error-desk-note-numbers = 提示里的数字没有行情可以核对：{ $numbers }。可以写日期和时间，其他数字请去掉。
error-desk-note-gone = 这一条已经撤回或删除了。
error-desk-no-slot = 今天没有还没到点的简报可以带上提示了。
error-desk-event-wrong = 没看懂「{ $received }」。这样写：/brief event 2026-11-25 10:00 内容（全天的不写时间，日期不能是过去的）
