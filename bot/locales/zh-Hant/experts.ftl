# 顧問台：卡片、承諾、回答、執照、週報、互助採納。

help-tickets = 顧問台的待答提問：/tickets，/tickets 12，/tickets 週報
help-expert = 顧問的執業登記，暫停或恢復計時：/expert
help-accept = 採納別人的回答：回覆那條消息發「採納」

expert-name = { $name }
expert-title = 「{ $title }」
expert-comma = { $first }、{ $second }
expert-both = { $first }和{ $second }
expert-either = { $first }，或{ $second }
expert-mention = <a href="tg://user?id={ $id }">{ $name }</a>
expert-mention-username = @{ $username }
expert-nobody = 現在沒有人
expert-everybody = 各位顧問
expert-somebody = 這位群友
expert-asker = 提問的朋友
expert-who = { $role } { $name }
expert-in-private = 私聊
expert-no-tier = 未分群
expert-at-today = 今天 { $at }
expert-at-day = { $day } { $at }
expert-scope =
    { $scope ->
        [advisory] 證券投資諮詢
        [margin] 融資融券
        [funds] 基金
        [futures] 期貨投資諮詢
        [hongkong] 港股投資諮詢
       *[other] { $scope }
    }
expert-topic =
    { $tag ->
        [account] 帳戶
        [trading] 交易規則
        [fees] 費用
        [settlement] 清算交收
        [margin] 兩融
        [funds] 基金
        [listing] 新股
        [tax] 稅
        [risk] 風險
        [contest] 模擬賽
        [points] 積分
        [security] 防騙
        [suitability] 適當性
        [hongkong] 港股
        [futures] 期貨
        [bot] 機器人
       *[other] 其他
    }

expert-card-head = ❓ <b>{ $number } 號提問</b> · { $tier } · { $topic }
expert-card-head-advice = ❓ <b>{ $number } 號提問</b> · { $tier } · { $topic } · 涉及投資建議
expert-card-who =
    { $reopened ->
        [0] { $name } · { $where } · { $at }
       *[other] { $name } · { $where } · { $at } · 第 { $reopened } 次重開
    }
expert-card-added = ＋ 補充：{ $text }
expert-card-corrected = ＋ 更正：{ $text }
expert-card-asked-back = ↩ { $name } 反問：{ $text }
expert-card-answer = 💬 { $name }：{ $text }
expert-card-asker-left = ⚠️ 提問人已離開群，改發私聊（{ $at }）
expert-card-unreachable = ⚠️ 沒能送到提問人，回答已儲存（{ $at }）
expert-card-resent = ↻ 提問人回來了，已再次發送（{ $at }）
expert-card-due = ⏱ 最晚 { $due }
expert-card-due-missed = ⏱ 已超時，應在 { $due } 前
expert-card-paused = ⏸ 等提問人回覆，從 { $at } 起不計時
expert-card-stopped = ⏸ 全台暫停計時
expert-card-no-due =
    { $advice ->
        [true] ⏱ 沒有人能接涉及投資建議的提問，還沒有承諾時間
       *[other] ⏱ 交易日曆不夠長，沒有承諾時間
    }
expert-card-open = 待接手
expert-card-before = 上次由 { $name } 回答
expert-card-claimed = { $name } 已接手
expert-card-kept = 按時
expert-card-missed = 超時
expert-card-answered =
    { $rating ->
        [0] ✅ { $name } 已回答 · { $kept }
        [1] ✅ { $name } 已回答 · { $kept } · 👎
       *[other] ✅ { $name } 已回答 · { $kept } · 👍
    }
expert-card-solved = ✅ 提問人說已解決
expert-card-closed =
    { $reason ->
        [by-asker] 提問人已關閉
        [quiet] 久無回音，已關閉
        [superseded] 已由新的提問替代
        [merged] 已併入另一條提問
        [forgotten] 提問人要求刪除
       *[other] 工作人員已關閉
    }{ $rating ->
        [0] { "" }
        [1] { " " }· 👎
       *[other] { " " }· 👍
    }
expert-card-with-bot = 機器人正在回答
expert-card-entries = 可參考：{ $titles }
expert-card-suggested = 建議：{ $experts }
expert-card-nobody =
    { $advice ->
        [true] ⚠️ 沒有人可以接：需要在有效期內的 { $needs }
       *[other] ⚠️ 沒有在崗的顧問
    }
expert-card-how = 回覆這張卡即作答；以「？」開頭是反問提問人
button-expert-claim = 接手
button-expert-release = 放回待接手
button-expert-hand = 轉給同事
button-expert-back = 反問
button-expert-close = 關閉
button-expert-sure-close = 確認關閉，不作回答
button-expert-faq = 做成知識條目
button-expert-to = { $name }（手上 { $count } 件）
expert-note-claim = 已接手。
expert-note-release = 已放回。
expert-note-sure = 已關閉。
expert-note-handed = 已轉交。
expert-note-entry = 已存為 { $number } 號草稿，等人審核。
expert-no-shelf = 知識庫沒有啟用。
expert-close-ask = { $number } 號還沒有人回答。關閉後會告訴提問人，對方可以重開。
expert-hand-ask = { $number } 號轉給誰？
expert-back-how = 在卡片下以「？」開頭回覆，或到私聊裡把要問的話發給我（30 分鐘內）。
expert-reach =
    { $how ->
        [public] 已發到群裡
        [left] 提問人已離開群，改發私聊
        [blocked] 提問人收不到私聊，回答已儲存，對方回來時再發
       *[other] 已發到私聊
    }
expert-passed =
    { $missed ->
        [true] { $number } 號：{ $reach }。這次超過了承諾時間。
       *[other] { $number } 號：{ $reach }。
    }
expert-asked-back =
    { $missed ->
        [true] { $number } 號：{ $reach }。已停止計時，但承諾時間之前已過。
       *[other] { $number } 號：{ $reach }。對方回覆前不計時。
    }

expert-ping-half = ⏱ { $name } { $number } 號提問時間過半，最晚{ $due }。
expert-ping-end = ⏱ { $name } { $number } 號提問快到時間了，最晚{ $due }。
expert-ping-missed = ⚠️ { $name } { $number } 號提問已超時（應在{ $due } 前）。已向提問人致歉，請儘快回答。
expert-ping-owners = ⚠️ { $name } { $number } 號提問應在 { $due } 前回答，到現在還沒有人回答。
expert-ping-back = { $name } 提問人回覆了，重新計時。
expert-ping-handed = { $name } { $by } 把 { $number } 號提問轉給你。
expert-ping-left = ⚠️ { $name } 已不在顧問台，{ $number } 號提問放回待接手。

expert-answer = 💬 <b>{ $who }</b>
expert-text = { $text }
expert-licence = { $scope } { $number }
expert-answer-advice = 執業登記：{ $licences }
expert-answer-how = 想補充或追問，直接回覆這條（問題 #{ $number }）
expert-ask-back = 💬 <b>{ $who }</b> 想先確認一下：
expert-ask-back-how = 直接回覆這條即可（問題 #{ $number }），等待回覆的時間不計入。
expert-new-promise =
    { $why ->
        [stop] 顧問台剛才暫停過，問題 #{ $number } 改為最晚{ $at } 回覆。
        [back] 收到。問題 #{ $number } 最晚{ $at } 回覆。
        [released] 問題 #{ $number } 換一位顧問來看，改為最晚{ $at } 回覆。
       *[other] 問題 #{ $number } 的時間定下來了：最晚{ $at } 回覆。
    }
expert-held = 顧問台臨時暫停，問題 #{ $number } 要比原來答應的時間晚。恢復後會告知新的時間。
expert-sorry =
    { $answered ->
        [true] 抱歉，問題 #{ $number } 沒有在答應您的時間內回覆，補償 { $points } 積分。回答已經在上面。
       *[other] 抱歉，問題 #{ $number } 沒有在答應您的時間內回覆，補償 { $points } 積分。我們還在處理，有了回答會馬上告訴您。
    }
expert-sorry-bare =
    { $answered ->
        [true] 抱歉，問題 #{ $number } 沒有在答應您的時間內回覆。回答已經在上面。
       *[other] 抱歉，問題 #{ $number } 沒有在答應您的時間內回覆。我們還在處理，有了回答會馬上告訴您。
    }
expert-closed =
    { $why ->
        [silent] 問題 #{ $number } 等了兩個交易日沒有收到回覆，先關閉了。想繼續就回覆這條。
       *[other] 問題 #{ $number } 由工作人員關閉，沒有另外的回答。想繼續就回覆這條。
    }
button-expert-helpful = 👍 有用
button-expert-unhelpful = 👎 沒幫上
expert-rated-good = 謝謝，已記下。
expert-rated-bad = 已記下。還沒解決就回覆這條回答，會重新打開。

expert-peer-offer = { $asker }，{ $name } 的這條回答解決了你的問題嗎？
button-expert-solved = 解決了，謝謝 { $name }
expert-peer-accepted = ✅ { $name } 的回答被採納，積分 +{ $points }
expert-peer-unpaid = ✅ { $name } 的回答被採納（{ $why }）
expert-peer-known = { $name } 的回答之前已經採納過了。
expert-unpaid-oneself = 自己的提問不計分
expert-unpaid-staff = 工作人員不計分
expert-unpaid-advice = 涉及投資建議的提問不計分
expert-unpaid-same-pair = 兩人之間 30 天內已計過兩次
expert-unpaid-daily-cap = 今天的互助積分已滿

expert-queue-empty = 顧問台沒有待答的提問。有人要人工回答時會出現在這裡。
expert-queue-head =
    { $count ->
        [one] 待答 { $count } 件（列出 { $shown }）
       *[other] 待答 { $count } 件（列出 { $shown }）
    }
expert-line = { $number } 號 · { $tier } · { $text } · { $due } · { $who }
expert-line-open = 待接手
expert-line-due = 最晚 { $due }
expert-line-no-due = 沒有承諾時間
expert-line-paused = 等提問人
expert-queue-how = 看一件：/tickets 號碼
expert-report-head = <b>顧問台週報</b> { $first } 至 { $last }
expert-report-total = 承諾 { $keptOf } 次，守住 { $kept }，超時 { $missed }
expert-report-empty = 這一週沒有人接手或回答提問。
expert-report-expert =
    <b>{ $name }</b> 接手 { $taken } · { $half ->
        [-1] 沒有首次回答
       *[other] 首答中位 { $half } 分鐘，九成 { $ninety } 分鐘內
    }
    按時 { $kept }/{ $keptOf } · 👍 { $helpful }/{ $helpfulOf }（{ $ratedOf } 個回答有 { $rated } 個評價）· 重開 { $reopened }/{ $reopenedOf } · 成為知識 { $drafted }

expert-experts = <b>可以回答提問的人</b>
expert-expert-line = { $name }（手上 { $count }）：{ $licences }
expert-expert-line-none = { $name }（手上 { $count }）：沒有有效的執業登記
expert-licence-until = { $scope }，至 { $year } 年{ $day }
expert-expert-usage =
    登記：/expert licence @用戶名 投顧 2027-03-31 登記編號
    移除：/expert remove @用戶名 投顧
    領域：/expert topics @用戶名 帳戶 費用 高淨值
    休假：/expert away @用戶名 3天（自己不用寫名字）；回來：/expert away @用戶名 back
    故障時停表：/expert pause 原因；恢復：/expert resume
expert-licence-kept = ✅ { $name }：{ $scope }，有效至 { $year } 年{ $day }
expert-licence-removed = ✅ 已移除 { $name } 的這項登記。
expert-alert-licence =
    { $over ->
        [true] ⚠️ { $name } 的{ $scope }登記已在 { $day } 到期，不能再回答涉及投資建議的提問。
       *[other] ⚠️ { $name } 的{ $scope }登記 { $day } 到期，請續期後更新。
    }
expert-topics-kept = ✅ { $name } 接：{ $topics }
expert-topics-all = ✅ { $name } 什麼提問都接
expert-away = 🌙 { $name } 不在，{ $until } 回來
expert-back = ✅ { $name } 回來了
expert-paused = ⏸ 全部承諾停止計時。恢復用 /expert resume
expert-resumed =
    { $count ->
        [one] ▶️ 恢復計時，{ $count } 位提問人會收到新的時間。
       *[other] ▶️ 恢復計時，{ $count } 位提問人會收到新的時間。
    }
expert-alert-paused = ⏸ { $name } 暫停了顧問台計時：{ $reason }
expert-alert-resumed =
    { $count ->
        [one] ▶️ { $name } 恢復了顧問台計時，{ $count } 件提問改了時間。
       *[other] ▶️ { $name } 恢復了顧問台計時，{ $count } 件提問改了時間。
    }

expert-finding = 「{ $excerpt }」{ $reason }（{ $rule }）→ { $suggestion }
error-clock-stopped = 顧問台的時鐘從 { $since } 起暫停著，現在答應不了時間。恢復後會補上。
error-expert-question-unknown = 顧問台沒有 { $received } 號提問。
error-expert-question-taken = { $number } 號已由 { $who } 接手。要接過來，請對方轉交或放回。
error-expert-question-ended = { $number } 號提問剛剛變了，或已經結束：看最新的卡片。
error-expert-own-question = 自己的提問由別的同事來答。
error-expert-not-licensed = { $number } 號涉及投資建議，只能由持有{ $needs }且今天有效的人回答。可以回答的：{ $who }。
error-expert-not-an-expert = { $name } 不能回答提問：先由所有者用 /role 給顧問身份，並在運營群裡。
error-expert-answer-blocked =
    { $number } 號的回答沒有發出：
    { $findings }
    改好後再回覆卡片。
error-expert-answer-empty = { $number } 號：只能轉達文字，圖片和文件沒有發出。請用文字再回覆一次。
error-expert-scope-unknown = 沒有「{ $received }」這種登記。可以寫：{ $allowed }。
error-expert-topic-unknown = 沒有「{ $received }」這個領域。可以寫：{ $allowed }，或群的名字（新手、進階、高淨值）。
error-expert-licence-malformed = 沒看懂「{ $received }」。這樣寫：/expert licence @用戶名 投顧 2027-03-31 登記編號
error-expert-absence-malformed = 沒看懂「{ $received }」。寫 1 到 { $most } 天：/expert away @用戶名 3天；回來了：/expert away @用戶名 back
error-expert-licence-over = 有效期 { $day } 已經過了，請寫今天或以後的日期。
error-expert-licence-unknown = 對方沒有 { $received } 這項登記。
error-expert-stop-reason = 暫停的原因要寫 { $least } 到 { $most } 個字，現在是 { $length } 個字：/expert pause 交易系統故障
error-expert-stop-runs = 從 { $since } 起已經暫停著：{ $reason }
error-expert-no-stop = 計時沒有暫停，不用恢復。
error-expert-accept-unfit = 要採納一個回答，請回覆那條消息發「採納」。它得是對提問的回覆。
error-expert-accept-not-yours = 只有提問人或顧問可以採納。
error-expert-rating-not-yours = 只有提問人可以評價這個回答。
error-expert-rating-late = 回答 { $days } 天內可以評價，現在已經過了。
