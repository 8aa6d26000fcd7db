# 专家问答（AMA）：征集问题、投票、现场、小结；以及运营的卡片。

help-ama = 专家问答：看时间、提问、给问题投票

## 一场问答

ama-head = <b>{ $title }</b> · { $state }
ama-when = { $expert }主讲，{ $at }–{ $until }
ama-somebody = 一位成员
ama-the-expert = 专家
ama-state-draft = 草稿
ama-state-collecting = 征集问题中
ama-state-open = 进行中
ama-state-closed = 已结束
ama-state-cancelled = 已取消
ama-state-stopped = 已叫停
ama-state-late = 已过开始时间
ama-row = { $number }. { $question }（{ $votes } 票）
ama-row-mine = { $number }. { $question }（{ $votes } 票，含你的一票）
ama-row-answered = { $number }. ✓ { $question }
ama-no-questions = 还没有上榜的问题，第一个可以是你的。
ama-no-answers = 这一场没有留下回答。
ama-vote-how = 每人一票，投给最想听的问题；可以改投，再点一次就收回。
ama-bare = 专家问答有新进展，发送 /ama 查看。

## 群里

ama-call = 🎙 下一场专家问答开始征集问题
ama-call-how = 回复这条消息就能提问，审核后上榜；点按钮看问题、投票。
ama-opens = 🎙 专家问答开始了，按票数依次回答。回复这条消息可以继续提问。
ama-answer-question = { $asker } 问：<b>{ $question }</b>
ama-answer = { $expert } 答：{ $answer }
ama-moved = 🎙 「{ $title }」改期：原定 { $before }，改为 { $at }。已提的问题都保留。
ama-stopped-in-group = 「{ $title }」到此为止，不再继续。给大家添麻烦了。
ama-digest-head = 🎙 <b>{ $title }</b> 结束，{ $asked } 个问题答了 { $answered } 个
ama-digest-row = · { $question } → { $answer }
ama-digest-tail = 完整问答点下面的按钮看。
ama-digest-none = 这一场没有问题得到回答，提问的人会收到说明。

## 提问、投票

ama-ask = 请把想问「{ $title }」的问题发给我，{ $least } 到 { $most } 个字。审核后上榜，别人可以为它投票。
ama-asked = 收到，审核后会出现在「{ $title }」的问题榜上。
ama-asked-group = 收到，审核后上榜。
ama-asked-voted = 已经有人问过同样的问题，你的一票投给了它：{ $question }
ama-asked-known = 同样的问题已经提过，现在的状态：{ $state }。
ama-asked-pending = 等待审核
ama-asked-listed = 已上榜
ama-asked-answered = 已回答
ama-asked-refused = 没有采用
ama-asked-withdrawn = 已撤回
ama-voted = 已投给这个问题。
ama-unvoted = 这一票收回了。
ama-withdrawn = 已撤回，以后可以重新提。
ama-mine-head = <b>我在「{ $title }」的提问</b>
ama-mine-row = { $number }. { $question }（{ $state }）
ama-mine-none = 还没有提过问题。
ama-told-listed = 你的问题已上榜「{ $title }」：{ $question }
ama-told-refused = 你给「{ $title }」的问题「{ $question }」这次没有采用。
ama-told-refused-reason = 你给「{ $title }」的问题「{ $question }」这次没有采用。原因：{ $reason }
ama-told-answered = 你在「{ $title }」的提问有了回答：
ama-told-unanswered = 「{ $title }」已结束，时间有限，没有轮到你的问题「{ $question }」。可以用 /ask 单独提问，或留到下一场。
ama-told-stopped = 「{ $title }」不再继续，你的问题「{ $question }」没能得到回答。可以用 /ask 单独提问，或留到下一场。
ama-told-bare = 你在「{ $title }」的提问有了新进展，发送 /ama { NUMBER($number, useGrouping: 0) } 查看。

button-ama-join = 看问题、提问、投票
button-ama-read = 看完整问答
button-ama-ask = 我要提问
button-ama-mine = 我的提问
button-ama-list = 返回问题榜
button-ama-vote = 投 { $number }
button-ama-voted = ✓ 收回 { $number }
button-ama-answer = 看回答 { $number }
button-ama-withdraw = 撤回第 { $number } 个
button-ama-back = 上一页
button-ama-more = 下一页

## 运营：新建、列表

ama-new-how =
    把下面这段复制出来，填好再发给我。时长不写就是 60 分钟，范围不写就是全部群；
    「每周」写「是」，以后每周同一时间自动征集，遇休市顺延到当周下一个交易日。
ama-new-form =
    <pre>/ama new
    标题：怎样读懂财报
    主讲：@用户名
    时间：明天 20:00
    时长：60
    范围：新手、进阶
    每周：否</pre>
ama-preview = <b>专家问答 { NUMBER($number, useGrouping: 0) } · 预览</b>，还没有人看到
ama-preview-reach =
    { $count ->
        [0] ⚠️ { $tiers }里还没有绑定的群，发出后没有人看到。
       *[other] 会发到 { $tiers } 的 { $count } 个群。
    }
ama-preview-weekly = 以后每周同一时间自动征集，直到停止。
ama-preview-closed = ⚠️ { $day }休市。仍要在这天办，就照常发出。
ama-preview-unknown = ⚠️ 交易日历没有覆盖{ $day }，不知道是不是交易日。
ama-tiers-1 = { $t0 }
ama-tiers-2 = { $t0 }、{ $t1 }
ama-tiers-3 = { $t0 }、{ $t1 }、{ $t2 }
ama-called = 已发到 { $count } 个群，{ $at } 自动开始。
ama-dropped = 已放弃，没有人看到过。
ama-moved-done = 已改到 { $at }。
ama-list-head = <b>专家问答</b>
ama-list-row = { NUMBER($number, useGrouping: 0) } · { $title } · { $state } · { $at } · 待审 { $pending }，上榜 { $listed }，已答 { $answered }
ama-list-empty = 还没有专家问答。发送 /ama new 开始一场。
ama-list-how = 改期：/ama move 编号 时间；叫停：/ama stop 编号；每周系列：/ama series
ama-series-head = <b>每周系列</b>
ama-series-row = { NUMBER($number, useGrouping: 0) } · { $title } · { $weekday } { $at }
ama-series-empty = 没有在办的每周系列。新建时在「每周」写「是」就会有。
ama-series-sure = 停止系列「{ $title }」？以后不再自动征集；已经征集的那一场照常办。
ama-series-stopped = 系列「{ $title }」已停止。
ama-weekday-0 = 周一
ama-weekday-1 = 周二
ama-weekday-2 = 周三
ama-weekday-3 = 周四
ama-weekday-4 = 周五
ama-weekday-5 = 周六
ama-weekday-6 = 周日
ama-stop-sure = 叫停「{ $title }」？立刻停发一切消息，已发出的收不回来；群里会看到一句说明，{ $waiting } 个没有回答的问题作废，也不会有小结。不能恢复。
ama-stop-done = 已叫停「{ $title }」，拦下 { $dropped } 条未发出的消息。
ama-end-sure = 结束「{ $title }」？还有 { $waiting } 个问题没有回答，之后发小结。不能重新开始。
ama-ended = 「{ $title }」已结束，小结马上发出。
ama-anyway-done = 「{ $title }」照常在 { $at } 开始。

button-ama-call = 发出征集
button-ama-drop = 放弃
button-ama-stop = 叫停
button-ama-stop-sure = 确认叫停，不可恢复
button-ama-skip = 放到最后
button-ama-end = 结束本场
button-ama-end-sure = 确认结束
button-ama-anyway = 休市也照常办
button-ama-series-stop = 停止系列 { NUMBER($number, useGrouping: 0) }
button-ama-series-sure = 确认停止系列
button-ama-keep = 不，保持原样

## 运营：卡片

ama-card =
    <b>「{ $title }」收到问题 { NUMBER($number, useGrouping: 0) }</b>
    { $name }：{ $question }
    { $state }
ama-stage =
    <b>「{ $title }」轮到问题 { NUMBER($number, useGrouping: 0) }</b>
    { $name }问：{ $question }
    回复这条消息就是回答，会发到所有相关的群。
ama-stage-over =
    <b>「{ $title }」问题 { NUMBER($number, useGrouping: 0) }</b>
    { $name }问：{ $question }
    { $state }
ama-stands-pending = 等待审核
ama-stands-listed = 已上榜（{ $by }）
ama-stands-answered = ✓ 已回答（{ $by }）
ama-stands-refused = 没有采用（{ $by }）：{ $reason }
ama-stands-withdrawn = 提问的人撤回了
ama-refuse-ask = 不采用问题 { NUMBER($number, useGrouping: 0) }：「{ $question }」。提问的人会收到通知。想说明原因，就在私聊里把原因发给我。
ama-listed-note = 已上榜。
ama-refused-note = 没有采用，已通知提问的人。
ama-answered-note = 已发到 { $count } 个群。
ama-skipped-note = 已放到最后。
ama-held-line = 「{ $excerpt }」 { $reason }
button-ama-take = 上榜
button-ama-refuse = 不采用
button-ama-no-reason = 不说原因，直接通知
button-ama-keep-question = 返回

alert-ama-open =
    <b>「{ $title }」开始了</b>，{ $count } 个问题排队：
    { $queue }
alert-ama-open-empty = <b>「{ $title }」开始了</b>，还没有上榜的问题。有问题上榜就会出现在这里。
alert-ama-end = 「{ $title }」结束：{ $asked } 个问题，回答了 { $answered } 个。{ $answered ->
        [0] 小结已发。
       *[other] 小结已发，回答已存为知识库草稿，等待批准。
    }
alert-ama-late = ⚠️ 「{ $title }」原定 { $at } 开始，服务中断超过 30 分钟，已取消并通知群里和提问的人。需要的话请用 /ama new 另开一场。
alert-ama-closed-day = ⚠️ 「{ $title }」原定 { $at }，那天休市，没有人确认照常办，已取消并通知群里和提问的人。
alert-ama-day-changed = ⚠️ 「{ $title }」定在 { $at }，交易日历改了以后那天休市。要照常办、叫停，还是改期（/ama move { NUMBER($number, useGrouping: 0) } 时间）？没有人决定，到时不会开始。
alert-ama-no-day = 每周系列「{ $title }」：{ $day }起的那一周余下几天都休市，停一次，下周继续。
alert-ama-uncovered = ⚠️ 每周系列「{ $title }」：交易日历没有覆盖{ $day }那一周，暂时没有征集。请用 /calendar 补上休市安排。
alert-ama-blocked = ⚠️ 「{ $title }」有一条群消息没有通过合规检查（{ $reason }），已改发一句提示。

## 不行的时候

error-ama-unknown = 没有找到（{ $received }）。发送 /ama 看现在的专家问答。
error-ama-none = 现在没有专家问答。定了下一场，会在群里征集问题。
error-ama-field = { $field }：这一行没有写对，收到「{ $received }」。发送 /ama new 看怎么填。
ama-field-title = 标题（2 到 40 个字）
ama-field-expert = 主讲（@用户名）
ama-field-time = 时间（如 明天 20:00）
ama-field-minutes = 时长（如 60）
ama-field-tiers = 范围（新手、进阶、高净值、全部）
ama-field-weekly = 每周（是或否）
error-ama-length = 时长可以是 { $least } 到 { $most } 分钟，收到 { $received } 分钟。
error-ama-expert = { $name } 还不是顾问。请先用 /role 任命，再请他主讲。
error-ama-title-held = 标题没有通过合规检查：{ $reason }。请换一种说法。
error-ama-usage = 看不懂「{ $received }」。可以用：/ama new、/ama list、/ama move 编号 时间、/ama stop 编号、/ama series。
error-ama-staff-only = 这个命令只有运营能用。看场次、提问、投票，发送 /ama 就好。
error-ama-state = 专家问答 { NUMBER($number, useGrouping: 0) } { $state }，这一步现在做不了。
error-ama-not-for-you = 「{ $title }」面向别的群的成员。
error-ama-question-length = 问题写 { $least } 到 { $most } 个字，收到 { $count } 个字。
error-ama-enough = 每场每人最多提 { $most } 次问题。可以把票投给最想听的那一个。
error-ama-full = 等待审核的问题已有 { $most } 个，请稍后再提，或先给已有的问题投票。
error-ama-question-held = 这个问题没有通过合规检查：{ $reason }。换一种说法再发一次就好。
error-ama-decided = 这个问题现在是「{ $state }」，这一步做不了。
error-ama-reason = 原因最多 { $most } 个字，收到 { $count } 个字。请缩短再发。
error-ama-reason-held = 原因没有通过合规检查：{ $reason }。请换一种说法。
error-ama-own-vote = 不能给自己的问题投票，可以投给别人的。
error-ama-answer-held =
    这条回答没有发出，请换一种说法再回复一次：
    { $reasons }
error-ama-answer-long = 这条回答连同问题和风险提示有 { $count } 个字符，一条消息最多 { $most } 个。没有发出，请缩短后再回复一次。
error-ama-not-your-stage = 这一场由主讲和运营回答。

## 图

ama-picture-kicker = 专家问答 · { $title }
ama-picture-title = 大家最想听：{ $question }
ama-picture-votes = { $count } 票
ama-picture-answered = ✓ 已回答
ama-picture-open = 没轮到
ama-picture-voters = { $count } 人投票 · { $at }
ama-picture-risk = 问题由成员提出，信息仅供学习，不构成投资建议
