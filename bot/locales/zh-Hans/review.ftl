# 待审队列：卡片、决定、举报、申诉、核对身份。

help-verify = 核对某人是不是工作人员：/verify @用户名
help-report = 举报：回复那条消息发 /report，或 /report 说明
help-appeal = 对自己受到的处理申诉
help-review = 待审队列：/review，或 /review 编号
help-group-safety =
    {""}
    <b>安全</b>

## 待审列表

review-head = <b>待审 { $count } 件</b>，期限近的在前
review-empty = 现在没有待审的。有新的会在运营群里出现卡片。
review-open = { NUMBER($number, useGrouping: 0) } 号
review-older = 下一页
review-newer = 上一页
review-back = 返回列表
review-filter-all = 全部
review-filter-mine = 我接手的

case-lines = { $lines }
case-line = { NUMBER($number, useGrouping: 0) } 号 · { $kind } · { $clock } · { $who } · { $text }
case-line-open = 待接手
case-line-asked = 等第二人

## 卡片

case-head = <b>{ NUMBER($number, useGrouping: 0) } 号待审 · { $kind }</b>
case-head-many = <b>{ NUMBER($number, useGrouping: 0) } 号待审 · { $kind } · 同样的内容 { $count } 次</b>
case-kind-message = 群消息
case-kind-name = 昵称
case-kind-flood = 刷屏
case-kind-order = 委托
case-kind-draft = 草稿
case-kind-broadcast = 群发
case-kind-report = 举报
case-kind-appeal = 申诉
case-who = { $name }（{ $id }）· { $where } · { $at }
case-nobody = { $where } · { $at }
case-in-private = 私聊
case-name = { $name }
case-the-bot = 机器人
case-text = <blockquote>{ $text }</blockquote>
case-words = 说明：{ $text }
case-rule = { $rule }：{ $reason }
case-rules = 规则：{ $rules }
case-done = 已做：{ $done }（{ $by }）
case-nothing-done = 还没有做任何处理
case-and = { $first }、{ $second }
case-done-logged = 记录
case-done-warned = 提醒
case-done-held = 暂缓，等人看
case-done-deleted = 删除消息
case-done-muted = 禁言
case-done-banned = 移出群
case-reports = 举报人数：{ $count }
case-clock = 期限 { $due }，{ $left }
case-left-hours = 还剩 { $hours } 小时
case-left-minutes = 还剩 { $minutes } 分钟
case-overdue = 已超时 { $hours } 小时
case-open = 还没有人接手
case-claimed = { $name } 已接手
case-asked = { $name } 提出「{ $decision }」，等另一位确认
case-decided = { $name } 决定：{ $decision }（{ $at }）
case-note = 说明：{ $note }
case-decision-uphold =
    { $family ->
        [appeal] 维持原处理
        [outgoing] 不发
        [report] 举报属实
       *[message] 确属违规
    }
case-decision-release =
    { $family ->
        [appeal] 申诉成立，撤销处理
        [outgoing] 可以发
        [report] 没有违规
       *[message] 没有违规，撤销处理
    }
case-decision-delete =
    { $family ->
       *[message] 违规，删除消息
    }
case-decision-mute =
    { $family ->
       *[message] 违规，禁言 24 小时
    }
case-decision-ban =
    { $family ->
       *[message] 违规，移出群
    }
case-outcome-uphold = 违规
case-outcome-release = 没有违规
case-outcome-delete = 违规，删除
case-outcome-mute = 违规，禁言
case-outcome-ban = 违规，移出群

## 按钮

button-case-claim = 我来接手
button-case-back = 放回队列
button-case-hand = 转给同事
button-case-view = 返回
button-case-text = 看全文
button-case-trace = 看经过
button-case-refuse = 不同意，放回队列
case-choice-uphold =
    { $family ->
        [appeal] 维持原处理
        [outgoing] 不发
        [report] 举报属实
       *[message] 确属违规
    }
case-choice-release =
    { $family ->
        [appeal] 申诉成立，撤销处理
        [outgoing] 可以发
        [report] 没有违规
       *[message] 没有违规，撤销处理
    }
button-case-uphold =
    { $stage ->
        [confirm] 确认：{ case-decision-uphold }
       *[first] { case-choice-uphold }
    }
button-case-release =
    { $stage ->
        [confirm] 确认：{ case-decision-release }
       *[first] { case-choice-release }
    }
button-case-delete =
    { $stage ->
        [confirm] 确认：{ case-decision-delete }
        [sure] 删除这条消息，不能恢复
       *[first] 删除消息
    }
button-case-mute =
    { $stage ->
        [confirm] 确认：{ case-decision-mute }
       *[first] 禁言 24 小时
    }
button-case-ban =
    { $stage ->
        [confirm] 确认：{ case-decision-ban }
        [sure] 移出群并删除消息（入群满 14 天的须两人）
       *[first] 移出群
    }
case-done-note = { NUMBER($number, useGrouping: 0) } 号已处理。
case-waits-second = { NUMBER($number, useGrouping: 0) } 号要两个人决定：已记下，等另一位确认。
case-answer-in-private = 请到私聊里写给成员的答复，我已经在那里等你。没有看到，就先在私聊里发 /start。
case-ask-uphold = { NUMBER($number, useGrouping: 0) } 号申诉，维持原处理：直接发一条消息写给成员的理由，2 到 500 个字。
case-ask-release = { NUMBER($number, useGrouping: 0) } 号申诉，撤销处理：直接发一条消息写给成员的答复，2 到 500 个字。
case-sent-aside = 发到你的私聊了。
case-whole-text = <b>{ NUMBER($number, useGrouping: 0) } 号全文</b>（个人信息已遮盖）
    <blockquote>{ $text }</blockquote>

## 经过

case-trace-head = <b>{ NUMBER($number, useGrouping: 0) } 号经过</b>
case-step = { $at } { $who } { $step }
case-step-detail = { $line } · { $detail }
case-step-opened = 立案
case-step-joined = 并入同样的内容
case-step-reported = 收到举报
case-step-appealed = 提出申诉
case-step-claimed = 接手
case-step-given-back = 放回队列
case-step-handed-on = 转给同事
case-step-asked-second = 提出，等第二人
case-step-refused-second = 不同意，放回队列
case-step-decided = 决定
case-step-undone = 撤销处理
case-step-reminded = 提醒
case-step-expired = 超时，已告知所有者

## 时限

case-clock-told =
    { $mark ->
        [half] <b>{ $count } 件待审已过 12 小时</b>
        [last-hour] <b>{ $count } 件待审在 1 小时内到期</b>
       *[overdue] <b>{ $count } 件待审超过 24 小时还没有决定</b>
    }
case-clock-how = 处理：/review 编号

## 告诉成员

measure-delete = 经人工复核，你在「{ $where }」的一条消息不符合群规，已删除（{ NUMBER($number, useGrouping: 0) } 号）。觉得不对，可以申诉，由另一位同事再看。
measure-mute = 经人工复核，你在「{ $where }」的发言不符合群规，禁言 24 小时（{ NUMBER($number, useGrouping: 0) } 号）。觉得不对，可以申诉，由另一位同事再看。
measure-ban = 经人工复核，你在「{ $where }」的发言严重违反群规，已移出群（{ NUMBER($number, useGrouping: 0) } 号）。觉得不对，可以申诉，由另一位同事再看。
measure-undone = 我们重新看过了：之前对您的处理不当，已经撤销，也不计入记录。抱歉打扰到您。已删除的消息恢复不了，请您再发一次。（{ NUMBER($number, useGrouping: 0) } 号）

## 申诉

button-appeal = 申诉
appeal-in-private = 申诉在私聊里说，只有你和审核的人看得到。
appeals-head = <b>我受到的处理</b>（最近 30 天）
appeals-none = 最近 { $days } 天没有对你的处理，不用申诉。
appeals-how = 每次处理可以申诉一次，由没有参与那次处理的人决定，24 小时内答复。
appeal-line = { $at } { $done } · { $state }
appeal-state-none = 可以申诉
appeal-state-undone = 已撤销
appeal-state-open = { NUMBER($number, useGrouping: 0) } 号申诉处理中，最晚 { $due } 答复
appeal-state-granted = 申诉成立，已撤销
appeal-state-refused = 申诉已答复，维持原处理
button-appeal-this = 申诉：{ $at } { $done }
button-appeal-stop = 不申诉了
appeal-ask = 为什么觉得处理得不对？直接发一条消息说明，4 到 500 个字。
appeal-stopped = 好的，没有申诉。
appeal-opened = 已收到，{ NUMBER($number, useGrouping: 0) } 号申诉。由没有参与那次处理的人决定，最晚 { $due } 在这里答复你。
appeal-granted = { NUMBER($number, useGrouping: 0) } 号申诉成立：处理已经撤销，不计入记录。抱歉给您添了麻烦。
    答复：{ $note }
appeal-granted-bare = { NUMBER($number, useGrouping: 0) } 号申诉成立：处理已经撤销，不计入记录。抱歉给您添了麻烦。
appeal-refused = { NUMBER($number, useGrouping: 0) } 号申诉已由另一位同事看过：维持原处理。
    理由：{ $note }
appeal-refused-bare = { NUMBER($number, useGrouping: 0) } 号申诉已由另一位同事看过：维持原处理。想了解理由，请直接问运营。
appeal-late = 您的 { NUMBER($number, useGrouping: 0) } 号申诉，我们没能在 24 小时内答复，抱歉。已经转给社群所有者，有结果马上在这里告诉您。

## 举报

report-taken = 谢谢，已转给审核的人，24 小时内处理，结果私聊告诉你。被举报的人不会知道是谁举报的。
report-known = 这条你已经举报过，正在处理，结果私聊告诉你。
report-decided = 这条已经有人看过并处理了，谢谢。
report-limited = 今天的举报次数已经用完，明天再来。情况紧急，请直接联系运营。
report-own = 这是你自己的消息。想撤回，长按它选「删除」就行。
report-empty = 举报有两个办法：在群里回复那条消息发 /report；或在这里发 /report 加说明，至少 4 个字。
report-still-there = 群里那条 /report 我没有权限删除。不想让别人看到，请你自己删掉它。
report-founded = 你举报的内容核实为违规，已经处理。谢谢你。（{ NUMBER($number, useGrouping: 0) } 号）
report-unfounded = 你举报的内容已经看过，没有发现违规。谢谢你留意。（{ NUMBER($number, useGrouping: 0) } 号）

## 核对身份

verify-staff = { $name } 是这里的工作人员：{ $role }。按 Telegram 账号核对，不看昵称。
verify-none = 不是这里的工作人员。按 Telegram 账号核对，昵称和头像谁都能改。
verify-hidden = 对方隐藏了账号，核对不了，请当作不是工作人员。也可以发来对方的 @用户名。
verify-channel = 这条来自群或频道，不是某个人，核对不了。
verify-like = 注意：名字像工作人员 { $name }，但不是同一个账号，当心冒充。
verify-never = 工作人员不会向你要密码、验证码，不会让你转账，也不会主动私聊谈钱。遇到请发 /report。
verify-how = 用法：/verify @用户名，或回复那个人的消息发 /verify。
verify-ask = 要核对谁？发 @用户名，或把那个人的消息转发给我。
verify-unreadable = 「{ $received }」不是用户名。用户名像 @name，由字母、数字和下划线组成；没有用户名的，把那个人的消息转发给我。

## 出错时

error-case-unknown = 没有 { $received } 号待审。列表见 /review。
error-case-decided = { NUMBER($number, useGrouping: 0) } 号已由 { $who } 决定：{ $outcome }。没有改动。
error-case-claimed = { NUMBER($number, useGrouping: 0) } 号已由 { $who } 接手。满 4 小时没有处理，才可以接过来。
error-case-not-yours = { NUMBER($number, useGrouping: 0) } 号不在你手上，或对方不能审核，没有改动。
error-case-own = 这件与你自己有关，要由别人决定。
error-case-acted-before = 原来的处理是你做的，申诉要由另一位决定。
error-case-second = 这件要两个人：你已经提出，请另一位确认。
error-case-owners-only = 这件涉及工作人员，只由社群所有者在私聊里处理。
error-case-unfit = { NUMBER($number, useGrouping: 0) } 号不能这样处理，没有改动。
error-appeal-unknown = 找不到这次处理：只能对自己最近 { $days } 天受到的处理申诉，列表见 /appeal。
error-appeal-known = 这次处理已经申诉过（{ NUMBER($number, useGrouping: 0) } 号），进度见 /appeal。
error-appeal-undone = 这次处理已经撤销，不用申诉。
error-case-words-length = 收到 { $length } 个字，允许 { $least } 到 { $most } 个字，请再发一次。
