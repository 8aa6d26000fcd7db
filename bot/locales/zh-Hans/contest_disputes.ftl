# 成员对模拟成交提出异议，运营或合规答复。

help-dispute = 模拟成交有异议：/dispute 12.1 说明
start-dispute = 对模拟成交有疑问？发送 /dispute 看进度，或在 /fills 里点那一笔。
dispute-in-private = 异议在私聊里说，只有你和运营看得到。
disputes-head = <b>我的异议</b>
disputes-none = 你还没有提出过异议。
disputes-how = 觉得某笔模拟成交不对，在 /fills 里点那一笔的「异议」，或发送 /dispute 成交编号 说明。
dispute-row = { NUMBER($number, useGrouping: 0) } 号 · 成交 { $fill } · { $state }
dispute-answer = 答复：{ $answer }
dispute-state-open = 处理中
dispute-state-upheld = 已作废这笔成交
dispute-state-rejected = 维持原成交
dispute-ask-reason = 哪里不对？直接发一条消息说明，4 到 500 个字。运营会看到所用的行情，并给你答复。
dispute-stopped = 好的，没有提出异议。
dispute-opened = 已收到，{ NUMBER($number, useGrouping: 0) } 号异议（成交 { $fill }）{ $state }。答复会私聊告诉你，进度见 /dispute。
dispute-known = 这笔成交（{ $fill }）已经有 { NUMBER($number, useGrouping: 0) } 号异议，{ $state }。一笔成交只立一次案，进度见 /dispute。
button-dispute-stop = 不提了

dispute-card = <b>{ NUMBER($number, useGrouping: 0) } 号异议</b>（模拟赛「{ $title }」）
dispute-text = 说明：{ $text }
dispute-limits = 当日涨停 { $upper }，跌停 { $lower }
dispute-no-limits = 这条行情没有涨跌停价
dispute-rule =
    { $model ->
        [live] 规则：盘中实时。下单之后第一笔够新的报价（{ $seconds } 秒以内）碰到限价就成交，价格取那一笔。
       *[next-auction] 规则：下一次集合竞价。下单之后的第一次开盘或收盘集合竞价成交，价格取竞价结果，下单时看到的价格不算。
    }
button-dispute-keep = 维持原成交
button-dispute-undo = 作废这笔委托（需两人）
dispute-ask-keep = 维持 { NUMBER($number, useGrouping: 0) } 号异议的原成交：直接发一条消息写给成员的答复，2 到 500 个字。
dispute-ask-undo = 作废 { NUMBER($number, useGrouping: 0) } 号异议的委托：直接发一条消息写给成员的答复，2 到 200 个字。另一位运营确认后执行并告诉成员。
dispute-answer-in-private = 请到私聊里写给成员的答复，我已经在那里等你。没有看到，就先在私聊里发 /start。
dispute-kept = ✅ { NUMBER($number, useGrouping: 0) } 号异议：维持原成交，答复已发给成员。
receipt-dispute =
    { $state ->
        [upheld] 你对模拟成交 { $fill } 的异议成立，这笔委托已经作废。
       *[rejected] 你对模拟成交 { $fill } 的异议已经看过，维持原成交。
    }
    答复：{ $answer }
receipt-dispute-bare =
    { $state ->
        [upheld] 你对模拟成交 { $fill } 的异议成立，这笔委托已经作废。想了解原因，请直接问运营。
       *[rejected] 你对模拟成交 { $fill } 的异议已经看过，维持原成交。想了解原因，请直接问运营。
    }

error-dispute-fill-unknown = 你没有编号「{ $received }」的模拟成交。编号在 /fills 里，像 12.1。
error-dispute-unknown = 找不到这件异议。
error-dispute-decided = { NUMBER($number, useGrouping: 0) } 号异议已经处理过，没有改动。
error-dispute-too-late = 「{ $title }」现在不能再提异议：只在进行中受理。有疑问请直接问运营。
error-dispute-own = 这是你自己提的异议，要由别人处理。
