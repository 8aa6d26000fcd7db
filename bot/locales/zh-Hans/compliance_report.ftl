# 合规月报
help-compliance = 合规月报：/compliance 2026-10，不写月份就是上一个月
compliance-whole = 全月
compliance-so-far = 截至现在
compliance-report = <b>合规月报 · { $month }</b>（{ $state }）
    拦下 { $held }（直接拦截 { $blocked }），人工推翻 { $overridden }；连同申诉共放行 { $released }
    处理用时：一半在 { $p50 } 内，九成在 { $p90 } 内；超时 { $overdue }，还在等 { $waiting }
    群内处置 { $acted }（撤销 { $undone }），申诉 { $appeals }（成立 { $granted }）
    简报准时 { $on_time }/{ $copies }，晚 { $late }，没到 { $missed }；仅数据版 { $bare } 份，更正 { $corrections }，撤回 { $withdrawals }
    群发 { $broadcasts }
compliance-no-time = 没有可算的
compliance-minutes = { $count } 分钟
compliance-hours = { $count } 小时
compliance-held = 拦下
compliance-overridden = 人工推翻
compliance-overdue = 超时
compliance-p90 = 九成用时
compliance-on-time = 简报准时
compliance-corrected = 更正和撤回
compliance-acted = 群内处置
compliance-appeals = 申诉成立
compliance-of = { $part }/{ $whole }
compliance-title-good = 没有一件超过 24 小时
compliance-title-overdue = 有 { $count } 件超过 24 小时
compliance-kicker = 合规月报 · { $month } · { $state }
compliance-coverage = 存档覆盖（占应存时间，低的在前）
compliance-precision = 规则准确度（人工认可/已判）
compliance-no-groups = 这个月没有绑定的群
compliance-no-rules = 这个月没有判过的
compliance-foot = 成员自己删除的消息机器人看不到，不在覆盖率里。准确度只算已有人判过的。
compliance-file = 合规月报 { $month } 的全部数字（CSV）
compliance-which = 没看懂「{ $received }」，或者那个月还没有到。这样写：/compliance 2026-10
button-compliance-file = 取文件
