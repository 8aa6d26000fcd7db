# 群、话题、角色、交易日历。

binding-newbie = 新手群
binding-advanced = 进阶群
binding-vip = 高净值群
binding-operators = 运营群
purpose-briefs = 简报
purpose-questions = 提问
purpose-contest = 竞赛
purpose-chat = 闲聊
role-member = 成员
role-expert = 顾问
role-compliance = 合规
role-operator = 运营
role-owner = 所有者

## 绑定

bind-which = 这里要绑定成什么？
bind-done = ✅ 已绑定：<b>{ $binding }</b>
bind-already = 这里已经是<b>{ $binding }</b>，没有改动。
bind-means-tier = 每个交易日的早、午、晚简报会发到这里，群里的发言从现在起留档。
bind-means-ops = 提醒、待确认的事和合规卡片会发到这里，群里的发言从现在起留档。
bind-topic-done = ✅ 这个话题用于：<b>{ $purpose }</b>
bind-kept = 保持原样，没有改动。
rebind-sure =
    本群现在是<b>{ $before }</b>。改成<b>{ $after }</b>后，简报内容和成员的层级都会跟着变。
button-rebind = 改成{ $binding }
button-keep = 保持原样
unbind-sure = 要解除本群的绑定吗？现在是<b>{ $binding }</b>。
unbind-means-tier = 解除后：简报不再发到这里，发言不再留档，话题的用途清空；只在本群的成员不再有层级。积分不受影响。
unbind-means-ops = 解除后：提醒改为私聊发给所有者，发言不再留档，话题的用途清空。
button-unbind = 解除绑定（{ $binding }）
unbind-done = 已解除绑定。这里原来是<b>{ $binding }</b>。想恢复就发送 /bind。

ability-all = 我在这里能发言、能看到全部消息、能删除消息。
ability-unknown = 没能查到我在这里的权限，请确认我是管理员。
ability-no-posting = ⚠️ 我不能在这里发言：请在群权限里允许我发送消息。
ability-no-reading = ⚠️ 我只看得到命令，看不到「签到」这样的普通消息：请把我设为管理员。
ability-no-deleting = ⚠️ 我不能删除消息：请在管理员权限里打开「删除消息」。

## 告诉运营

somebody-anonymous = 匿名管理员
alert-bot-added = { $by } 把我拉进了「{ $title }」，这个群还没有绑定。要用它，请所有者在群里发送 /bind；不认识这个群，可以不理会。
alert-bot-removed = ⚠️ 我被移出了「{ $title }」（{ $binding }），操作人：{ $by }。简报不会再发到那里；绑定和成员记录都保留着，拉回来即可继续。
alert-bot-back = 我回到了「{ $title }」（{ $binding }），操作人：{ $by }。绑定还在，照常运行。
alert-bot-lost-rights =
    ⚠️ 我在「{ $title }」（{ $binding }）的权限少了，操作人：{ $by }。
    { $lost }
alert-bot-mute = ⚠️ 「{ $title }」已绑定，但我不能在那里发言：请在群权限里允许我发送消息，否则简报发不出去。

## 角色

role-list = <b>角色一览</b>
role-list-line =
    <b>{ $role }</b>
    { $people }
person-entry = { $name }（{ $id }）
person-unseen = 还没露过面（{ $id }）
role-usage = 任命：回复某人的消息发送 /role operator，或 /role @用户名 expert｜compliance｜operator｜none
role-done = ✅ { $name } 的角色已更新。
role-unchanged = { $name } 的角色本来就是这样，没有改动。
role-holds =
    现在担任：
    { $roles }
role-holds-none = 现在不担任任何角色。

## 拒绝

error-binding-unknown = 看不懂「{ $received }」。群可以绑定为 newbie（新手）、advanced（进阶）、vip（高净值）、ops（运营）；话题可以用于 briefs、questions、contest、chat。直接发送 /bind 会给出按钮。
error-topic-needed = 要在话题里发送才行：进入那个话题，再发一次 /bind { $purpose }。
error-group-unbound = 本群还没有绑定。请所有者先发送 /bind 选一个层级。
error-member-unknown = 没有见过「{ $received }」。请让对方先在群里或私聊里说一句话，或者直接回复对方的消息再发命令。
error-member-not-named = 没有说是谁。请回复对方的消息发送 /{ $command }，或写上 @用户名 或数字 ID。
error-role-unknown = 没有「{ $received }」这个角色。可以用 expert（顾问）、compliance（合规）、operator（运营），或 none 全部撤销。
error-owner-fixed = 所有者由部署时的 OWNER_IDS 决定，不能在聊天里任命或撤销。

## 交易日历

calendar-head = <b>交易日历 { $exchange }</b>
calendar-today-trades = 今天 { $day }：交易
calendar-today-half = 今天 { $day }：半日市，{ $closes } 收市
calendar-today-rests = 今天 { $day }：休市
calendar-next = 下一个交易日：{ $day }
calendar-half-days =
    接下来的半日市：
    { $days }
calendar-covered = 已知到 { $until }，还有 { $days } 天
calendar-ended = ⚠️ 日历只到 { $until }，之后的交易日一概不知，也不会猜：请录入新一年的休市表。
calendar-usage = 录入：/calendar { $year } 休市 01-01 02-05..02-11 …
calendar-preview = { $year } 年：周一到周五里有 { $closed } 天休市。请对照交易所公告核对，确认后才生效。
calendar-replaces = ⚠️ { $year } 年已有休市表，启用后会整年替换。
button-calendar-use = 确认启用 { $year } 年休市表：{ NUMBER($days, useGrouping: 0) } 个交易日
button-calendar-drop = 不启用
calendar-in-force = ✅ { $year } 年休市表已启用（{ $who }）。
button-calendar-undo = 撤销 { $year } 年休市表
calendar-taken-back = { $year } 年休市表已撤销，恢复到之前的样子（{ $who }）。
calendar-dropped = 没有启用，日历保持原样。

error-calendar-uncovered = 交易日历里没有 { $day }：只知道到 { $covered_until }。请运营用 /calendar 录入新一年的休市表。
error-calendar-no-session = { $day } 休市，没有交易时段。
error-calendar-unknown-exchange =
    没有「{ $received }」的交易日历。可以用：
    { $allowed }
error-calendar-conflict = { $day } 同时写成了休市和开市，请只留一个。
error-calendar-gap = 还不能录入 { NUMBER($year, useGrouping: 0) } 年：中间缺年份，请先录入 { NUMBER($expected, useGrouping: 0) } 年；撤销也要从最后一年开始。
error-calendar-list-malformed = 看不懂「{ $received }」。请这样写：2027 休市 01-01 02-05..02-11
error-calendar-list-empty = { NUMBER($year, useGrouping: 0) } 年的休市表里一天也没有。请把休市的日子写在后面，如 01-01 02-05..02-11。
error-calendar-year-invalid = 年份「{ $received }」不对，可以是 { NUMBER($lowest, useGrouping: 0) } 到 { NUMBER($highest, useGrouping: 0) }。
error-calendar-date-invalid = { NUMBER($year, useGrouping: 0) } 年没有「{ $received }」这样的日子。请写成 月-日，如 02-05，或一段 02-05..02-11。
error-calendar-range-reversed = 「{ $received }」的结束早于开始，请把两个日子对调。
error-calendar-range-too-long = 「{ $received }」有 { $days } 天，超过 { $highest } 天，像是写错了。真有这么长，请分成两段写。
error-calendar-draft-gone = 找不到这份休市表了，请重新发送 /calendar。
error-calendar-draft-decided = { $year } 年的这份休市表已经有人处理过，或已被新的代替，没有改动。
