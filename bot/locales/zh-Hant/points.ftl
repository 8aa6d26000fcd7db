# 積分、等級、排行，以及營運的發放與扣除。

help-me = 我的名片：等級、連續簽到、積分
help-points = 積分明細
help-top = 積分排行，先看自己前後幾名
help-levels = 等級表：每一級多少分，有什麼權益
help-grant = 發放積分：回覆某人，/grant 數量 原因
help-deduct = 扣除積分：回覆某人，/deduct 數量 原因
start-top = 想看完整排行？發送 /top，先看自己前後幾名，再看前十名。

tier-none = 尚未加入社群的群組
tier-newbie = 新手群
tier-advanced = 進階群
tier-vip = 高淨值群

## 名片

profile-head = <b>{ $name }</b> · { $tier }
profile-level = Lv.{ $level } { $title } { $bar } 距 Lv.{ $next } 還差 { $missing }
profile-level-top = Lv.{ $level } { $title } · 已是最高一級
profile-next = 升到 Lv.{ $next } 後：{ $privilege }。簽到和答題都能讓你更近一步
profile-all-privileges = 全部權益都已擁有
profile-streak = 連續簽到 { $streak } 個交易日 · 補簽卡 { $freezes } 張
profile-no-streak = 還沒有連續簽到，輸入「簽到」就能開始 · 補簽卡 { $freezes } 張
profile-balance = 餘額 { $balance } · 累計獲得 { $lifetime }
button-card = 看圖片版
card-caption = { $name } 的名片
card-nameless = 社群成員
card-level = Lv.{ $level } { $title }
card-progress = 距 Lv.{ $next } 還差 { $missing } 分
card-progress-top = 已是最高一級
card-streak = 連續簽到
card-trading-days =
    { $count ->
       *[other] 個交易日
    }
card-balance = 餘額
card-lifetime = 累計獲得
card-points =
    { $count ->
       *[other] 分
    }
card-next = 升到 Lv.{ $next } 後
card-foot = 積分只獎勵參與和學習，與真實交易無關

## 明細

points-head = <b>積分明細</b> · 餘額 { $balance } · 累計獲得 { $lifetime }
points-empty = 還沒有積分。輸入「簽到」得到第一筆，再答對今日一題，得到的更多。
points-plus = +{ $amount }
points-minus = −{ $amount }
points-entry = { $day } <b>{ $amount }</b> { $what }
points-entry-note = { $day } <b>{ $amount }</b> { $what }：{ $note }
points-page = 第 { $page } / { $pages } 頁
points-sent-privately = 已私訊發給你。
points-in-private = 這些內容在私訊裡看，免得洗版。先點下面打開私訊，再發一次指令。
button-newer = ◀ 較近
button-older = 較早 ▶
reason-check-in = 簽到
reason-daily-question = 今日一題
reason-streak-milestone = 連續簽到獎勵
reason-grant = 營運發放
reason-deduction = 營運扣除
reason-correction = 更正
reason-contest-prize = 模擬賽獎勵
reason-peer-answer = 回答獲採納
reason-late-answer = 回覆逾時致歉

## 排行

board-head-week = <b>本週排行</b> · { $start }起 · 共 { $count } 人有積分
board-head-season = <b>本季排行</b> · { $season } · 共 { $count } 人有積分
board-head-all = <b>累計排行</b> · 共 { $count } 人有積分
board-around = 我前後幾名
board-top = 前 { $count } 名
board-row = { $rank }. { $who } · { $points }
board-row-me = <b>{ $rank }. { $who } · { $points } ← 你</b>
board-who = { $name }
board-who-titled = { $name }（{ $title }）
board-leader = 第一名：{ $who } · { $points }
board-empty = 這段時間還沒有人得到積分。
board-not-yet = 你這段時間還沒有積分，輸入「簽到」就會出現在這裡。
board-staff = 工作人員不參與排行。
board-hidden = 你已隱藏：這一行只有你自己看得到。
board-hidden-in-group = 你已隱藏，名次只在私訊裡給你看。
button-board-week = 本週
button-board-season = 本季
button-board-all = 累計
button-here = · { $label } ·
button-board-full = 在私訊裡看完整排行

## 等級

levels-head = <b>等級表</b> · 你累計獲得 { $lifetime } 分
level-line = Lv.{ $level } { $title } · { $start } 分起 · { $privilege }
level-line-here = <b>Lv.{ $level } { $title } · { $start } 分起 · { $privilege } ← 你在這裡</b>
levels-foot = 等級只看累計獲得的積分，花掉不會降級。權益都與投資服務無關。
level-title-1 = 種子
level-title-2 = 萌芽
level-title-3 = 新葉
level-title-4 = 分枝
level-title-5 = 小樹
level-title-6 = 花開
level-title-7 = 成蔭
level-title-8 = 喬木
level-title-9 = 成林
level-title-10 = 長青
privilege-later = { $privilege }（稍後開放）
privilege-start = 簽到、答今日一題
privilege-title-on-board = 排行上顯示稱號
privilege-card-frame = 名片邊框
privilege-more-questions = 每天多答一題
privilege-choose-topics = 自選題目的主題
privilege-contest-first = 優先收到模擬賽邀請
privilege-ask-more = 每週多提一個問題
privilege-own-question = 投稿今日一題，署上名字
privilege-second-frame = 第二款名片邊框
privilege-wall = 名字登上社群榮譽頁

level-up = 升到 Lv.{ $level } { $title } 了。從現在起：{ $privilege }。完整等級表見 /levels。
level-up-later = 升到 Lv.{ $level } { $title } 了。這一級的權益是{ $privilege }，開放後會為你留著。完整等級表見 /levels。

## 發放與扣除

grant-done = ✅ 已給 { $name } 發放 { $amount } 分，現在餘額 { $balance }。
deduct-done = ✅ 已從 { $name } 扣除 { $amount } 分，現在餘額 { $balance }。
grant-waits = 給 { $name } 發放 { $amount } 分超出你今天的額度（已用 { $used } / { $cap }），已請另一位營運確認，24 小時內有效。
deduct-waits = 從 { $name } 扣除 { $amount } 分超出你今天的額度（已用 { $used } / { $cap }），已請另一位營運確認，24 小時內有效。
pending-grant =
    <b>待第二人確認：發放 { $amount } 分給 { $name }</b>（{ $id }）
    原因：{ $reason }
    申請人：{ $asker }，今天的額度已用 { $used } / { $cap }
    { $hours } 小時內不處理就作廢。申請人和收到積分的人都不能確認。
pending-deduct =
    <b>待第二人確認：從 { $name } 扣除 { $amount } 分</b>（{ $id }）
    原因：{ $reason }
    申請人：{ $asker }，今天的額度已用 { $used } / { $cap }
    { $hours } 小時內不處理就作廢。申請人和被扣分的人都不能確認。
button-confirm-grant = 確認發放 { $amount } 分給 { $name }
button-confirm-deduct = 確認從 { $name } 扣除 { $amount } 分
button-reject-movement = 駁回
pending-what-grant =
    <b>發放 { $amount } 分給 { $name }</b>
    原因：{ $reason }
pending-what-deduct =
    <b>從 { $name } 扣除 { $amount } 分</b>
    原因：{ $reason }
pending-confirmed = ✅ { $who } 於 { $at } 確認，現在餘額 { $balance }。
pending-rejected = 已由 { $who } 於 { $at } 駁回，沒有更動。
receipt-lines = { $lines }
receipt-grant = 營運給你發放了 { $amount } 積分，原因：{ $reason }。現在餘額 { $balance }，明細見 /points。
receipt-grant-bare = 營運給你發放了 { $amount } 積分。現在餘額 { $balance }，明細見 /points。
receipt-deduct = 營運扣除了你 { $amount } 積分，原因：{ $reason }。現在餘額 { $balance }，有疑問可以直接問營運。
receipt-deduct-bare = 營運扣除了你 { $amount } 積分。現在餘額 { $balance }，有疑問可以直接問營運。

## 拒絕

error-not-enough-points = 餘額只有 { $balance } 分，扣不了 { $wanted } 分。最多可以扣 { $balance } 分。
error-wrong-direction = 這筆積分的方向不對，沒有更動。
error-ledger-key-taken = 這筆積分已經記在別人名下，沒有更動。
error-grant-usage = 還差數量和原因。回覆對方的訊息發送 /{ $command } 50 分享讀書筆記，或寫 /{ $command } @使用者名稱 50 分享讀書筆記。
error-bot-recipient = 機器人、頻道和匿名管理員沒有積分帳戶。可以回覆成員本人的訊息，或寫上 @使用者名稱。
error-own-points = 不能給自己發放或扣除積分。需要的話，由另一位營運來做。
error-reason-length = 原因要寫 { $least } 到 { $most } 個字，現在是 { $length } 個字。寫在數量後面，如：50 分享讀書筆記。
error-amount-range = 一次可以是 { $least } 到 { $most } 分，收到的是 { $amount }。
error-second-operator = 這筆要由另一位營運確認：申請人和當事人都不能確認。
error-pending-decided =
    { $outcome ->
        [confirmed] { $who } 已經確認過了，沒有重複更動。
       *[rejected] { $who } 已經駁回了，沒有更動。
    }
error-pending-expired = 已經超過 { $hours } 小時，這筆作廢了。仍然需要的話，可以重新申請。
error-pending-unknown = 找不到這筆待確認的積分，可以重新申請。
error-not-yours = 這是別人的按鈕。要看自己的，自己發一次指令就好。
error-invalid-economy = 檔案 { $file } 裡的 { $key } 不對：收到 { $received }，允許：{ $allowed }
error-not-a-number = 「{ $received }」不是數量。可以寫整數，如 50、1,200 或 一百二十。
error-signed-number = 數量不帶正負號，收到的是「{ $received }」。要減少就用 /deduct。
error-decimal-number = 積分沒有小數，收到的是「{ $received }」。可以寫整數，如 50。
error-exponent-number = 「{ $received }」這種寫法容易看錯，把數字寫全就好，如 50。
error-number-too-large = 「{ $received }」太大了，一次最多 { $most }。

alert-points-differ = 積分對帳不平：{ $count } 處。第一處：{ $first }
    執行 bell audit points 查看全部。
