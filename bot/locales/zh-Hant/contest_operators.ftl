# 模擬賽的營運一側：規則檢查、開賽到結束、作廢與更正、發獎。

## 規則裡的問題

contest-problem-starts-in-past = 開始日{ $day }已經過去。今天是{ $today }，最早可以從今天開始。
contest-problem-ends-before-start = 結束日{ $day }早於開始日{ $first }。結束日可以是{ $first }或更晚。
contest-problem-too-long = 賽程共 { $days } 天，太長了。最長可以是 { $most } 天。
contest-problem-late-entry = 報名截止日{ $day }不在賽程內。可以是{ $first }到{ $last }之間的一天。
contest-problem-uncovered = 交易日曆還沒有{ $day }：只知道到{ $until }。請換一天，或先用 /calendar 錄入新一年的休市表。
contest-problem-no-trading = { $day }休市。最近的交易日是{ $before }和{ $after }。
contest-problem-capital = 模擬本金是 { $received }，可以是 { $least } 到 { $most }，最多兩位小數。
contest-problem-cap = 單一標的上限是 { $received }%，可以是 { $least }% 到 { $most }%。
contest-problem-floor = 最低股價是 { $received }，可以是 0 到 { $most }；0 表示不限。
contest-problem-volume-share = 成交量佔比是 { $received }%，可以是 { $least }% 到 { $most }%。
contest-problem-volume-needs-live = 成交量佔比只用於「盤中即時」撮合。請改用盤中即時，或把佔比設為不限。
contest-problem-board = 板塊「{ $board }」不屬於這個市場。請在板塊裡取消它。
contest-problem-no-board = 還沒有選板塊，至少要有一個。
contest-problem-symbol = 「{ $symbol }」不是可以在模擬賽裡買賣的股票代碼。請寫成 sh600519、00700.HK 或 AAPL 這樣。
contest-problem-symbol-board = 「{ $symbol }」不在所選的板塊裡。請去掉它，或加上它的板塊。
contest-problem-too-many-symbols = 指定了 { $count } 只標的，最多 { $most } 只。不想逐只指定，就留空，表示板塊內全部。
contest-problem-no-tier = 還沒有選可以參加的層級，至少要有一個。

## 拒絕

error-contest-state =
    { $state ->
        [draft] 「{ $title }」還是草稿，現在不能這樣做。請先公佈報名。
        [open] 「{ $title }」正在報名，還沒有開賽，現在不能這樣做。
        [running] 「{ $title }」正在進行，現在不能這樣做。
        [paused] 「{ $title }」已暫停，現在不能這樣做。請先恢復。
        [finished] 「{ $title }」已經結束，不能再這樣做。
       *[cancelled] 「{ $title }」已經取消，不能再這樣做。
    }
error-contest-rules =
    規則還有幾處要改：
    { $problems }
error-contest-rules-fixed = 「{ $title }」開賽時規則已經固定，現在只能改名稱。個別帳戶算錯了，可以用 /contest correct 更正。
error-contest-rules-agreed = 已有 { $count } 人按現在的規則報名了「{ $title }」，現在只能改名稱。一定要改規則，請先用 /contest cancel 取消，再用 /contest duplicate 複製一場。
error-contest-title-length = 名稱要寫 { $least } 到 { $most } 個字，現在是 { $length } 個字。
error-contest-not-over = 「{ $title }」的最後一個交易日是{ $last }，收市後才能結束。要提前終止，請用 /contest cancel，由兩位營運確認。
error-contest-too-late = 「{ $title }」的結束日{ $last }已經過去，不能再開賽。請改日期，或複製一場新的。
error-contest-reason-needed = 原因要寫 { $least } 到 { $most } 個字，現在是 { $length } 個字。請寫清楚再發一次。
error-contest-decision-unknown = 找不到這件待確認的事，請重新提出。
error-contest-order-gone = 沒有編號 { $received } 的模擬委託。編號在 /orders 和成交記錄裡。
error-contest-already-voided = 委託 { NUMBER($order, useGrouping: 0) } 之前已經作廢，沒有重複處理。
error-contest-nothing-to-void = 委託 { NUMBER($order, useGrouping: 0) } 沒有成交，也不在等待，沒有可以作廢的內容。
error-contest-void-impossible =
    { $side ->
        [buy] 委託 { NUMBER($order, useGrouping: 0) } 作廢不了：{ $name } 買入的模擬持倉已經賣出或掛單賣出，收不回來。可以駁回這件事，改用 /contest correct 更正現金。
       *[sell] 委託 { NUMBER($order, useGrouping: 0) } 作廢不了：{ $name } 賣出得到的模擬資金已經用掉，收不回來。可以駁回這件事，改用 /contest correct 更正現金。
    }
error-contest-void-after-ex-day = 委託 { NUMBER($order, useGrouping: 0) } 作廢不了：{ $share } 在成交以後已經除權除息（{ $day }），股數和成本都變了，退不回原樣。請改用 /contest correct 更正現金。
error-contest-correction-overdrawn = 扣不了這麼多：{ $name } 可用的模擬資金只有 { $available }。可以駁回這件事，按可用金額重新提出。
error-contest-correction-amount = 更正金額「{ $received }」不對。請寫上正負號，最多兩位小數，如 +100.00 或 -50，最多 { $most }。
error-contest-not-in = { $name } 沒有參加「{ $title }」。
error-contest-not-awardable = 「{ $title }」還沒有結束，結束以後才能發獎。
error-contest-nothing-to-award = 「{ $title }」沒有要發的獎勵：都已發放，或沒有人達到條件。
error-contest-award-waits = 「{ $title }」的獎勵已經在等另一位營運確認，請到營運群處理。
error-contest-usage =
    { $command ->
        [correct] 開賽前：/contest correct 3。開賽後更正現金：/contest correct 3 @用戶名 +100.00 原因
        [void] 寫法：/contest void 委託編號 原因
        [cancel] 寫法：/contest cancel 3 原因
        [action] 寫法：/contest action 600519 2026-12-01 cash=0.5 ratio=0.3 pay=2026-12-05
        [release] 寫法：/contest release 3 600519，後面可加參考價；是分紅送轉就加 cash=0.5 ratio=0.3 pay=2026-12-05
       *[other] 寫法：/contest { $command } 3。3 是模擬賽的編號，在 /contest 裡看。
    }
error-contest-action-unreadable = 看不懂「{ $received }」。請這樣寫：/contest action 600519 2026-12-01 cash=0.5 ratio=0.3 pay=2026-12-05。cash 是每股現金，ratio 是每股送轉的股數。
error-contest-share-unknown = 「{ $received }」不是股票代碼。請寫成 600519、00700.HK 或 AAPL 這樣。
error-contest-action-gone = 這一條撤不了：除權日已到、已經用上，或不是人工錄入的。

error-form-day = 看不懂「{ $received }」。日期可以寫成 2026-12-01、12月1日、明天或下週一。
error-form-day-impossible = 日曆上沒有「{ $received }」這一天。請換一天，如 12月1日。
error-form-amount = 「{ $received }」不是金額。可以寫 1000000、100萬 或 一百萬，最多 { $places } 位小數。
error-form-percent = 「{ $received }」不是百分比。可以寫 30、30% 或 三成。
error-form-symbols = 這 { $count } 個寫法不是本市場的股票：{ $received }。請寫代碼，用空格隔開，如 600519 000001；不限就寫「不限」。
error-form-bands = 看不懂「{ $received }」。請寫成 1-3 50, 4-10 20：名次在前，積分在後；不要名次獎就寫「無」。

## 給層級群的通知

contest-note-open =
    <b>模擬賽「{ $title }」開始報名</b>
    賽程{ $first }到{ $last }，{ $late }當天及以前都可以加入
    用的是模擬資金。規則和報名在私訊裡發送 /contest
contest-note-paused =
    <b>模擬賽「{ $title }」暫停</b>
    因故暫停：不接新的模擬委託，已有的委託也不成交。恢復時會在這裡通知。
contest-note-resumed = 模擬賽「{ $title }」已恢復，可以繼續模擬買賣。暫停期間的集合競價不再補；當天的委託，收市前都還有效。
contest-note-cancelled =
    <b>模擬賽「{ $title }」已取消</b>
    原因：{ $reason }
    本場不計名次，也不發獎勵。模擬資金與真實帳戶無關。
contest-note-cancelled-bare =
    <b>模擬賽「{ $title }」已取消</b>
    本場不計名次，也不發獎勵。模擬資金與真實帳戶無關。

## 營運看的列表、狀態與幫助

staff-contests-none = 還沒有模擬賽。用 /contest new 新建一場。
staff-contests-help = 全程模擬資金。營運命令：/contest help
staff-contest-row = { NUMBER($number, useGrouping: 0) } 號 { $state }{ $title } · { $first }至{ $last } · { $count } 人
staff-status-head = <b>{ $title }</b>（{ NUMBER($number, useGrouping: 0) } 號）{ $state }
staff-status-unopened = 還沒有開過市，開始日{ $first }
staff-status-closed = 第 { $number } 個交易日 { $day }已收市
staff-status-open =
    { $auctions ->
        [both] 第 { $number } 個交易日 { $day }：開盤、收盤集合競價都已完成
        [opening] 第 { $number } 個交易日 { $day }：開盤集合競價已完成
       *[none] 第 { $number } 個交易日 { $day }：已開市，集合競價還沒有進行
    }
staff-status-people = { $count } 人參加，{ $orders } 筆模擬委託在等成交
staff-status-frozen = ⚠️ { $code } 凍結：推算 { $expected }，行情 { $received }。核對後用 /contest release { $number } { $code }
staff-status-more-frozen = 另有 { $count } 隻凍結
staff-status-waits = 待第二人確認 { $decisions } 件，待答覆的異議 { $disputes } 件
staff-status-award = 看名單和發獎：/contest award { NUMBER($number, useGrouping: 0) }
staff-status-sealed = { $day }的記錄校驗碼：<code>{ $head }</code>
button-staff-card = 規則卡與報名
button-staff-form = 打開表單
button-staff-start = 現在開賽…
button-staff-pause = 暫停…
button-staff-resume = 恢復…
staff-unknown = 沒有「{ $received }」這個子命令。
staff-help =
    <b>模擬賽 · 營運命令</b>（3 換成 /contest 裡的編號）
    /contest new：填表新建；/contest duplicate 3：複製一場
    /contest status 3：進行到哪裡，有什麼在等
    /contest correct 3：開賽前改表單
    /contest start 3：立即開賽。不用這一步也會在開始日開盤前自動開
    /contest pause 3、/contest resume 3：暫停、恢復，並通知層級群
    /contest cancel 3 原因：取消；開賽後要兩人
    /contest finish 3：結束。最後一天收市後會自動結束
    /contest award 3：看名單併發獎；超過一天的額度要兩人
    /contest correct 3 @用戶名 +100.00 原因：更正模擬資金，要兩人
    /contest void 委託編號 原因：作廢一筆委託，要兩人
    /contest action 600519 2026-12-01 cash=0.5 ratio=0.3 pay=2026-12-05：錄入除權派息
    /contest release 3 600519：解除凍結，可加參考價，或加 cash=0.5 ratio=0.3 pay=2026-12-05

## 新建模擬賽的表單

form-title = { $day }開始的模擬賽
form-head = <b>新建模擬賽 { NUMBER($number, useGrouping: 0) }</b>（草稿，重啟不會丟）
form-problems-short = 公佈以前還有 { $count } 處要改，寫在表單下面。
form-problems = ⚠️ 公布以前還有 { $count } 處要改：
form-line = { $label }：{ $value }
form-day = { $day }
form-money = { $amount } { $currency }（模擬）
form-round-money = { $amount } { $currency }
form-points = { $points } 分
form-notes = 至少 { $days } 天
form-none = 無
form-unlimited = 不限
form-universe-all = 所選板塊全部
form-universe = { $count } 只：{ $codes }
form-prize = { $label } { $value }
form-and = { $first } · { $then }
form-fill-next-auction = 下一次集合競價
form-fill-live = 盤中即時
form-rank-composite = 綜合分
form-rank-return = 報酬率
form-suitability-yes = 要先答適當性問題
form-suitability-no = 不要求
form-choice = { $label }
form-choice-on = ✓ { $label }
contest-field-title = 名稱
contest-field-first = 開始日
contest-field-last = 結束日
contest-field-late = 報名截止
contest-field-market = 市場
contest-field-capital = 模擬本金
contest-field-boards = 板塊
contest-field-universe = 標的範圍
contest-field-fill = 成交方式
contest-field-cap = 單一標的上限
contest-field-floor = 最低股價
contest-field-volume = 成交量佔比
contest-field-tiers = 可參加的層級
contest-field-suitability = 適當性
contest-field-rank = 排名依據
contest-field-prizes = 獎勵
contest-field-finishing = 完賽
contest-field-journal = 交易筆記
contest-field-notes = 筆記天數
contest-field-spread = 分散持有
contest-field-bands = 名次
form-prizes-head = <b>獎勵（積分，結束後發放）</b>
form-prizes-note = 名次獎只給完賽並且寫夠筆記的人，最高一檔不能超過前三項之和。工作人員不參與。
form-ask-title = 直接發一條訊息寫名稱，2 到 40 個字。
form-ask-first = 直接發一條訊息寫開始日，如 2026-12-01、12月1日 或 下週一。
form-ask-last = 直接發一條訊息寫結束日，如 2026-12-25 或 12月25日。
form-ask-late = 直接發一條訊息寫報名截止日，開賽後到這一天都可以加入。
form-ask-market = 選一個市場。換市場後，板塊和標的會重新設定，日期按新市場的交易日安排。
form-ask-capital = 選一個，或直接發一條訊息，如 50萬。可以是 10,000 到 100,000,000。
form-ask-boards = 點一下選上，再點一下取消。
form-ask-universe = 直接發一條訊息寫股票代碼，用空格隔開，如 600519 000001；不限就選下面的按鈕。
form-ask-fill = 「下一次集合競價」按下單後的第一次開盤或收盤集合競價成交，延遲行情下對所有人公平。「盤中即時」按下單後第一筆夠新的報價成交。
form-ask-cap = 買入後單一標的最多佔總資產多少。選一個，或直接發一條訊息，5% 到 100%。
form-ask-floor = 前收盤價低於它的股票不能買。選一個，或直接發一條訊息，如 2.5。
form-ask-volume = 一次報價之間，一個帳戶最多佔成交量的多少；只用於盤中即時。選一個，或直接發一條訊息，如 15。
form-ask-tiers = 點一下選上，再點一下取消。只有所選層級群的成員可以參加。
form-ask-suitability = 是否要先回答適當性問題才能參加？
form-ask-rank = 「綜合分」看收益在參賽者中的位置，再減去回撤和集中度；每一項都公佈。「報酬率」只看收益。
form-ask-finishing = 堅持到最後一個收盤日的每人多少積分？直接發一條訊息寫數字；不發就寫「無」。
form-ask-journal = 寫夠交易筆記的每人多少積分？直接發一條訊息寫數字；不發就寫「無」。
form-ask-notes = 至少在幾個不同的日子寫了筆記才算寫夠？直接發一條訊息寫數字。
form-ask-spread = 持有足夠分散的每人多少積分？直接發一條訊息寫數字；不發就寫「無」。
form-ask-bands = 直接發一條訊息寫名次和積分，如 1-3 50, 4-10 20；不要名次獎就寫「無」。
form-created = ✅ 模擬賽 { NUMBER($number, useGrouping: 0) } 已創建，成員將看到這張規則卡。公佈後才能報名，開賽前仍可修改。
button-form-back = 返回表單
button-form-more = 繼續修改
button-contest-create = 創建
button-contest-announce = 公佈報名
button-contest-discard = 丟棄這場模擬賽
contest-announced = ✅ 「{ $title }」開始報名，通知已發往可參加的層級群。{ $first }開盤前自動開賽；編號 { NUMBER($number, useGrouping: 0) }。

## 開賽、暫停、恢復、結束、取消

contest-sure-start = 現在開賽「{ $title }」？已報名 { $count } 人。開賽後規則固定並公布校驗碼，除名稱外都不能再改。
contest-sure-pause = 暫停「{ $title }」？{ $count } 人的模擬委託和計時都會停下，並通知它的層級群。
contest-sure-resume = 恢復「{ $title }」？{ $count } 人的模擬委託和計時繼續，並通知它的層級群。
contest-sure-finish = 結束「{ $title }」？{ $count } 人的名次就此確定，不能再模擬買賣，之後可以發獎。這一步不能撤銷。
contest-sure-discard = 丟棄「{ $title }」？已報名的 { $count } 人不再參加；公布過的會通知層級群。這一步不能撤銷。
contest-discard-reason = 營運決定不舉辦
button-sure-start = 確認開賽，固定規則
button-sure-pause = 確認暫停
button-sure-resume = 確認恢復
button-sure-finish = 確認結束，確定名次
button-sure-discard = 確認丟棄
contest-done-start = ✅ 「{ $title }」已開賽，規則已固定。校驗碼 { $hash }…，編號 { NUMBER($number, useGrouping: 0) }。
contest-done-pause = 「{ $title }」已暫停，層級群已通知。恢復用 /contest resume { NUMBER($number, useGrouping: 0) }。
contest-done-resume = ✅ 「{ $title }」已恢復，層級群已通知。編號 { NUMBER($number, useGrouping: 0) }。
contest-done-finish = ✅ 「{ $title }」已結束，名次已確定。發獎用 /contest award { NUMBER($number, useGrouping: 0) }。
contest-done-discard = 「{ $title }」已丟棄。編號 { NUMBER($number, useGrouping: 0) }。
contest-stays = 保持原樣，沒有改動。
contest-sure-cancel = 確定取消「{ $title }」？已報名的 { $count } 人不再參加，層級群會收到通知和原因，不能恢復。
button-sure-cancel = 確定取消這場模擬賽
contest-cancelled = 「{ $title }」已取消，層級群已通知。報名的 { $count } 人不再參加。
contest-cancelled-draft = 草稿「{ $title }」已取消。它沒有公佈過，沒有通知任何人。

## 兩人確認

contest-lines = { $lines }
decision-void = <b>待第二人確認：作廢一筆模擬委託</b>（「{ $title }」，編號 { NUMBER($id, useGrouping: 0) }）
decision-correct = <b>待第二人確認：更正模擬資金</b>（「{ $title }」，編號 { NUMBER($id, useGrouping: 0) }）
decision-cancel = <b>待第二人確認：提前終止「{ $title }」</b>（編號 { NUMBER($id, useGrouping: 0) }）。確認後不計名次、不發獎勵，並通知層級群，不能撤銷。
decision-award = <b>待第二人確認：發放「{ $title }」的獎勵</b>（編號 { NUMBER($id, useGrouping: 0) }）：{ $count } 人，共 { $points } 分
decision-member = 成員：{ $name }（{ $id }）
decision-order-limit =
    { $side ->
        [buy] 委託 { $order }：模擬買入 { $name } { $symbol } { $quantity } 股，限價 { $limit }，已成交 { $filled } 股，{ $at }提交
       *[sell] 委託 { $order }：模擬賣出 { $name } { $symbol } { $quantity } 股，限價 { $limit }，已成交 { $filled } 股，{ $at }提交
    }
decision-order-market =
    { $side ->
        [buy] 委託 { $order }：模擬買入 { $name } { $symbol } { $quantity } 股，市價，已成交 { $filled } 股，{ $at }提交
       *[sell] 委託 { $order }：模擬賣出 { $name } { $symbol } { $quantity } 股，市價，已成交 { $filled } 股，{ $at }提交
    }
decision-fill =
    成交 { $fill }：{ $quantity } 股，價格 { $price }，{ $at }成交
    所用行情：{ $source }，{ $quoted }，延遲 { $delay } 分鐘
decision-more-fills = 另有 { $count } 筆成交
decision-correction =
    { $sign ->
        [plus] 給 { $name }（{ $member }）加上模擬資金 { $amount } { $currency }
       *[minus] 從 { $name }（{ $member }）扣掉模擬資金 { $amount } { $currency }
    }
decision-reason = 原因：{ $reason }
decision-waits = 申請人：{ $asker }。{ $hours } 小時內不處理就作廢。申請人和當事人都不能確認。
decision-asked = 已請另一位營運在營運群確認，{ $hours } 小時內有效。
decision-confirmed = ✅ { $who } 於 { $at } 確認，已經執行。
decision-rejected = 已由 { $who } 於 { $at } 駁回，沒有改動。
button-decision-void-order = 確認作廢這筆委託
button-decision-correct-cash = 確認更正模擬資金
button-decision-cancel-contest = 確認終止，不計名次
button-decision-award-prizes = 確認發放獎勵
button-decision-reject = 駁回
receipt-void =
    { $sign ->
        [plus] 模擬賽「{ $title }」：你的委託 { $order }（{ $name }）已由兩位營運作廢，模擬資金退回 { $amount } { $currency }。原因：{ $reason }
       *[minus] 模擬賽「{ $title }」：你的委託 { $order }（{ $name }）已由兩位營運作廢，模擬資金收回 { $amount } { $currency }，賣出的股份已還回模擬持倉。原因：{ $reason }
    }
receipt-void-bare =
    { $sign ->
        [plus] 模擬賽「{ $title }」：你的委託 { $order }（{ $name }）已由兩位營運作廢，模擬資金退回 { $amount } { $currency }。有疑問請直接問營運。
       *[minus] 模擬賽「{ $title }」：你的委託 { $order }（{ $name }）已由兩位營運作廢，模擬資金收回 { $amount } { $currency }，賣出的股份已還回模擬持倉。有疑問請直接問營運。
    }
receipt-correct =
    { $sign ->
        [plus] 模擬賽「{ $title }」：兩位營運給你補上模擬資金 { $amount } { $currency }。原因：{ $reason }
       *[minus] 模擬賽「{ $title }」：兩位營運扣掉你多算的模擬資金 { $amount } { $currency }。原因：{ $reason }
    }
receipt-correct-bare =
    { $sign ->
        [plus] 模擬賽「{ $title }」：兩位營運給你補上模擬資金 { $amount } { $currency }。有疑問請直接問營運。
       *[minus] 模擬賽「{ $title }」：兩位營運扣掉你多算的模擬資金 { $amount } { $currency }。有疑問請直接問營運。
    }

## 除權派息與凍結

action-preview = <b>錄入除權派息：{ $code }，除權日 { $day }</b>
action-entered = ✅ 已錄入：{ $code }，除權日 { $day }。除權日之前可以撤回。
action-entered-late = 已錄入：{ $code }，除權日 { $day }。
action-when = 除權日開市時，所有進行中的模擬賽都按它計算；除權日之前可以撤回。
action-late = ⚠️ 除權日已到：今天已開市的模擬賽不會補上，錄入後也不能撤回。股票已被凍結的，請改用 /contest release 附上派現和送轉。
action-cash = 每股派現 { $cash }
action-pay = 派息日 { $day }
action-ratio = 每股送轉（或拆合）{ $ratio } 股
action-withdrawn = 已撤回 { $code } 在{ $day }的除權派息。
button-action-enter = 確認錄入
button-action-undo = 撤回這條錄入
release-preview = <b>解除凍結 { $code }</b>（「{ $title }」）：我們推算 { $expected }，行情給出 { $received }
release-action = 按除權派息處理：{ $code }，除權日 { $day }
release-holders = 現在持有它的 { $count } 人：除權日前一天持有的，會得到這次派現和送轉；它的未成交模擬委託全部結束
release-plain = 按價格變化處理，不派現、不送轉；現在有 { $count } 人持有
release-from = 從參考價 { $price } 繼續，當日漲跌停隨之重算。這一步不能撤銷。
release-misfit = ⚠️ 按這次派現和送轉推算是 { $expected }，與參考價對不上，請先核對公告
button-release = 確認按 { $price } 恢復買賣
release-done = ✅ { $code } 已解除凍結，參考價 { $price }。
release-done-action = ✅ { $code } 已解除凍結，參考價 { $price }，派現和送轉已計入。

## 發獎

contest-award-head = <b>「{ $title }」的獎勵</b>
contest-award-row = { $name }：{ $points } 分（{ $parts }）
contest-award-row-given = { $name }：{ $points } 分（{ $parts }）· 已發
contest-award-more = 另有 { $count } 人
contest-award-total = 待發 { $count } 人，共 { $points } 分。工作人員不在其中。
contest-award-all-given = 都已發放，沒有要再發的。
contest-award-nobody = 「{ $title }」沒有人達到發獎條件。
contest-award-reason = 按規則卡發放獎勵
contest-award-done = ✅ 「{ $title }」的獎勵已發給 { $count } 人，共 { $points } 分，每人都收到了私訊通知。
contest-award-waits = 「{ $title }」的獎勵共 { $points } 分，超出一位營運一天的額度（{ $cap } 分，今天已用 { $used } 分），已請另一位營運在營運群確認。
button-contest-award = 發給 { $count } 人，共 { $points } 分
receipt-prize = <b>模擬賽「{ $title }」的獎勵到了：+{ $points } 積分</b>，現在餘額 { $balance }，明細見 /points
prize-finishing = 完賽 +{ $points }
prize-journal = 交易筆記 +{ $points }
prize-diversification = 分散持有 +{ $points }
prize-band = 名次 +{ $points }
