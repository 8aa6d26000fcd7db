# 待審佇列：卡片、決定、舉報、申訴、核對身份。

help-verify = 核對某人是不是工作人員：/verify @用戶名
help-report = 舉報：回覆那條訊息發 /report，或 /report 說明
help-appeal = 對自己受到的處理申訴
help-review = 待審佇列：/review，或 /review 編號
help-group-safety =
    {""}
    <b>安全</b>

## 待審列表

review-head = <b>待審 { $count } 件</b>，期限近的在前
review-empty = 現在沒有待審的。有新的會在營運群裡出現卡片。
review-open = { NUMBER($number, useGrouping: 0) } 號
review-older = 下一頁
review-newer = 上一頁
review-back = 返回列表
review-filter-all = 全部
review-filter-mine = 我接手的

case-lines = { $lines }
case-line = { NUMBER($number, useGrouping: 0) } 號 · { $kind } · { $clock } · { $who } · { $text }
case-line-open = 待接手
case-line-asked = 等第二人

## 卡片

case-head = <b>{ NUMBER($number, useGrouping: 0) } 號待審 · { $kind }</b>
case-head-many = <b>{ NUMBER($number, useGrouping: 0) } 號待審 · { $kind } · 同樣的內容 { $count } 次</b>
case-kind-message = 群訊息
case-kind-name = 暱稱
case-kind-flood = 洗版
case-kind-order = 委託
case-kind-draft = 草稿
case-kind-broadcast = 群發
case-kind-report = 舉報
case-kind-appeal = 申訴
case-who = { $name }（{ $id }）· { $where } · { $at }
case-nobody = { $where } · { $at }
case-in-private = 私訊
case-name = { $name }
case-the-bot = 機器人
case-text = <blockquote>{ $text }</blockquote>
case-words = 說明：{ $text }
case-rule = { $rule }：{ $reason }
case-rules = 規則：{ $rules }
case-done = 已做：{ $done }（{ $by }）
case-nothing-done = 還沒有做任何處理
case-and = { $first }、{ $second }
case-done-logged = 記錄
case-done-warned = 提醒
case-done-held = 暫緩，等人看
case-done-deleted = 刪除訊息
case-done-muted = 禁言
case-done-banned = 移出群
case-reports = 舉報人數：{ $count }
case-clock = 期限 { $due }，{ $left }
case-left-hours = 還剩 { $hours } 小時
case-left-minutes = 還剩 { $minutes } 分鐘
case-overdue = 已超時 { $hours } 小時
case-open = 還沒有人接手
case-claimed = { $name } 已接手
case-asked = { $name } 提出「{ $decision }」，等另一位確認
case-decided = { $name } 決定：{ $decision }（{ $at }）
case-note = 說明：{ $note }
case-decision-uphold =
    { $family ->
        [appeal] 維持原處理
        [outgoing] 不發
        [report] 舉報屬實
       *[message] 確屬違規
    }
case-decision-release =
    { $family ->
        [appeal] 申訴成立，撤銷處理
        [outgoing] 可以發
        [report] 沒有違規
       *[message] 沒有違規，撤銷處理
    }
case-decision-delete =
    { $family ->
       *[message] 違規，刪除訊息
    }
case-decision-mute =
    { $family ->
       *[message] 違規，禁言 24 小時
    }
case-decision-ban =
    { $family ->
       *[message] 違規，移出群
    }
case-outcome-uphold = 違規
case-outcome-release = 沒有違規
case-outcome-delete = 違規，刪除
case-outcome-mute = 違規，禁言
case-outcome-ban = 違規，移出群

## 按鈕

button-case-claim = 我來接手
button-case-back = 放回佇列
button-case-hand = 轉給同事
button-case-view = 返回
button-case-text = 看全文
button-case-trace = 看經過
button-case-refuse = 不同意，放回佇列
case-choice-uphold =
    { $family ->
        [appeal] 維持原處理
        [outgoing] 不發
        [report] 舉報屬實
       *[message] 確屬違規
    }
case-choice-release =
    { $family ->
        [appeal] 申訴成立，撤銷處理
        [outgoing] 可以發
        [report] 沒有違規
       *[message] 沒有違規，撤銷處理
    }
button-case-uphold =
    { $stage ->
        [confirm] 確認：{ case-decision-uphold }
       *[first] { case-choice-uphold }
    }
button-case-release =
    { $stage ->
        [confirm] 確認：{ case-decision-release }
       *[first] { case-choice-release }
    }
button-case-delete =
    { $stage ->
        [confirm] 確認：{ case-decision-delete }
        [sure] 刪除這條訊息，不能恢復
       *[first] 刪除訊息
    }
button-case-mute =
    { $stage ->
        [confirm] 確認：{ case-decision-mute }
       *[first] 禁言 24 小時
    }
button-case-ban =
    { $stage ->
        [confirm] 確認：{ case-decision-ban }
        [sure] 移出群並刪除訊息（入群滿 14 天的須兩人）
       *[first] 移出群
    }
case-done-note = { NUMBER($number, useGrouping: 0) } 號已處理。
case-waits-second = { NUMBER($number, useGrouping: 0) } 號要兩個人決定：已記下，等另一位確認。
case-answer-in-private = 請到私訊裡寫給成員的答覆，我已經在那裡等你。沒有看到，就先在私訊裡發 /start。
case-ask-uphold = { NUMBER($number, useGrouping: 0) } 號申訴，維持原處理：直接發一條訊息寫給成員的理由，2 到 500 個字。
case-ask-release = { NUMBER($number, useGrouping: 0) } 號申訴，撤銷處理：直接發一條訊息寫給成員的答覆，2 到 500 個字。
case-sent-aside = 發到你的私訊了。
case-whole-text = <b>{ NUMBER($number, useGrouping: 0) } 號全文</b>（個人資訊已遮蓋）
    <blockquote>{ $text }</blockquote>

## 經過

case-trace-head = <b>{ NUMBER($number, useGrouping: 0) } 號經過</b>
case-step = { $at } { $who } { $step }
case-step-detail = { $line } · { $detail }
case-step-opened = 立案
case-step-joined = 併入同樣的內容
case-step-reported = 收到舉報
case-step-appealed = 提出申訴
case-step-claimed = 接手
case-step-given-back = 放回佇列
case-step-handed-on = 轉給同事
case-step-asked-second = 提出，等第二人
case-step-refused-second = 不同意，放回佇列
case-step-decided = 決定
case-step-undone = 撤銷處理
case-step-reminded = 提醒
case-step-expired = 超時，已告知所有者

## 時限

case-clock-told =
    { $mark ->
        [half] <b>{ $count } 件待審已過 12 小時</b>
        [last-hour] <b>{ $count } 件待審在 1 小時內到期</b>
       *[overdue] <b>{ $count } 件待審超過 24 小時還沒有決定</b>
    }
case-clock-how = 處理：/review 編號

## 告訴成員

measure-delete = 經人工複核，你在「{ $where }」的一條訊息不符合群規，已刪除（{ NUMBER($number, useGrouping: 0) } 號）。覺得不對，可以申訴，由另一位同事再看。
measure-mute = 經人工複核，你在「{ $where }」的發言不符合群規，禁言 24 小時（{ NUMBER($number, useGrouping: 0) } 號）。覺得不對，可以申訴，由另一位同事再看。
measure-ban = 經人工複核，你在「{ $where }」的發言嚴重違反群規，已移出群（{ NUMBER($number, useGrouping: 0) } 號）。覺得不對，可以申訴，由另一位同事再看。
measure-undone = 我們重新看過了：之前對您的處理不當，已經撤銷，也不計入記錄。抱歉打擾到您。已刪除的訊息恢復不了，請您再發一次。（{ NUMBER($number, useGrouping: 0) } 號）

## 申訴

button-appeal = 申訴
appeal-in-private = 申訴在私訊裡說，只有你和審核的人看得到。
appeals-head = <b>我受到的處理</b>（最近 30 天）
appeals-none = 最近 { $days } 天沒有對你的處理，不用申訴。
appeals-how = 每次處理可以申訴一次，由沒有參與那次處理的人決定，24 小時內答覆。
appeal-line = { $at } { $done } · { $state }
appeal-state-none = 可以申訴
appeal-state-undone = 已撤銷
appeal-state-open = { NUMBER($number, useGrouping: 0) } 號申訴處理中，最晚 { $due } 答覆
appeal-state-granted = 申訴成立，已撤銷
appeal-state-refused = 申訴已答覆，維持原處理
button-appeal-this = 申訴：{ $at } { $done }
button-appeal-stop = 不申訴了
appeal-ask = 為什麼覺得處理得不對？直接發一條訊息說明，4 到 500 個字。
appeal-stopped = 好的，沒有申訴。
appeal-opened = 已收到，{ NUMBER($number, useGrouping: 0) } 號申訴。由沒有參與那次處理的人決定，最晚 { $due } 在這裡答覆你。
appeal-granted = { NUMBER($number, useGrouping: 0) } 號申訴成立：處理已經撤銷，不計入記錄。抱歉給您添了麻煩。
    答覆：{ $note }
appeal-granted-bare = { NUMBER($number, useGrouping: 0) } 號申訴成立：處理已經撤銷，不計入記錄。抱歉給您添了麻煩。
appeal-refused = { NUMBER($number, useGrouping: 0) } 號申訴已由另一位同事看過：維持原處理。
    理由：{ $note }
appeal-refused-bare = { NUMBER($number, useGrouping: 0) } 號申訴已由另一位同事看過：維持原處理。想了解理由，請直接問營運。
appeal-late = 您的 { NUMBER($number, useGrouping: 0) } 號申訴，我們沒能在 24 小時內答覆，抱歉。已經轉給社群所有者，有結果馬上在這裡告訴您。

## 舉報

report-taken = 謝謝，已轉給審核的人，24 小時內處理，結果私訊告訴你。被舉報的人不會知道是誰舉報的。
report-known = 這條你已經舉報過，正在處理，結果私訊告訴你。
report-decided = 這條已經有人看過並處理了，謝謝。
report-limited = 今天的舉報次數已經用完，明天再來。情況緊急，請直接聯絡營運。
report-own = 這是你自己的訊息。想撤回，長按它選「刪除」就行。
report-empty = 舉報有兩個辦法：在群裡回覆那條訊息發 /report；或在這裡發 /report 加說明，至少 4 個字。
report-still-there = 群裡那條 /report 我沒有權限刪除。不想讓別人看到，請你自己刪掉它。
report-founded = 你舉報的內容核實為違規，已經處理。謝謝你。（{ NUMBER($number, useGrouping: 0) } 號）
report-unfounded = 你舉報的內容已經看過，沒有發現違規。謝謝你留意。（{ NUMBER($number, useGrouping: 0) } 號）

## 核對身份

verify-staff = { $name } 是這裡的工作人員：{ $role }。按 Telegram 帳號核對，不看暱稱。
verify-none = 不是這裡的工作人員。按 Telegram 帳號核對，暱稱和頭像誰都能改。
verify-hidden = 對方隱藏了帳號，核對不了，請當作不是工作人員。也可以發來對方的 @用戶名。
verify-channel = 這條來自群或頻道，不是某個人，核對不了。
verify-like = 注意：名字像工作人員 { $name }，但不是同一個帳號，當心冒充。
verify-never = 工作人員不會向你要密碼、驗證碼，不會讓你轉帳，也不會主動私訊談錢。遇到請發 /report。
verify-how = 用法：/verify @用戶名，或回覆那個人的訊息發 /verify。
verify-ask = 要核對誰？發 @用戶名，或把那個人的訊息轉發給我。
verify-unreadable = 「{ $received }」不是用戶名。用戶名像 @name，由字母、數字和下劃線組成；沒有用戶名的，把那個人的訊息轉發給我。

## 出錯時

error-case-unknown = 沒有 { $received } 號待審。列表見 /review。
error-case-decided = { NUMBER($number, useGrouping: 0) } 號已由 { $who } 決定：{ $outcome }。沒有改動。
error-case-claimed = { NUMBER($number, useGrouping: 0) } 號已由 { $who } 接手。滿 4 小時沒有處理，才可以接過來。
error-case-not-yours = { NUMBER($number, useGrouping: 0) } 號不在你手上，或對方不能審核，沒有改動。
error-case-own = 這件與你自己有關，要由別人決定。
error-case-acted-before = 原來的處理是你做的，申訴要由另一位決定。
error-case-second = 這件要兩個人：你已經提出，請另一位確認。
error-case-owners-only = 這件涉及工作人員，只由社群所有者在私訊裡處理。
error-case-unfit = { NUMBER($number, useGrouping: 0) } 號不能這樣處理，沒有改動。
error-appeal-unknown = 找不到這次處理：只能對自己最近 { $days } 天受到的處理申訴，列表見 /appeal。
error-appeal-known = 這次處理已經申訴過（{ NUMBER($number, useGrouping: 0) } 號），進度見 /appeal。
error-appeal-undone = 這次處理已經撤銷，不用申訴。
error-case-words-length = 收到 { $length } 個字，允許 { $least } 到 { $most } 個字，請再發一次。
