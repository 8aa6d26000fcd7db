# 存档：状态、覆盖、保留期、法定保留。

help-archive = 存档状态：覆盖率、校验、导出
help-hold = 法定保留：登记、查看、解除

## 保留期

retention-talk = 群聊发言
retention-publication = 机器人发布的内容
retention-operations = 运营处理记录
retention-suitability = 适当性问卷
retention-points = 积分流水
retention-contest = 模拟赛记录
retention-why-talk = 本机构留痕规定
retention-why-publication = 证券法第一百五十三条
retention-why-operations = 证券法第一百五十三条
retention-why-suitability = 投资者适当性管理办法第三十二条
retention-why-points = 账目须对得上
retention-why-contest = 成绩须可复核

## /archive

archive-head = <b>存档</b> · 近 30 天
archive-group = { $title }：{ $percent }% · { $records } 条{ $lost }
archive-lost = ，缺 { $time }（{ $cause }）
archive-lost-none = {""}
archive-no-groups = 还没有绑定的群，没有可存的内容。
archive-hours = { $hours } 小时 { $minutes } 分
archive-minutes = { $minutes } 分
archive-gap-removed = 机器人不在群里
archive-gap-not-reading = 不是管理员且隐私模式开着，读不到
archive-gap-unbound = 未绑定
archive-gap-downtime = 停机超过 24 小时
archive-updates = 更新编号：收到 { $seen } 条，缺 { $missing } 条（{ $since } 起，分不清属于哪个群）
archive-delays = 停机 { $times } 次共 { $time }，消息已补收
archive-chain = 校验链：已封 { $sealed } 条，待封 { $waiting } 条，期满清除 { $erased } 条；链头 { $head }
archive-check-whole = 全量校验：{ $at }，{ $result }
archive-check-part = 抽样校验：{ $at }，{ $records } 条，{ $result }
archive-check-none = 还没有校验过，每天 05:20 全量、12:50 抽样。
archive-check-held = 完好
archive-check-broken = ⚠️ 第 { $position } 条有问题（{ $problem }）
archive-holds = 法定保留：{ $count } 项，/hold 查看
archive-blind = 覆盖率按时间算，不按条数。成员自己删除的消息、其他机器人的消息，机器人看不到。
archive-card-title = 存档覆盖率：最低 { $percent }%
archive-card-kicker = 近 30 天，按时间
archive-card-note = 缺 { $time }：{ $cause }
archive-card-foot = 成员自己删除的消息、其他机器人的消息看不到

archive-export-usage = 写法：/archive export 2026-11-01 2026-11-30 [群编号]
archive-export-large = 共 { $count } 条，超过聊天里能发的量。请在服务器上运行：
archive-export-command = <code>{ $command }</code>
archive-export-caption = 存档导出 { $first } 至 { $last }，{ $count } 条。校验：解压后运行 bell archive check 文件夹
error-archive-private = 导出含成员的发言，只在私聊里给。
error-archive-day-unreadable = 「{ $received }」不是日期。起止日期写作 2026-11-20，例：/archive export 2026-11-01 2026-11-30
error-archive-group-unknown = 没有编号为 { $received } 的群。用 /archive 可以看到已有的群。

## /hold

hold-usage =
    写法：/hold add 谁 [起..止] 原因
    谁：@用户名、成员编号、群编号（负数）或 all
    例：/hold add @lin 2026-01-01..2026-06-30 监管问询 12 号
    查看：/hold list　解除：/hold release 编号
hold-placed = 已登记法定保留 { $number }，立即生效。
hold-line = { $number } · { $scope } · { $period }：{ $reason }（{ $at } 登记）
hold-list = <b>法定保留</b>
hold-none = 没有生效中的法定保留。
hold-scope-all = 全部
hold-scope-group = 群 { $title }
hold-scope-member = 成员 { $name }（{ $id }）
hold-period-all = 不限时间
hold-period = { $first } 至 { $last }
hold-open-end = 至今
hold-open-start = 最早
hold-release-asked = 已申请解除法定保留 { $number }，须由另一位合规或负责人确认。
hold-released = 已解除法定保留 { $number }。期满的内容会在下一次清理时清除。
hold-stays = 法定保留 { $number } 继续有效。
alert-hold-release =
    有人申请解除法定保留 { $number }（{ $who }）：
    { $hold }
button-hold-confirm = 确认解除 { $number }
button-hold-keep = 继续保留
error-hold-unreadable = 没看懂要保留什么。写法：/hold add 谁 [起..止] 原因，谁是 @用户名、编号或 all，日期写作 2026-11-20。
error-hold-reason-missing = 法定保留要写明原因，例如：/hold add @lin 监管问询 12 号。
error-hold-period-reversed = 时间写反了：收到 { $first } 至 { $last }，止日须不早于起日。
error-hold-unknown = 没有生效中的法定保留 { $received }。用 /hold list 查看。
error-hold-alone = 法定保留 { $hold } 的解除须由两个人完成：先用 /hold release 申请，再由另一位确认。
