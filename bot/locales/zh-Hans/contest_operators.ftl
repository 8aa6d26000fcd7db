# 模拟赛的运营一侧：规则检查、开赛到结束、作废与更正、发奖。

## 规则里的问题

contest-problem-starts-in-past = 开始日{ $day }已经过去。今天是{ $today }，最早可以从今天开始。
contest-problem-ends-before-start = 结束日{ $day }早于开始日{ $first }。结束日可以是{ $first }或更晚。
contest-problem-too-long = 赛程共 { $days } 天，太长了。最长可以是 { $most } 天。
contest-problem-late-entry = 报名截止日{ $day }不在赛程内。可以是{ $first }到{ $last }之间的一天。
contest-problem-uncovered = 交易日历还没有{ $day }：只知道到{ $until }。请换一天，或先用 /calendar 录入新一年的休市表。
contest-problem-no-trading = { $day }休市。最近的交易日是{ $before }和{ $after }。
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
error-contest-rules-agreed = 已有 { $count } 人按现在的规则报名了「{ $title }」，现在只能改名称。一定要改规则，请先用 /contest cancel 取消，再用 /contest duplicate 复制一场。
error-contest-title-length = 名称要写 { $least } 到 { $most } 个字，现在是 { $length } 个字。
error-contest-not-over = 「{ $title }」的最后一个交易日是{ $last }，收市后才能结束。要提前终止，请用 /contest cancel，由两位运营确认。
error-contest-too-late = 「{ $title }」的结束日{ $last }已经过去，不能再开赛。请改日期，或复制一场新的。
error-contest-reason-needed = 原因要写 { $least } 到 { $most } 个字，现在是 { $length } 个字。请写清楚再发一次。
error-contest-decision-unknown = 找不到这件待确认的事，请重新提出。
error-contest-order-gone = 没有编号 { $received } 的模拟委托。编号在 /orders 和成交记录里。
error-contest-already-voided = 委托 { NUMBER($order, useGrouping: 0) } 之前已经作废，没有重复处理。
error-contest-nothing-to-void = 委托 { NUMBER($order, useGrouping: 0) } 没有成交，也不在等待，没有可以作废的内容。
error-contest-void-impossible =
    { $side ->
        [buy] 委托 { NUMBER($order, useGrouping: 0) } 作废不了：{ $name } 买入的模拟持仓已经卖出或挂单卖出，收不回来。可以驳回这件事，改用 /contest correct 更正现金。
       *[sell] 委托 { NUMBER($order, useGrouping: 0) } 作废不了：{ $name } 卖出得到的模拟资金已经用掉，收不回来。可以驳回这件事，改用 /contest correct 更正现金。
    }
error-contest-void-after-ex-day = 委托 { NUMBER($order, useGrouping: 0) } 作废不了：{ $share } 在成交以后已经除权除息（{ $day }），股数和成本都变了，退不回原样。请改用 /contest correct 更正现金。
error-contest-correction-overdrawn = 扣不了这么多：{ $name } 可用的模拟资金只有 { $available }。可以驳回这件事，按可用金额重新提出。
error-contest-correction-amount = 更正金额「{ $received }」不对。请写上正负号，最多两位小数，如 +100.00 或 -50，最多 { $most }。
error-contest-not-in = { $name } 没有参加「{ $title }」。
error-contest-not-awardable = 「{ $title }」还没有结束，结束以后才能发奖。
error-contest-nothing-to-award = 「{ $title }」没有要发的奖励：都已发放，或没有人达到条件。
error-contest-award-waits = 「{ $title }」的奖励已经在等另一位运营确认，请到运营群处理。
error-contest-usage =
    { $command ->
        [correct] 开赛前：/contest correct 3。开赛后更正现金：/contest correct 3 @用户名 +100.00 原因
        [void] 写法：/contest void 委托编号 原因
        [cancel] 写法：/contest cancel 3 原因
        [action] 写法：/contest action 600519 2026-12-01 cash=0.5 ratio=0.3 pay=2026-12-05
        [release] 写法：/contest release 3 600519，后面可加参考价；是分红送转就加 cash=0.5 ratio=0.3 pay=2026-12-05
       *[other] 写法：/contest { $command } 3。3 是模拟赛的编号，在 /contest 里看。
    }
error-contest-action-unreadable = 看不懂「{ $received }」。请这样写：/contest action 600519 2026-12-01 cash=0.5 ratio=0.3 pay=2026-12-05。cash 是每股现金，ratio 是每股送转的股数。
error-contest-share-unknown = 「{ $received }」不是股票代码。请写成 600519、00700.HK 或 AAPL 这样。
error-contest-action-gone = 这一条撤不了：除权日已到、已经用上，或不是人工录入的。

error-form-day = 看不懂「{ $received }」。日期可以写成 2026-12-01、12月1日、明天或下周一。
error-form-day-impossible = 日历上没有「{ $received }」这一天。请换一天，如 12月1日。
error-form-amount = 「{ $received }」不是金额。可以写 1000000、100万 或 一百万，最多 { $places } 位小数。
error-form-percent = 「{ $received }」不是百分比。可以写 30、30% 或 三成。
error-form-symbols = 这 { $count } 个写法不是本市场的股票：{ $received }。请写代码，用空格隔开，如 600519 000001；不限就写「不限」。
error-form-bands = 看不懂「{ $received }」。请写成 1-3 50, 4-10 20：名次在前，积分在后；不要名次奖就写「无」。

## 给层级群的通知

contest-note-open =
    <b>模拟赛「{ $title }」开始报名</b>
    赛程{ $first }到{ $last }，{ $late }当天及以前都可以加入
    用的是模拟资金。规则和报名在私聊里发送 /contest
contest-note-paused =
    <b>模拟赛「{ $title }」暂停</b>
    因故暂停：不接新的模拟委托，已有的委托也不成交。恢复时会在这里通知。
contest-note-resumed = 模拟赛「{ $title }」已恢复，可以继续模拟买卖。暂停期间的集合竞价不再补；当天的委托，收市前都还有效。
contest-note-cancelled =
    <b>模拟赛「{ $title }」已取消</b>
    原因：{ $reason }
    本场不计名次，也不发奖励。模拟资金与真实账户无关。
contest-note-cancelled-bare =
    <b>模拟赛「{ $title }」已取消</b>
    本场不计名次，也不发奖励。模拟资金与真实账户无关。

## 运营看的列表、状态与帮助

staff-contests-none = 还没有模拟赛。用 /contest new 新建一场。
staff-contests-help = 全程模拟资金。运营命令：/contest help
staff-contest-row = { NUMBER($number, useGrouping: 0) } 号 { $state }{ $title } · { $first }至{ $last } · { $count } 人
staff-status-head = <b>{ $title }</b>（{ NUMBER($number, useGrouping: 0) } 号）{ $state }
staff-status-unopened = 还没有开过市，开始日{ $first }
staff-status-closed = 第 { $number } 个交易日 { $day }已收市
staff-status-open =
    { $auctions ->
        [both] 第 { $number } 个交易日 { $day }：开盘、收盘集合竞价都已完成
        [opening] 第 { $number } 个交易日 { $day }：开盘集合竞价已完成
       *[none] 第 { $number } 个交易日 { $day }：已开市，集合竞价还没有进行
    }
staff-status-people = { $count } 人参加，{ $orders } 笔模拟委托在等成交
staff-status-frozen = ⚠️ { $code } 冻结：推算 { $expected }，行情 { $received }。核对后用 /contest release { $number } { $code }
staff-status-more-frozen = 另有 { $count } 只冻结
staff-status-waits = 待第二人确认 { $decisions } 件，待答复的异议 { $disputes } 件
staff-status-award = 看名单和发奖：/contest award { NUMBER($number, useGrouping: 0) }
staff-status-sealed = { $day }的记录校验码：<code>{ $head }</code>
button-staff-card = 规则卡与报名
button-staff-form = 打开表单
button-staff-start = 现在开赛…
button-staff-pause = 暂停…
button-staff-resume = 恢复…
staff-unknown = 没有「{ $received }」这个子命令。
staff-help =
    <b>模拟赛 · 运营命令</b>（3 换成 /contest 里的编号）
    /contest new：填表新建；/contest duplicate 3：复制一场
    /contest status 3：进行到哪里，有什么在等
    /contest correct 3：开赛前改表单
    /contest start 3：立即开赛。不用这一步也会在开始日开盘前自动开
    /contest pause 3、/contest resume 3：暂停、恢复，并通知层级群
    /contest cancel 3 原因：取消；开赛后要两人
    /contest finish 3：结束。最后一天收市后会自动结束
    /contest award 3：看名单并发奖；超过一天的额度要两人
    /contest correct 3 @用户名 +100.00 原因：更正模拟资金，要两人
    /contest void 委托编号 原因：作废一笔委托，要两人
    /contest action 600519 2026-12-01 cash=0.5 ratio=0.3 pay=2026-12-05：录入除权派息
    /contest release 3 600519：解除冻结，可加参考价，或加 cash=0.5 ratio=0.3 pay=2026-12-05

## 新建模拟赛的表单

form-title = { $day }开始的模拟赛
form-head = <b>新建模拟赛 { NUMBER($number, useGrouping: 0) }</b>（草稿，重启不会丢）
form-problems-short = 公布以前还有 { $count } 处要改，写在表单下面。
form-problems = ⚠️ 公布以前还有 { $count } 处要改：
form-line = { $label }：{ $value }
form-day = { $day }
form-money = { $amount } { $currency }（模拟）
form-round-money = { $amount } { $currency }
form-points = { $points } 分
form-notes = 至少 { $days } 天
form-none = 无
form-unlimited = 不限
form-universe-all = 所选板块全部
form-universe = { $count } 只：{ $codes }
form-prize = { $label } { $value }
form-and = { $first } · { $then }
form-fill-next-auction = 下一次集合竞价
form-fill-live = 盘中实时
form-rank-composite = 综合分
form-rank-return = 收益率
form-suitability-yes = 要先答适当性问题
form-suitability-no = 不要求
form-choice = { $label }
form-choice-on = ✓ { $label }
contest-field-title = 名称
contest-field-first = 开始日
contest-field-last = 结束日
contest-field-late = 报名截止
contest-field-market = 市场
contest-field-capital = 模拟本金
contest-field-boards = 板块
contest-field-universe = 标的范围
contest-field-fill = 成交方式
contest-field-cap = 单一标的上限
contest-field-floor = 最低股价
contest-field-volume = 成交量占比
contest-field-tiers = 可参加的层级
contest-field-suitability = 适当性
contest-field-rank = 排名依据
contest-field-prizes = 奖励
contest-field-finishing = 完赛
contest-field-journal = 交易笔记
contest-field-notes = 笔记天数
contest-field-spread = 分散持有
contest-field-bands = 名次
form-prizes-head = <b>奖励（积分，结束后发放）</b>
form-prizes-note = 名次奖只给完赛并且写够笔记的人，最高一档不能超过前三项之和。工作人员不参与。
form-ask-title = 直接发一条消息写名称，2 到 40 个字。
form-ask-first = 直接发一条消息写开始日，如 2026-12-01、12月1日 或 下周一。
form-ask-last = 直接发一条消息写结束日，如 2026-12-25 或 12月25日。
form-ask-late = 直接发一条消息写报名截止日，开赛后到这一天都可以加入。
form-ask-market = 选一个市场。换市场后，板块和标的会重新设定，日期按新市场的交易日安排。
form-ask-capital = 选一个，或直接发一条消息，如 50万。可以是 10,000 到 100,000,000。
form-ask-boards = 点一下选上，再点一下取消。
form-ask-universe = 直接发一条消息写股票代码，用空格隔开，如 600519 000001；不限就选下面的按钮。
form-ask-fill = 「下一次集合竞价」按下单后的第一次开盘或收盘集合竞价成交，延迟行情下对所有人公平。「盘中实时」按下单后第一笔够新的报价成交。
form-ask-cap = 买入后单一标的最多占总资产多少。选一个，或直接发一条消息，5% 到 100%。
form-ask-floor = 前收盘价低于它的股票不能买。选一个，或直接发一条消息，如 2.5。
form-ask-volume = 一次报价之间，一个账户最多占成交量的多少；只用于盘中实时。选一个，或直接发一条消息，如 15。
form-ask-tiers = 点一下选上，再点一下取消。只有所选层级群的成员可以参加。
form-ask-suitability = 是否要先回答适当性问题才能参加？
form-ask-rank = 「综合分」看收益在参赛者中的位置，再减去回撤和集中度；每一项都公布。「收益率」只看收益。
form-ask-finishing = 坚持到最后一个收盘日的每人多少积分？直接发一条消息写数字；不发就写「无」。
form-ask-journal = 写够交易笔记的每人多少积分？直接发一条消息写数字；不发就写「无」。
form-ask-notes = 至少在几个不同的日子写了笔记才算写够？直接发一条消息写数字。
form-ask-spread = 持有足够分散的每人多少积分？直接发一条消息写数字；不发就写「无」。
form-ask-bands = 直接发一条消息写名次和积分，如 1-3 50, 4-10 20；不要名次奖就写「无」。
form-created = ✅ 模拟赛 { NUMBER($number, useGrouping: 0) } 已创建，成员将看到这张规则卡。公布后才能报名，开赛前仍可修改。
button-form-back = 返回表单
button-form-more = 继续修改
button-contest-create = 创建
button-contest-announce = 公布报名
button-contest-discard = 丢弃这场模拟赛
contest-announced = ✅ 「{ $title }」开始报名，通知已发往可参加的层级群。{ $first }开盘前自动开赛；编号 { NUMBER($number, useGrouping: 0) }。

## 开赛、暂停、恢复、结束、取消

contest-sure-start = 现在开赛「{ $title }」？已报名 { $count } 人。开赛后规则固定并公布校验码，除名称外都不能再改。
contest-sure-pause = 暂停「{ $title }」？{ $count } 人的模拟委托和计时都会停下，并通知它的层级群。
contest-sure-resume = 恢复「{ $title }」？{ $count } 人的模拟委托和计时继续，并通知它的层级群。
contest-sure-finish = 结束「{ $title }」？{ $count } 人的名次就此确定，不能再模拟买卖，之后可以发奖。这一步不能撤销。
contest-sure-discard = 丢弃「{ $title }」？已报名的 { $count } 人不再参加；公布过的会通知层级群。这一步不能撤销。
contest-discard-reason = 运营决定不举办
button-sure-start = 确认开赛，固定规则
button-sure-pause = 确认暂停
button-sure-resume = 确认恢复
button-sure-finish = 确认结束，确定名次
button-sure-discard = 确认丢弃
contest-done-start = ✅ 「{ $title }」已开赛，规则已固定。校验码 { $hash }…，编号 { NUMBER($number, useGrouping: 0) }。
contest-done-pause = 「{ $title }」已暂停，层级群已通知。恢复用 /contest resume { NUMBER($number, useGrouping: 0) }。
contest-done-resume = ✅ 「{ $title }」已恢复，层级群已通知。编号 { NUMBER($number, useGrouping: 0) }。
contest-done-finish = ✅ 「{ $title }」已结束，名次已确定。发奖用 /contest award { NUMBER($number, useGrouping: 0) }。
contest-done-discard = 「{ $title }」已丢弃。编号 { NUMBER($number, useGrouping: 0) }。
contest-stays = 保持原样，没有改动。
contest-sure-cancel = 确定取消「{ $title }」？已报名的 { $count } 人不再参加，层级群会收到通知和原因，不能恢复。
button-sure-cancel = 确定取消这场模拟赛
contest-cancelled = 「{ $title }」已取消，层级群已通知。报名的 { $count } 人不再参加。
contest-cancelled-draft = 草稿「{ $title }」已取消。它没有公布过，没有通知任何人。

## 两人确认

contest-lines = { $lines }
decision-void = <b>待第二人确认：作废一笔模拟委托</b>（「{ $title }」，编号 { NUMBER($id, useGrouping: 0) }）
decision-correct = <b>待第二人确认：更正模拟资金</b>（「{ $title }」，编号 { NUMBER($id, useGrouping: 0) }）
decision-cancel = <b>待第二人确认：提前终止「{ $title }」</b>（编号 { NUMBER($id, useGrouping: 0) }）。确认后不计名次、不发奖励，并通知层级群，不能撤销。
decision-award = <b>待第二人确认：发放「{ $title }」的奖励</b>（编号 { NUMBER($id, useGrouping: 0) }）：{ $count } 人，共 { $points } 分
decision-member = 成员：{ $name }（{ $id }）
decision-order-limit =
    { $side ->
        [buy] 委托 { $order }：模拟买入 { $name } { $symbol } { $quantity } 股，限价 { $limit }，已成交 { $filled } 股，{ $at }提交
       *[sell] 委托 { $order }：模拟卖出 { $name } { $symbol } { $quantity } 股，限价 { $limit }，已成交 { $filled } 股，{ $at }提交
    }
decision-order-market =
    { $side ->
        [buy] 委托 { $order }：模拟买入 { $name } { $symbol } { $quantity } 股，市价，已成交 { $filled } 股，{ $at }提交
       *[sell] 委托 { $order }：模拟卖出 { $name } { $symbol } { $quantity } 股，市价，已成交 { $filled } 股，{ $at }提交
    }
decision-fill =
    成交 { $fill }：{ $quantity } 股，价格 { $price }，{ $at }成交
    所用行情：{ $source }，{ $quoted }，延迟 { $delay } 分钟
decision-more-fills = 另有 { $count } 笔成交
decision-correction =
    { $sign ->
        [plus] 给 { $name }（{ $member }）加上模拟资金 { $amount } { $currency }
       *[minus] 从 { $name }（{ $member }）扣掉模拟资金 { $amount } { $currency }
    }
decision-reason = 原因：{ $reason }
decision-waits = 申请人：{ $asker }。{ $hours } 小时内不处理就作废。申请人和当事人都不能确认。
decision-asked = 已请另一位运营在运营群确认，{ $hours } 小时内有效。
decision-confirmed = ✅ { $who } 于 { $at } 确认，已经执行。
decision-rejected = 已由 { $who } 于 { $at } 驳回，没有改动。
button-decision-void-order = 确认作废这笔委托
button-decision-correct-cash = 确认更正模拟资金
button-decision-cancel-contest = 确认终止，不计名次
button-decision-award-prizes = 确认发放奖励
button-decision-reject = 驳回
receipt-void =
    { $sign ->
        [plus] 模拟赛「{ $title }」：你的委托 { $order }（{ $name }）已由两位运营作废，模拟资金退回 { $amount } { $currency }。原因：{ $reason }
       *[minus] 模拟赛「{ $title }」：你的委托 { $order }（{ $name }）已由两位运营作废，模拟资金收回 { $amount } { $currency }，卖出的股份已还回模拟持仓。原因：{ $reason }
    }
receipt-void-bare =
    { $sign ->
        [plus] 模拟赛「{ $title }」：你的委托 { $order }（{ $name }）已由两位运营作废，模拟资金退回 { $amount } { $currency }。有疑问请直接问运营。
       *[minus] 模拟赛「{ $title }」：你的委托 { $order }（{ $name }）已由两位运营作废，模拟资金收回 { $amount } { $currency }，卖出的股份已还回模拟持仓。有疑问请直接问运营。
    }
receipt-correct =
    { $sign ->
        [plus] 模拟赛「{ $title }」：两位运营给你补上模拟资金 { $amount } { $currency }。原因：{ $reason }
       *[minus] 模拟赛「{ $title }」：两位运营扣掉你多算的模拟资金 { $amount } { $currency }。原因：{ $reason }
    }
receipt-correct-bare =
    { $sign ->
        [plus] 模拟赛「{ $title }」：两位运营给你补上模拟资金 { $amount } { $currency }。有疑问请直接问运营。
       *[minus] 模拟赛「{ $title }」：两位运营扣掉你多算的模拟资金 { $amount } { $currency }。有疑问请直接问运营。
    }

## 除权派息与冻结

action-preview = <b>录入除权派息：{ $code }，除权日 { $day }</b>
action-entered = ✅ 已录入：{ $code }，除权日 { $day }。除权日之前可以撤回。
action-entered-late = 已录入：{ $code }，除权日 { $day }。
action-when = 除权日开市时，所有进行中的模拟赛都按它计算；除权日之前可以撤回。
action-late = ⚠️ 除权日已到：今天已开市的模拟赛不会补上，录入后也不能撤回。股票已被冻结的，请改用 /contest release 附上派现和送转。
action-cash = 每股派现 { $cash }
action-pay = 派息日 { $day }
action-ratio = 每股送转（或拆合）{ $ratio } 股
action-withdrawn = 已撤回 { $code } 在{ $day }的除权派息。
button-action-enter = 确认录入
button-action-undo = 撤回这条录入
release-preview = <b>解除冻结 { $code }</b>（「{ $title }」）：我们推算 { $expected }，行情给出 { $received }
release-action = 按除权派息处理：{ $code }，除权日 { $day }
release-holders = 现在持有它的 { $count } 人：除权日前一天持有的，会得到这次派现和送转；它的未成交模拟委托全部结束
release-plain = 按价格变化处理，不派现、不送转；现在有 { $count } 人持有
release-from = 从参考价 { $price } 继续，当日涨跌停随之重算。这一步不能撤销。
release-misfit = ⚠️ 按这次派现和送转推算是 { $expected }，与参考价对不上，请先核对公告
button-release = 确认按 { $price } 恢复买卖
release-done = ✅ { $code } 已解除冻结，参考价 { $price }。
release-done-action = ✅ { $code } 已解除冻结，参考价 { $price }，派现和送转已计入。

## 发奖

contest-award-head = <b>「{ $title }」的奖励</b>
contest-award-row = { $name }：{ $points } 分（{ $parts }）
contest-award-row-given = { $name }：{ $points } 分（{ $parts }）· 已发
contest-award-more = 另有 { $count } 人
contest-award-total = 待发 { $count } 人，共 { $points } 分。工作人员不在其中。
contest-award-all-given = 都已发放，没有要再发的。
contest-award-nobody = 「{ $title }」没有人达到发奖条件。
contest-award-reason = 按规则卡发放奖励
contest-award-done = ✅ 「{ $title }」的奖励已发给 { $count } 人，共 { $points } 分，每人都收到了私聊通知。
contest-award-waits = 「{ $title }」的奖励共 { $points } 分，超出一位运营一天的额度（{ $cap } 分，今天已用 { $used } 分），已请另一位运营在运营群确认。
button-contest-award = 发给 { $count } 人，共 { $points } 分
receipt-prize = <b>模拟赛「{ $title }」的奖励到了：+{ $points } 积分</b>，现在余额 { $balance }，明细见 /points
prize-finishing = 完赛 +{ $points }
prize-journal = 交易笔记 +{ $points }
prize-diversification = 分散持有 +{ $points }
prize-band = 名次 +{ $points }
