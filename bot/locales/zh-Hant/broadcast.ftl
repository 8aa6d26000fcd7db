# 群發：寫、核對、第二人核准、發送；以及成員自己的 /why。

help-broadcast = 群發：起草、由另一位營運核准、定時發送
help-why = 最近給我發過什麼、為什麼；不想收的可以關掉
broadcast-source = 數字來源：{ $source }

## 表單

broadcast-head = <b>群發 { NUMBER($number, useGrouping: 0) }</b> · { $state }
broadcast-line = { $label }：{ $value }
broadcast-came-back = 上次沒有通過：{ $reason }
broadcast-problems = <b>提交前還要改 { $count } 處</b>
broadcast-field-text = 正文
broadcast-field-other = 正文 B
broadcast-field-source = 數字來源
broadcast-field-language = 正文的語言
broadcast-field-groups = 發到群
broadcast-field-people = 私訊發給
broadcast-field-levels = 等級
broadcast-field-readers = 只限語言
broadcast-field-activity = 簽到情況
broadcast-field-asked = 意願
broadcast-field-excluded = 不發給
broadcast-field-when = 開始時間
broadcast-field-trading = 日期要求
broadcast-field-hours = 有效時間
broadcast-field-picture = 圖片
broadcast-ask-text = 請在私訊裡把正文發給我；或者回覆寫好的那條訊息，發送 /broadcast 加編號，圖片也會一起帶上。
broadcast-ask-other = 想比較兩種寫法，就把另一種發給我：大約一半人收到 B，每個人固定收到同一種。不需要就點「無」。
broadcast-ask-source = 正文裡引用的數字要有出處，由核准的人核對。請寫出處，如「國家統計局 11月15日公告」。
broadcast-ask-language = 正文是用哪種語言寫的？風險提示會用同一種語言。所有人收到的是同一份正文，不會自動翻譯。
broadcast-ask-groups = 發到哪些層級的群？可以多選。
broadcast-ask-people = 私訊發給哪些層級的成員？一個都不選，就不發私訊。
broadcast-ask-levels = 請寫等級範圍，如 2-5、三級以上、不限。
broadcast-ask-readers = 只發給選了這些語言的人；一個都不選，就是不限語言。
broadcast-ask-activity = 請選一項，或者寫「最近 7 天」「沉默 30 天」「從未」「不限」。
broadcast-ask-asked = 發給沒有拒收的所有人，還是只發給主動要求接收的人？訂了私訊簡報的也算主動要求。
broadcast-ask-excluded = 不發給誰？請寫 @用戶名 或編號，用空格隔開；沒有就寫「無」。
broadcast-ask-when = 什麼時候開始？請寫社群時間，如 明天 9:30、12月1日 上午十點、現在。
broadcast-ask-trading = 遇到休市日還發嗎？
broadcast-ask-hours = 開始以後多久就不必再發？請選一項，或寫 1 到 72 小時。
broadcast-pictured = 有一張
broadcast-without-picture = 無
broadcast-none = 無
broadcast-now = 核准後馬上開始
broadcast-at = { $at }
broadcast-starts = { $at } 開始
broadcast-hours = 開始後 { $hours } 小時內
broadcast-people = { $count ->
        [0] 無
       *[other] { $count } 人
    }
broadcast-levels = { $first ->
        [0] { $last ->
            [0] 不限
           *[other] 最高 Lv.{ $last }
        }
       *[other] { $last ->
            [0] Lv.{ $first } 以上
           *[other] Lv.{ $first } 到 Lv.{ $last }
        }
    }
broadcast-activity = { $kind ->
        [within] 最近 { $days } 天簽到過
        [silent] 超過 { $days } 天沒有簽到
        [never] 從未簽到
       *[any] 不限
    }
broadcast-asked-no = 沒有拒收的所有人
broadcast-asked-yes = 只限主動要求接收的人
broadcast-trading-no = 任何一天都可以
broadcast-trading-yes = 只在交易日發
broadcast-every-language = 不限
broadcast-list = { $before }、{ $part }
broadcast-part = { $name } { $count }
broadcast-choice-held = ✓ { $name }
broadcast-type-in-private = 請到和我的私訊裡，把內容直接發給我。

button-broadcast-no-picture = 不要圖片
button-broadcast-reword = 按建議修改
button-broadcast-preview = 在私訊裡看真實效果
button-broadcast-check = 核對影響範圍
button-broadcast-drop = 丟棄
button-broadcast-form = 返回表單
button-broadcast-submit = 提交，請另一位營運核准

## 要改的和要留意的

broadcast-problem-empty = 還沒有正文。
broadcast-problem-signs = 正文 { $variant } 裡只有符號或表情，沒有文字。
broadcast-problem-long =
    { $kind ->
        [caption] 帶圖片時正文連同風險提示最多 { $most } 個字元，現在是 { $length } 個。請縮短，或不要圖片。
       *[text] 正文連同風險提示最多 { $most } 個字元，現在是 { $length } 個。請縮短。
    }
broadcast-problem-everybody = 這裡沒有「@所有人」這種用法，寫了也不會提醒到誰。請去掉。
broadcast-problem-same = 正文 B 和正文一樣，比較不出什麼。請改寫或去掉 B。
broadcast-problem-blocked =
    合規未通過（{ $count } 處）：
    { $lines }
broadcast-finding = 「{ $excerpt }」 { $reason } { $rule } → 建議「{ $suggestion }」
broadcast-problem-figures = 有 { $count } 個數字沒有綁定行情：{ $figures }。請去掉，或在「數字來源」裡寫明出處，由核准的人核對。
broadcast-problem-nobody = 還沒有選發給誰：至少選一個層級的群，或私訊的層級。
broadcast-problem-past = 開始時間 { $at } 已經過去。請換一個時間，或改為核准後馬上開始。
broadcast-problem-quiet = { $at } 在安靜時段（{ $first } 到次日 { $last }）裡，不往群裡發。請換一個時間。
broadcast-problem-useless = 私訊要等到 { $awake } 才能發，那時已經超過有效時間 { $at }。請延長有效時間，或換一個開始時間。
broadcast-problem-uncovered = 交易日曆只知道到{ $until }，還不知道{ $day }是不是交易日。請換一天，或改為任何一天都可以。
broadcast-problem-closed = { $day }休市。請換一天，或改為任何一天都可以。
broadcast-problem-over = 已經超過有效時間 { $at }。
broadcast-warning-links = ⚠️ 含有名單以外的連結：{ $hosts }。請確認沒有寫錯。

## 影響範圍

broadcast-check = <b>群發 { NUMBER($number, useGrouping: 0) } 會影響到誰</b>
broadcast-card-text = 正文 { $variant }：{ $text }
broadcast-card-split = A、B 各發給：{ $first }、{ $second }
broadcast-card-figures = 引用的數字：{ $figures }。出處：{ $source }。核准前請逐個核對。
broadcast-card-language = 所有人收到同一份正文：{ $language }
broadcast-reach-groups = 群：{ $count } 個（{ $titles }），已知成員 { $known } 人
broadcast-reach-no-groups = 群：不發
broadcast-reach-people = 私訊：{ $count } 人
broadcast-reach-deferred = 其中 { $count } 人在安靜時段，順延到早上 8:00 以後
broadcast-reach-languages = 私訊的語言：{ $parts }
broadcast-reach-excluded = 不發私訊的：{ $parts }
broadcast-reach-time = 預計 { $starts } 開始，{ $ends } 結束，發送約需 { $minutes } 分鐘
broadcast-exclusion-named = 點名不發
broadcast-exclusion-staff = 工作人員
broadcast-exclusion-left = 已退群
broadcast-exclusion-not-in-segment = 不在所選範圍
broadcast-exclusion-hidden = 選擇不公開
broadcast-exclusion-no-private-chat = 沒有和我私訊過
broadcast-exclusion-unreachable = 已封鎖或聯絡不上
broadcast-exclusion-opted-out = 已拒收這類訊息
broadcast-exclusion-daily-budget = 當天已收滿 2 條
broadcast-exclusion-quiet-hours = 安靜時段

## 提交、核准、發送

broadcast-submitted = 群發 { NUMBER($number, useGrouping: 0) } 已提交，等另一位營運核准。再改動就要重新提交。
broadcast-preview-head = 〔預覽，未發送〕群發 { NUMBER($number, useGrouping: 0) } · 正文 { $variant }
broadcast-previewed = 已發到你的私訊。
broadcast-preview-closed = 我還不能給你發私訊。請先開啟和我的私訊，點「開始」。
alert-broadcast-asks =
    <b>群發 { NUMBER($number, useGrouping: 0) } 等待核准</b>
    { $lines }
broadcast-grown = ⚠️ 核准以後，影響範圍從 { $before } 人變成 { $after } 人，或多了別的群，已經停下。請重新核對。
button-broadcast-approve = 核准發送
button-broadcast-approve-quoted = 數字已逐個核對，核准發送
button-broadcast-return = 退回修改
button-broadcast-reject = 駁回
broadcast-approved = { $at } { $who } 核准。
broadcast-why = 請寫明群發 { NUMBER($number, useGrouping: 0) } 沒有通過的原因，直接發給我。
broadcast-returned = 群發 { NUMBER($number, useGrouping: 0) } 已退回修改，原因記在表單上。
broadcast-rejected = 群發 { NUMBER($number, useGrouping: 0) } 已駁回。
broadcast-progress = 已發 { $sent } · 等待 { $waiting } · 結果不明 { $unknown } · 失敗 { $failed } · 未發 { $suppressed }
broadcast-reason = 原因：{ $reason }
button-broadcast-cancel = 取消
button-broadcast-pause = 暫停
button-broadcast-resume = 繼續發送
button-broadcast-refresh = 重新整理
broadcast-sure = 取消群發 { NUMBER($number, useGrouping: 0) }？已經發出的 { $left } 條收不回來，其餘不再發送。
button-broadcast-sure = 取消，不再發送
broadcast-cancelled = 群發 { NUMBER($number, useGrouping: 0) } 已取消：攔下 { $dropped } 條，此前已發出 { $left } 條。
alert-broadcast-done = 群發 { NUMBER($number, useGrouping: 0) } 已發完：送達 { $sent }，結果不明 { $unknown }，失敗 { $failed }，未發 { $suppressed }，等待 { $waiting }。
alert-broadcast-expired = 群發 { NUMBER($number, useGrouping: 0) } 已失效：核准只管 24 小時，並且要趕在開始時間之前。需要的話請重新起草。
alert-broadcast-stopped =
    ⚠️ 群發 { NUMBER($number, useGrouping: 0) } 沒有開始，已退回草稿：
    { $problems }
broadcast-list-head = <b>最近的群發</b>
broadcast-list-line = { NUMBER($number, useGrouping: 0) } · { $state } · { $text }
broadcast-list-empty = 還沒有群發過。發送 /broadcast 起草第一條。
broadcast-state-draft = 草稿
broadcast-state-submitted = 等待核准
broadcast-state-approved = 已核准
broadcast-state-sending = 發送中
broadcast-state-paused = 已暫停
broadcast-state-done = 已發完
broadcast-state-cancelled = 已取消
broadcast-state-rejected = 已駁回
broadcast-state-expired = 已失效

## 拒絕

error-broadcast-unknown = 沒有編號為 { $received } 的群發。發送 /broadcast list 看最近的。
error-broadcast-usage = 看不懂「{ $received }」。起草：/broadcast；列表：/broadcast list；開啟：/broadcast 12；退回或駁回：/broadcast return 12 原因。
error-broadcast-state =
    { $state ->
        [draft] 群發 { NUMBER($number, useGrouping: 0) } 還是草稿，請先提交。
        [submitted] 群發 { NUMBER($number, useGrouping: 0) } 已經提交，正在等另一位營運核准。
        [approved] 群發 { NUMBER($number, useGrouping: 0) } 已經核准，沒有重複處理。
        [sending] 群發 { NUMBER($number, useGrouping: 0) } 正在發送，現在不能這樣做。
        [paused] 群發 { NUMBER($number, useGrouping: 0) } 已經暫停。
        [done] 群發 { NUMBER($number, useGrouping: 0) } 已經發完。
        [cancelled] 群發 { NUMBER($number, useGrouping: 0) } 已經取消。
        [rejected] 群發 { NUMBER($number, useGrouping: 0) } 已經駁回。
       *[expired] 群發 { NUMBER($number, useGrouping: 0) } 已經失效，請重新起草。
    }
error-broadcast-stale = 群發 { NUMBER($number, useGrouping: 0) } 在這張卡片之後又提交過。請看最新的卡片，或發送 /broadcast { NUMBER($number, useGrouping: 0) }。
error-broadcast-own = 群發 { NUMBER($number, useGrouping: 0) } 由你起草或修改過，要由另一位營運核准。
error-broadcast-too-early = 核准只管 24 小時。群發 { NUMBER($number, useGrouping: 0) } 請在 { $since } 以後核准。
error-broadcast-problems =
    群發 { NUMBER($number, useGrouping: 0) } 還有要改的：
    { $problems }
error-broadcast-levels = 「{ $received }」不是等級範圍。可以寫 1 到 { $most } 級，如 2-5、三級以上、不限。
error-broadcast-levels-reversed = 「{ $received }」前大後小。請小的寫在前面，如 2-5。
error-broadcast-activity = 看不懂「{ $received }」。可以寫「最近 7 天」「沉默 30 天」「從未」「不限」，天數 1 到 365。
error-broadcast-time = 「{ $received }」不是時間。可以寫 明天 9:30、12月1日 上午十點、20:00、現在。
error-broadcast-past = { $at } 已經過去。請寫以後的時間，或寫「現在」。
error-broadcast-far = { $at } 太遠了，最多可以定在 { $days } 天以內。
error-broadcast-hours = 「{ $received }」不是小時數。可以寫 1 到 { $most }。
error-broadcast-text-long = 收到 { $length } 個字，最多 { $most } 個。請縮短再發。
error-broadcast-text-empty = 沒有收到文字。請把內容寫成文字發給我。
error-broadcast-picture = 這張圖片用不了：只支援 PNG 或 JPEG，最大 { $most } MB。
error-broadcast-reason = 原因要寫 { $least } 到 { $most } 個字。

## 成員的 /why

button-no-campaigns = 不再接收這類訊息
button-campaigns-off = 不再接收社群活動訊息
button-campaigns-on = 重新接收社群活動訊息
why-head = <b>最近給你的私訊訊息</b>
why-in-private = 給你發過什麼，在私訊裡看。
why-preview = 這是預覽，這個按鈕在這裡不起作用。
why-refused = 以後不再給你發這類訊息。想恢復，發送 /why。
why-nothing = 最近沒有給你發過訊息。
why-line = { $at } · { $lane }：{ $outcome }
why-rules = 沒有請求的訊息，22:00 到 8:00 不發，一天最多 2 條。
why-wanted = 社群活動訊息：接收
why-unwanted = 社群活動訊息：不接收
why-lane-alert = 營運提醒
why-lane-moderation = 群規通知
why-lane-receipt = 回執
why-lane-brief = 簡報
why-lane-contest = 模擬賽
why-lane-answer = 提問的答覆
why-lane-nudge = 小提醒
why-lane-survey = 問卷
why-lane-campaign = 社群活動
why-opted-out = 沒有發，你選擇了不接收
why-quiet-hours = 沒有發，等到早上就過時了
why-daily-budget = 沒有發，當天已經有 2 條
why-cancelled = 沒有發，營運取消了
why-other = 沒有發，已經不需要了
why-state-queued = 在等待發送
why-state-sending = 正在發送
why-state-sent = 已發送
why-state-unknown = 可能已送達，沒有收到回執
why-state-failed = 沒有發成
why-state-expired = 沒有發，輪到時已經過時
