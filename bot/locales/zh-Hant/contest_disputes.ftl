# 成員對模擬成交提出異議，營運或合規答覆。

help-dispute = 模擬成交有異議：/dispute 12.1 說明
start-dispute = 對模擬成交有疑問？發送 /dispute 看進度，或在 /fills 裡點那一筆。
dispute-in-private = 異議在私訊裡說，只有你和營運看得到。
disputes-head = <b>我的異議</b>
disputes-none = 你還沒有提出過異議。
disputes-how = 覺得某筆模擬成交不對，在 /fills 裡點那一筆的「異議」，或發送 /dispute 成交編號 說明。
dispute-row = { NUMBER($number, useGrouping: 0) } 號 · 成交 { $fill } · { $state }
dispute-answer = 答覆：{ $answer }
dispute-state-open = 處理中
dispute-state-upheld = 已作廢這筆成交
dispute-state-rejected = 維持原成交
dispute-ask-reason = 哪裡不對？直接發一條訊息說明，4 到 500 個字。營運會看到所用的行情，並給你答覆。
dispute-stopped = 好的，沒有提出異議。
dispute-opened = 已收到，{ NUMBER($number, useGrouping: 0) } 號異議（成交 { $fill }）{ $state }。答覆會私訊告訴你，進度見 /dispute。
dispute-known = 這筆成交（{ $fill }）已經有 { NUMBER($number, useGrouping: 0) } 號異議，{ $state }。一筆成交只立一次案，進度見 /dispute。
button-dispute-stop = 不提了

dispute-card = <b>{ NUMBER($number, useGrouping: 0) } 號異議</b>（模擬賽「{ $title }」）
dispute-text = 說明：{ $text }
dispute-limits = 當日漲停 { $upper }，跌停 { $lower }
dispute-no-limits = 這條行情沒有漲跌停價
dispute-rule =
    { $model ->
        [live] 規則：盤中即時。下單之後第一筆夠新的報價（{ $seconds } 秒以內）碰到限價就成交，價格取那一筆。
       *[next-auction] 規則：下一次集合競價。下單之後的第一次開盤或收盤集合競價成交，價格取競價結果，下單時看到的價格不算。
    }
button-dispute-keep = 維持原成交
button-dispute-undo = 作廢這筆委託（需兩人）
dispute-ask-keep = 維持 { NUMBER($number, useGrouping: 0) } 號異議的原成交：直接發一條訊息寫給成員的答覆，2 到 500 個字。
dispute-ask-undo = 作廢 { NUMBER($number, useGrouping: 0) } 號異議的委託：直接發一條訊息寫給成員的答覆，2 到 200 個字。另一位營運確認後執行並告訴成員。
dispute-answer-in-private = 請到私訊裡寫給成員的答覆，我已經在那裡等你。沒有看到，就先在私訊裡發 /start。
dispute-kept = ✅ { NUMBER($number, useGrouping: 0) } 號異議：維持原成交，答覆已發給成員。
receipt-dispute =
    { $state ->
        [upheld] 你對模擬成交 { $fill } 的異議成立，這筆委託已經作廢。
       *[rejected] 你對模擬成交 { $fill } 的異議已經看過，維持原成交。
    }
    答覆：{ $answer }
receipt-dispute-bare =
    { $state ->
        [upheld] 你對模擬成交 { $fill } 的異議成立，這筆委託已經作廢。想了解原因，請直接問營運。
       *[rejected] 你對模擬成交 { $fill } 的異議已經看過，維持原成交。想了解原因，請直接問營運。
    }

error-dispute-fill-unknown = 你沒有編號「{ $received }」的模擬成交。編號在 /fills 裡，像 12.1。
error-dispute-unknown = 找不到這件異議。
error-dispute-decided = { NUMBER($number, useGrouping: 0) } 號異議已經處理過，沒有改動。
error-dispute-too-late = 「{ $title }」現在不能再提異議：只在進行中受理。有疑問請直接問營運。
error-dispute-own = 這是你自己提的異議，要由別人處理。
