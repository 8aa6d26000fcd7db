# 群发：写、核对、第二人批准、发送；以及成员自己的 /why。

help-broadcast = 群发：起草、由另一位运营批准、定时发送
help-why = 最近给我发过什么、为什么；不想收的可以关掉
broadcast-source = 数字来源：{ $source }

## 表单

broadcast-head = <b>群发 { NUMBER($number, useGrouping: 0) }</b> · { $state }
broadcast-line = { $label }：{ $value }
broadcast-came-back = 上次没有通过：{ $reason }
broadcast-problems = <b>提交前还要改 { $count } 处</b>
broadcast-field-text = 正文
broadcast-field-other = 正文 B
broadcast-field-source = 数字来源
broadcast-field-language = 正文的语言
broadcast-field-groups = 发到群
broadcast-field-people = 私聊发给
broadcast-field-levels = 等级
broadcast-field-readers = 只限语言
broadcast-field-activity = 签到情况
broadcast-field-asked = 意愿
broadcast-field-excluded = 不发给
broadcast-field-when = 开始时间
broadcast-field-trading = 日期要求
broadcast-field-hours = 有效时间
broadcast-field-picture = 图片
broadcast-ask-text = 请在私聊里把正文发给我；或者回复写好的那条消息，发送 /broadcast 加编号，图片也会一起带上。
broadcast-ask-other = 想比较两种写法，就把另一种发给我：大约一半人收到 B，每个人固定收到同一种。不需要就点「无」。
broadcast-ask-source = 正文里引用的数字要有出处，由批准的人核对。请写出处，如「国家统计局 11月15日公告」。
broadcast-ask-language = 正文是用哪种语言写的？风险提示会用同一种语言。所有人收到的是同一份正文，不会自动翻译。
broadcast-ask-groups = 发到哪些层级的群？可以多选。
broadcast-ask-people = 私聊发给哪些层级的成员？一个都不选，就不发私聊。
broadcast-ask-levels = 请写等级范围，如 2-5、三级以上、不限。
broadcast-ask-readers = 只发给选了这些语言的人；一个都不选，就是不限语言。
broadcast-ask-activity = 请选一项，或者写「最近 7 天」「沉默 30 天」「从未」「不限」。
broadcast-ask-asked = 发给没有拒收的所有人，还是只发给主动要求接收的人？订了私聊简报的也算主动要求。
broadcast-ask-excluded = 不发给谁？请写 @用户名 或编号，用空格隔开；没有就写「无」。
broadcast-ask-when = 什么时候开始？请写社群时间，如 明天 9:30、12月1日 上午十点、现在。
broadcast-ask-trading = 遇到休市日还发吗？
broadcast-ask-hours = 开始以后多久就不必再发？请选一项，或写 1 到 72 小时。
broadcast-pictured = 有一张
broadcast-without-picture = 无
broadcast-none = 无
broadcast-now = 批准后马上开始
broadcast-at = { $at }
broadcast-starts = { $at } 开始
broadcast-hours = 开始后 { $hours } 小时内
broadcast-people = { $count ->
        [0] 无
       *[other] { $count } 人
    }
broadcast-levels = { $first ->
        [0] { $last ->
            [0] 不限
           *[other] 最高 Lv.{ $last }
        }
       *[other] { $last ->
            [0] Lv.{ $first } 以上
           *[other] Lv.{ $first } 到 Lv.{ $last }
        }
    }
broadcast-activity = { $kind ->
        [within] 最近 { $days } 天签到过
        [silent] 超过 { $days } 天没有签到
        [never] 从未签到
       *[any] 不限
    }
broadcast-asked-no = 没有拒收的所有人
broadcast-asked-yes = 只限主动要求接收的人
broadcast-trading-no = 任何一天都可以
broadcast-trading-yes = 只在交易日发
broadcast-every-language = 不限
broadcast-list = { $before }、{ $part }
broadcast-part = { $name } { $count }
broadcast-choice-held = ✓ { $name }
broadcast-type-in-private = 请到和我的私聊里，把内容直接发给我。

button-broadcast-no-picture = 不要图片
button-broadcast-reword = 按建议修改
button-broadcast-preview = 在私聊里看真实效果
button-broadcast-check = 核对影响范围
button-broadcast-drop = 丢弃
button-broadcast-form = 返回表单
button-broadcast-submit = 提交，请另一位运营批准

## 要改的和要留意的

broadcast-problem-empty = 还没有正文。
broadcast-problem-signs = 正文 { $variant } 里只有符号或表情，没有文字。
broadcast-problem-long =
    { $kind ->
        [caption] 带图片时正文连同风险提示最多 { $most } 个字符，现在是 { $length } 个。请缩短，或不要图片。
       *[text] 正文连同风险提示最多 { $most } 个字符，现在是 { $length } 个。请缩短。
    }
broadcast-problem-everybody = 这里没有「@所有人」这种用法，写了也不会提醒到谁。请去掉。
broadcast-problem-same = 正文 B 和正文一样，比较不出什么。请改写或去掉 B。
broadcast-problem-blocked =
    合规未通过（{ $count } 处）：
    { $lines }
broadcast-finding = 「{ $excerpt }」 { $reason } { $rule } → 建议「{ $suggestion }」
broadcast-problem-figures = 有 { $count } 个数字没有绑定行情：{ $figures }。请去掉，或在「数字来源」里写明出处，由批准的人核对。
broadcast-problem-nobody = 还没有选发给谁：至少选一个层级的群，或私聊的层级。
broadcast-problem-past = 开始时间 { $at } 已经过去。请换一个时间，或改为批准后马上开始。
broadcast-problem-quiet = { $at } 在安静时段（{ $first } 到次日 { $last }）里，不往群里发。请换一个时间。
broadcast-problem-useless = 私聊要等到 { $awake } 才能发，那时已经超过有效时间 { $at }。请延长有效时间，或换一个开始时间。
broadcast-problem-uncovered = 交易日历只知道到{ $until }，还不知道{ $day }是不是交易日。请换一天，或改为任何一天都可以。
broadcast-problem-closed = { $day }休市。请换一天，或改为任何一天都可以。
broadcast-problem-over = 已经超过有效时间 { $at }。
broadcast-warning-links = ⚠️ 含有名单以外的链接：{ $hosts }。请确认没有写错。

## 影响范围

broadcast-check = <b>群发 { NUMBER($number, useGrouping: 0) } 会影响到谁</b>
broadcast-card-text = 正文 { $variant }：{ $text }
broadcast-card-split = A、B 各发给：{ $first }、{ $second }
broadcast-card-figures = 引用的数字：{ $figures }。出处：{ $source }。批准前请逐个核对。
broadcast-card-language = 所有人收到同一份正文：{ $language }
broadcast-reach-groups = 群：{ $count } 个（{ $titles }），已知成员 { $known } 人
broadcast-reach-no-groups = 群：不发
broadcast-reach-people = 私聊：{ $count } 人
broadcast-reach-deferred = 其中 { $count } 人在安静时段，顺延到早上 8:00 以后
broadcast-reach-languages = 私聊的语言：{ $parts }
broadcast-reach-excluded = 不发私聊的：{ $parts }
broadcast-reach-time = 预计 { $starts } 开始，{ $ends } 结束，发送约需 { $minutes } 分钟
broadcast-exclusion-named = 点名不发
broadcast-exclusion-staff = 工作人员
broadcast-exclusion-left = 已退群
broadcast-exclusion-not-in-segment = 不在所选范围
broadcast-exclusion-hidden = 选择不公开
broadcast-exclusion-no-private-chat = 没有和我私聊过
broadcast-exclusion-unreachable = 已屏蔽或联系不上
broadcast-exclusion-opted-out = 已拒收这类消息
broadcast-exclusion-daily-budget = 当天已收满 2 条
broadcast-exclusion-quiet-hours = 安静时段

## 提交、批准、发送

broadcast-submitted = 群发 { NUMBER($number, useGrouping: 0) } 已提交，等另一位运营批准。再改动就要重新提交。
broadcast-preview-head = 〔预览，未发送〕群发 { NUMBER($number, useGrouping: 0) } · 正文 { $variant }
broadcast-previewed = 已发到你的私聊。
broadcast-preview-closed = 我还不能给你发私聊。请先打开和我的私聊，点「开始」。
alert-broadcast-asks =
    <b>群发 { NUMBER($number, useGrouping: 0) } 等待批准</b>
    { $lines }
broadcast-grown = ⚠️ 批准以后，影响范围从 { $before } 人变成 { $after } 人，或多了别的群，已经停下。请重新核对。
button-broadcast-approve = 批准发送
button-broadcast-approve-quoted = 数字已逐个核对，批准发送
button-broadcast-return = 退回修改
button-broadcast-reject = 驳回
broadcast-approved = { $at } { $who } 批准。
broadcast-why = 请写明群发 { NUMBER($number, useGrouping: 0) } 没有通过的原因，直接发给我。
broadcast-returned = 群发 { NUMBER($number, useGrouping: 0) } 已退回修改，原因记在表单上。
broadcast-rejected = 群发 { NUMBER($number, useGrouping: 0) } 已驳回。
broadcast-progress = 已发 { $sent } · 等待 { $waiting } · 结果不明 { $unknown } · 失败 { $failed } · 未发 { $suppressed }
broadcast-reason = 原因：{ $reason }
button-broadcast-cancel = 取消
button-broadcast-pause = 暂停
button-broadcast-resume = 继续发送
button-broadcast-refresh = 刷新
broadcast-sure = 取消群发 { NUMBER($number, useGrouping: 0) }？已经发出的 { $left } 条收不回来，其余不再发送。
button-broadcast-sure = 取消，不再发送
broadcast-cancelled = 群发 { NUMBER($number, useGrouping: 0) } 已取消：拦下 { $dropped } 条，此前已发出 { $left } 条。
alert-broadcast-done = 群发 { NUMBER($number, useGrouping: 0) } 已发完：送达 { $sent }，结果不明 { $unknown }，失败 { $failed }，未发 { $suppressed }，等待 { $waiting }。
alert-broadcast-expired = 群发 { NUMBER($number, useGrouping: 0) } 已失效：批准只管 24 小时，并且要赶在开始时间之前。需要的话请重新起草。
alert-broadcast-stopped =
    ⚠️ 群发 { NUMBER($number, useGrouping: 0) } 没有开始，已退回草稿：
    { $problems }
broadcast-list-head = <b>最近的群发</b>
broadcast-list-line = { NUMBER($number, useGrouping: 0) } · { $state } · { $text }
broadcast-list-empty = 还没有群发过。发送 /broadcast 起草第一条。
broadcast-state-draft = 草稿
broadcast-state-submitted = 等待批准
broadcast-state-approved = 已批准
broadcast-state-sending = 发送中
broadcast-state-paused = 已暂停
broadcast-state-done = 已发完
broadcast-state-cancelled = 已取消
broadcast-state-rejected = 已驳回
broadcast-state-expired = 已失效

## 拒绝

error-broadcast-unknown = 没有编号为 { $received } 的群发。发送 /broadcast list 看最近的。
error-broadcast-usage = 看不懂「{ $received }」。起草：/broadcast；列表：/broadcast list；打开：/broadcast 12；退回或驳回：/broadcast return 12 原因。
error-broadcast-state =
    { $state ->
        [draft] 群发 { NUMBER($number, useGrouping: 0) } 还是草稿，请先提交。
        [submitted] 群发 { NUMBER($number, useGrouping: 0) } 已经提交，正在等另一位运营批准。
        [approved] 群发 { NUMBER($number, useGrouping: 0) } 已经批准，没有重复处理。
        [sending] 群发 { NUMBER($number, useGrouping: 0) } 正在发送，现在不能这样做。
        [paused] 群发 { NUMBER($number, useGrouping: 0) } 已经暂停。
        [done] 群发 { NUMBER($number, useGrouping: 0) } 已经发完。
        [cancelled] 群发 { NUMBER($number, useGrouping: 0) } 已经取消。
        [rejected] 群发 { NUMBER($number, useGrouping: 0) } 已经驳回。
       *[expired] 群发 { NUMBER($number, useGrouping: 0) } 已经失效，请重新起草。
    }
error-broadcast-stale = 群发 { NUMBER($number, useGrouping: 0) } 在这张卡片之后又提交过。请看最新的卡片，或发送 /broadcast { NUMBER($number, useGrouping: 0) }。
error-broadcast-own = 群发 { NUMBER($number, useGrouping: 0) } 由你起草或修改过，要由另一位运营批准。
error-broadcast-too-early = 批准只管 24 小时。群发 { NUMBER($number, useGrouping: 0) } 请在 { $since } 以后批准。
error-broadcast-problems =
    群发 { NUMBER($number, useGrouping: 0) } 还有要改的：
    { $problems }
error-broadcast-levels = 「{ $received }」不是等级范围。可以写 1 到 { $most } 级，如 2-5、三级以上、不限。
error-broadcast-levels-reversed = 「{ $received }」前大后小。请小的写在前面，如 2-5。
error-broadcast-activity = 看不懂「{ $received }」。可以写「最近 7 天」「沉默 30 天」「从未」「不限」，天数 1 到 365。
error-broadcast-time = 「{ $received }」不是时间。可以写 明天 9:30、12月1日 上午十点、20:00、现在。
error-broadcast-past = { $at } 已经过去。请写以后的时间，或写「现在」。
error-broadcast-far = { $at } 太远了，最多可以定在 { $days } 天以内。
error-broadcast-hours = 「{ $received }」不是小时数。可以写 1 到 { $most }。
error-broadcast-text-long = 收到 { $length } 个字，最多 { $most } 个。请缩短再发。
error-broadcast-text-empty = 没有收到文字。请把内容写成文字发给我。
error-broadcast-picture = 这张图片用不了：只支持 PNG 或 JPEG，最大 { $most } MB。
error-broadcast-reason = 原因要写 { $least } 到 { $most } 个字。

## 成员的 /why

button-no-campaigns = 不再接收这类消息
button-campaigns-off = 不再接收社群活动消息
button-campaigns-on = 重新接收社群活动消息
why-head = <b>最近给你的私聊消息</b>
why-in-private = 给你发过什么，在私聊里看。
why-preview = 这是预览，这个按钮在这里不起作用。
why-refused = 以后不再给你发这类消息。想恢复，发送 /why。
why-nothing = 最近没有给你发过消息。
why-line = { $at } · { $lane }：{ $outcome }
why-rules = 没有请求的消息，22:00 到 8:00 不发，一天最多 2 条。
why-wanted = 社群活动消息：接收
why-unwanted = 社群活动消息：不接收
why-lane-alert = 运营提醒
why-lane-moderation = 群规通知
why-lane-receipt = 回执
why-lane-brief = 简报
why-lane-contest = 模拟赛
why-lane-answer = 提问的答复
why-lane-nudge = 小提醒
why-lane-survey = 问卷
why-lane-campaign = 社群活动
why-opted-out = 没有发，你选择了不接收
why-quiet-hours = 没有发，等到早上就过时了
why-daily-budget = 没有发，当天已经有 2 条
why-cancelled = 没有发，运营取消了
why-other = 没有发，已经不需要了
why-state-queued = 在等待发送
why-state-sending = 正在发送
why-state-sent = 已发送
why-state-unknown = 可能已送达，没有收到回执
why-state-failed = 没有发成
why-state-expired = 没有发，轮到时已经过时
