# 編輯部：草稿、審核卡片、修改、編輯部提示和日程

# —— 讀者看到的 ——
desk-note-line = 編輯部提示：{ $text }

# —— 卡片：每個時段一張 ——
desk-card = <b>{ $brief }</b> · { $day } · { $at } 發出（{ $policy }）
    { $lines }
    { $outlook }
    要改：點「看」，再直接回覆那條訊息。
desk-policy-review = 要另一個人批准
desk-policy-auto = 沒問題的自動發
desk-line = { $tier }：{ $state } · 第 { $version } 版{ $changed }
desk-tier-language = { $tier }（{ $language }）
desk-unchanged = {""}
desk-changed = ，{ $who } { $at } 改
desk-state-clean = 可以發
desk-state-warned = 有 { $count } 處提醒，請看一眼
desk-state-held = 未通過（{ $count } 處）
desk-state-approved = { $who } { $at } 已批准
desk-state-data-only = { $who } { $at } 決定只發數據版
desk-state-rejected = { $who } { $at } 決定不發
desk-state-sent = 已發出
desk-state-sent-bare = 發的是僅數據版（{ $reason }）
desk-state-skipped = 沒有發（{ $reason }）
desk-why-chosen = 營運決定
desk-why-not-approved = 到點沒有人批准
desk-why-held = 提醒沒有人處理
desk-why-too-late-to-review = 寫好時已經到點
desk-why-figures-lost = 文字裡的數據都取不到了
desk-why-late = 錯過了時間
desk-why-no-data = 沒有可用的行情
desk-why-blocked = 合規未通過
desk-why-rejected = 營運決定不發
desk-why-other = 原因見記錄
desk-finding-line = · 「{ $excerpt }」{ $reason } { $rule } → 建議「{ $suggestion }」
desk-unbound-line = · 「{ $number }」沒有綁定行情
desk-outlook = 到 { $at } 沒人處理：{ $parts }
desk-outlook-send = 照發 { $tiers }
desk-outlook-data-only = 只發數據版 { $tiers }
desk-outlook-nothing = 不發 { $tiers }
desk-outlook-over = 都已處理完。
desk-and = { $first }、{ $second }
desk-then = { $first }；{ $second }
button-desk-view = 看{ $tier }
button-desk-all = 批准全部 { $count } 份

# —— 提醒 ——
desk-remind = { $brief } { $at } 發出，還在等人處理：{ $tiers }
    { $outlook }
desk-escalate = 還有 5 分鐘：{ $brief }的 { $tiers } 還沒有人處理
    { $outlook }
    請到營運群的卡片上決定。
alert-desk-bare = { $day } { $brief }（{ $tiers }）發的是僅數據版：{ $reason }
alert-desk-lost = { $day } { $brief } · { $tier } 發出時去掉了 { $count } 行：裡面的數據取不到了，或者漲跌方向變了
    { $lines }
desk-lost-line = · { $text }
desk-bare-chosen = 營運這樣決定的。
desk-bare-not-approved = 到 { $at } 沒有人批准。
desk-bare-held = 到 { $at } 合規意見沒有人處理。
desk-bare-too-late-to-review = 寫好時已經過了 { $at }，來不及審核。
desk-bare-figures-lost = 文字裡的數據到 { $at } 都取不到了。

# —— 預覽和它的按鈕 ——
desk-preview-mark = 〔預覽
desk-preview = { $mark } · 第 { $version } 版 · 還沒有發〕
    { $text }
button-desk-approve = 批准{ $tier }
button-desk-bare = 只發數據版
button-desk-reject = 不發
button-desk-reject-sure = 確認不發
button-desk-edit = 怎麼改
button-desk-part = 換板塊
button-desk-fix = 按建議修改
button-desk-undo-approved = 撤回批准
button-desk-undo-data-only = 撤回「只發數據版」
button-desk-undo-rejected = 撤回「不發」
button-desk-news-next = 換一批要聞
button-desk-news-none = 去掉要聞
button-desk-term = 換一個詞
button-desk-cut = 去掉：{ $line }
desk-how-to-edit = 直接回覆預覽或這條訊息，寫上新的全文。標題、數據時間和風險提示會自動加上。
    數字只能用草稿裡已有的，發出時會自動換成最新的。
desk-to-copy = 現在的全文：
    { $text }
desk-parts = 第 { $version } 版，要換哪一塊？
desk-changed-note = 改好了，新的一版在下面
desk-edited = 記下了，現在是第 { $version } 版。
desk-settled = 已處理。
desk-undone = 已撤回，重新等人處理
desk-approved-all = 批准了 { $count } 份
desk-done-approved = 已批准，{ $at } 用最新數據發出
desk-done-data-only = { $at } 只發數據版
desk-done-rejected = 這一份不會發
desk-did-approved = 批准
desk-did-data-only = 決定只發數據版
desk-did-rejected = 決定不發
desk-reject-ask = { $day }的{ $brief }不發給{ $tier }群，連數據版也不發。確定嗎？
    想寫明原因，直接回覆這條訊息。

# —— 手動發佈 ——
desk-blast = 群裡已知 { $people } 人，大約 { $seconds } 秒發完。
desk-blast-done = 已經收到、不會重複發的：{ $count } 個群
desk-blast-left = 發不到的：{ $groups }（我已不在群裡）
desk-blast-rejected = 不在其中：{ $tiers }（有人決定不發）
desk-blast-two = 這個時段要審核：請另一位營運按下面的按鈕。
desk-posted-bare = 其中 { $tiers } 發的是僅數據版。
brief-skip-rejected = 營運決定不發。

# —— 編輯部提示和日程 ——
desk-every-tier = 全部
desk-note-added = { $day }的{ $brief }（{ $tier }）會帶上這一行：
    編輯部提示：{ $text }
    給誰看可以在下面改。
desk-note-withdrawn = 已撤回：{ $text }
button-desk-note-withdraw = 撤回這條
desk-event-added = 已記入日程：{ $when } { $text }
desk-event-removed = 已從日程刪除：{ $day } { $text }
button-desk-event-remove = 刪除
desk-event-day = { $day }
desk-event-time = { $day } { $at }
desk-event-line = { $number }. { $when } { $text }
desk-events = 接下來的日程：
    { $lines }
    刪除：/brief event 刪除 編號
desk-events-none = 還沒有記入日程。寫法：/brief event 2026-11-25 10:00 內容

# —— 做不到的時候 ——
error-desk-gone = 這一份已經沒有了，或者已經過了能改的時間。
error-desk-changed = { $who ->
    [none] 有人剛改過，現在的版本和你看到的不一樣。
   *[other] { $who } { $at } 改過，現在是第 { $version } 版。
    }請再點一次「看」。
error-desk-decided = { $who } { $at } 已經{ $what }。要改的話，先點「看」再撤回。
error-desk-already-out = { $tier }這一份已經發出，不能在這裡改了。
error-desk-held = 還有 { $count } 處沒通過，不能批准。先改，或者只發數據版。
error-desk-own-work = { $tier }這一份是你改的，要由另一個人批准。
error-desk-nobody-else = 這個時段要審核：提出的人不能自己確認，請另一位營運來按。
error-desk-undecided = 沒有可以撤回的決定。
error-desk-nothing-left = 沒有等待批准的了。
error-desk-too-long = 長了 { $over } 個字，最多 { $limit } 個。沒有改動，刪短再回覆一次就行。
error-desk-empty = 除了標題沒有內容。沒有改動。
error-desk-unbound = 這些數字不在草稿裡：{ $numbers }（{ $count } 處）。沒有改動。
    只能用草稿裡已有的數字，或者去掉再回覆一次；日期、時間和序號不受限制。
error-desk-unclear = 草稿裡有幾個「{ $number }」，分不清是哪一個。沒有改動，請在它前面寫上指數的全名再回覆一次。
error-desk-broken = 有 { $count } 處不能這樣寫。沒有改動：
    { $lines }
error-desk-which-tier = 這張卡片有幾份：{ $tiers }。請在第一行寫明是哪一層，從第二行起寫全文。
error-desk-no-alternative = 沒有可以換上的了。
error-desk-note-wrong = 提示要有內容，最多 { $limit } 個字。
error-desk-note-numbers = 提示裡的數字沒有行情可以核對：{ $numbers }。可以寫日期和時間，其他數字請去掉。
error-desk-note-gone = 這一條已經撤回或刪除了。
error-desk-no-slot = 今天沒有還沒到點的簡報可以帶上提示了。
error-desk-event-wrong = 沒看懂「{ $received }」。這樣寫：/brief event 2026-11-25 10:00 內容（全天的不寫時間，日期不能是過去的）
