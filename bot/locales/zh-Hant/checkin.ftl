# Checking in, the question of the day, the repair of a missed day.

checkin-done-trading = ✅ 簽到成功 · 連續第 { $streak } 個交易日
checkin-done-resting =
    { $streak ->
        [0] ✅ 簽到成功 · 今天休市，連續簽到從下個交易日算起
       *[other] ✅ 簽到成功 · 今天休市，連續 { $streak } 個交易日不變
    }
checkin-done-unknown =
    { $streak ->
        [0] ✅ 簽到成功 · 交易日曆還沒更新到今天，這次不計入連續
       *[other] ✅ 簽到成功 · 交易日曆還沒更新到今天，連續 { $streak } 個交易日先保留
    }

checkin-earned = 積分 +{ $points }，答對今日一題再得 +{ $right }
checkin-earned-all = 積分 +{ $points }
checkin-earned-short =
    { $points ->
        [0] 今天的積分已經領滿
       *[other] 積分 +{ $points }（今天的積分領滿了）
    }
checkin-balance = 餘額 { $balance } · Lv.{ $level }，距 Lv.{ $next } 還差 { $missing }
checkin-balance-top = 餘額 { $balance } · Lv.{ $level }，已是最高等級
checkin-earned-and-wallet = { $earned } · { $wallet }
checkin-milestone = 連續滿 { $streak } 個交易日，獎勵 +{ $points } 已經算在裡面
checkin-freeze-held = 又堅持了 10 個交易日，手上有 { $held } 張補簽卡（最多 { $most } 張），漏簽時自動用上

checkin-already = 今天已經簽到了（{ $at }）。下一次：{ $when ->
        [today] 今天
       *[tomorrow] 明天
    } { $next } 以後。

checkin-question-daily = 今日一題：{ $text }
checkin-question-repair = 補簽題：{ $text }
checkin-question-second-repair = 補簽題（第二題）：{ $text }
checkin-option = { $text }
checkin-answer-right = 答對了：{ $right }
checkin-answer-wrong = 選的是「{ $chosen }」，正確答案是「{ $right }」
checkin-explanation = { $text }

checkin-note-right =
    { $points ->
        [0] 答對了
       *[other] 答對了，積分 +{ $points }
    }
checkin-note-wrong =
    { $points ->
        [0] 這次沒答對，解釋在訊息裡
       *[other] 這次沒答對，看看解釋也有收穫：積分 +{ $points }
    }
checkin-note-again = 這題已經答過了，以第一次的選擇為準。
checkin-note-repaired = 答對了，連續簽到接上了
checkin-note-not-repaired = 這次沒答對，解釋在訊息裡

checkin-repair-offer = { $day }漏簽了：今天答對一題，之前的連續 { $streak } 個交易日就能接上
checkin-repair-offer-second = 知識闖關已經過關，{ $day }的補簽還能再答一題，答對就接上之前的連續 { $streak } 個交易日
checkin-repair-head = 答題補簽 · { $day }
checkin-repair-rule = 答對就接上之前的連續 { $streak } 個交易日。只有一次機會，{ $until } 前有效。
checkin-repaired = ✅ 補簽成功 · 連續 { $streak } 個交易日
checkin-not-repaired-yet = 這題沒答對，還有一次機會。
checkin-not-repaired =
    { $streak ->
        [0] 這次沒補上，沒關係，下個交易日重新開始。最長紀錄一直留著。
       *[other] 這次沒補上，沒關係，現在是連續第 { $streak } 個交易日。最長紀錄一直留著。
    }
button-repair = 答題補簽

checkin-freeze-used = { $day }沒有簽到，已自動用掉 1 張補簽卡，連續 { $streak } 個交易日保住了。還剩 { $left } 張。
checkin-freeze-used-two = { $first }和{ $last }沒有簽到，已自動用掉 2 張補簽卡，連續 { $streak } 個交易日保住了。還剩 { $left } 張。
checkin-freeze-not-enough = 前幾個交易日沒有簽到，{ $used } 張補簽卡都用上了，還是差一點，連續 { $streak } 個交易日到此為止。最長紀錄一直留著，連續滿 10 個交易日又會得到一張補簽卡。

help-checkin = 簽到領積分，順便答一道投資小題

error-question-not-yours = 這道題是出給別人的。發一句「簽到」，領自己的一題。
error-question-not-put = 這道題已經更新了。再發一次「簽到」，就能拿到新題。
error-question-expired =
    { $purpose ->
        [repair] 補簽的時間過了：漏簽那天結束後的 24 小時內有效。
       *[daily] 這道題只在當天有效。發一句「簽到」，看今天的題。
    }
error-repair-nothing = 沒有需要補簽的日子。
error-repair-too-late = { $day }補不了了：漏簽那天結束後的 24 小時內才能補簽。
error-repair-tried = { $day }的補簽機會已經用完了。知識闖關（/quiz）過了關，以後補簽能多答一題。
error-unknown-question = 找不到題目「{ $question }」。
