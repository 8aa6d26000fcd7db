# 群裡的審看：移除、禁言、申訴、群規設定。

help-mute = 禁言：回覆某人，/mute 2h 原因
help-unmute = 解除禁言：回覆某人，或 /unmute @用戶名
help-ban = 移出群：回覆某人，/ban 原因
help-unban = 允許某人重新入群：/unban @用戶名
help-guard = 設定本群怎麼管：連結、轉發、夜間、新人

## 對本人的說明

moderation-explained =
    你在「{ $title }」的一條訊息被移除了。
    { $lines }
    覺得判斷有誤，點下面的按鈕，會由人來看。
moderation-words = 涉及的文字：{ $words }
moderation-why-rule =
    為什麼：{ $reason }
    可以這樣說：{ $suggestion }
moderation-private-data = 裡面像是有電話、證件或帳戶號碼。為了你的安全，已經從群裡刪掉；這裡也不會重複它。要聯絡人或辦業務，請在這裡私訊，或用官方 App。
moderation-muted-until = 在那之前只能看、不能發言：{ $until }
moderation-why-flood = 為什麼：短時間裡發得太多、太重複，或一次點了太多人的名。慢一點發就好。
moderation-why-link = 為什麼：這類連結暫時不能發（新成員要過一段時間才可以）。想分享資料，可以寫出來源和標題。
moderation-why-disguised-link = 為什麼：外部群邀請、短連結或偽裝成官方的網址，去向無法核對。請貼出原始網址和來源名稱。
moderation-why-forward = 為什麼：這類訊息不能轉發。想討論，請用自己的話寫出來，並註明來源。
moderation-why-contact = 為什麼：新成員暫時不能在群裡發名片。
moderation-why-held = 為什麼：你的名字和工作人員容易混淆，或用了不合適的字樣，營運看過以後就能正常發言。換一個名字會更快。
moderation-undone = 營運重新看過您在「{ $title }」的那條訊息：判斷有誤，記錄已經撤銷，不會影響以後。抱歉打擾了您。
moderation-undone-lifted = 營運重新看過：在「{ $title }」的限制已經解除，記錄也撤銷了，不會影響以後。抱歉打擾了您。

## 群裡的一句話

moderation-note = 剛才有一條訊息按群規移除了。發訊息的人可以點按鈕看原因、提出申訴。
moderation-note-private = 剛才有一條訊息裡像是有個人資訊，已經移除。電話、證件、帳戶請不要發在群裡，需要時轉到私訊。
moderation-order = { $name }：群裡不接受任何委託。下單請用官方 App 或撥打客服熱線；本條已按規定留痕。
moderation-order-bare = 群裡不接受任何委託。下單請用官方 App 或撥打客服熱線；本條已按規定留痕。
moderation-hint = 提醒一下：{ $suggestion }
moderation-hint-bare = 提醒一下：請留意群規，說事實、附來源。
moderation-night = 現在是夜間（{ $hours }）：請放慢一點發，新成員暫時不能發連結。天亮後恢復。

## 給營運

taken-nothing = 沒有處理
taken-log = 只作記錄
taken-reply = 群裡提醒
taken-hold = 留給人看，訊息還在
taken-delete = 刪除
taken-mute = 刪除並禁言
taken-ban = 刪除並移出群
moderation-who = { $name }
moderation-who-newcomer = { $name }（新成員）
moderation-card-acted = 已處理：{ $measure }
moderation-card-watching = 只看不動，按規則本該：{ $measure }
moderation-card =
    <b>{ $title }</b> · { $who }
    { $acted }
    「{ $excerpt }」
    規則 { $rules }
    { $why }
moderation-staff =
    你在「{ $title }」說的話，有一處不符合我們對外的規則，訊息沒有動，請自己改一下：
    { $words }
    { $lines }
moderation-refused = ⚠️ 「{ $title }」裡有一項處理被 Telegram 拒絕：{ $why }。請確認我是管理員，並有「刪除訊息」「封禁用戶」的權限。今天同樣的事不再提醒。
moderation-bot-came = 有人把機器人 { $bot } 拉進了「{ $title }」，操作人：{ $by }。不認識就移除。
moderation-name-card =
    <b>{ $title }</b>：請看一下這個名字
    { $name } { $username }（{ $id }）
    { $why }
    { $held }
moderation-name-watching = 本群是只看不動，此人的訊息照常顯示。
alike-name = 顯示名稱與工作人員「{ $staff }」一樣。
alike-username = 用戶名與工作人員「{ $staff }」的幾乎一樣。
alike-office = 名字像是自稱官方或公司的人。
alike-words = 名字裡有群規不允許的字樣。
moderation-undo-done = 已撤銷。記錄保留，不再計入此人的歷史。
moderation-undo-lifted = 已撤銷，限制正在解除。
moderation-dropped = 正在刪除這條訊息。
moderation-bot-removed = 正在移除這個機器人。
moderation-kept = { $text }
moderation-by = 操作人：{ $who }
button-moderation-undo = 撤銷這次處理
button-moderation-fine = 沒有問題
button-moderation-delete = 刪除這條訊息
button-moderation-mute = 禁言 1 天
button-moderation-ban = 移出群
button-moderation-appeal = 申訴，請人來看
button-moderation-why = 看原因
button-moderation-remove-bot = 移除這個機器人

## 手動處理

hand-mute = 禁言
hand-unmute = 解除禁言
hand-ban = 移出群
hand-unban = 允許回群
hand-done = ✅ { $act }：{ $name }，{ $titles }，到 { $until }
hand-done-open = ✅ { $act }：{ $name }，{ $titles }，直到有人解除
hand-ended = ✅ { $act }：{ $name }，{ $titles }
hand-waits = { $act } { $name } 要由另一位同事確認，已經發到營運群。
hand-pending =
    <b>待第二人確認：{ $act } { $name }</b>（{ $id }）
    群：{ $titles }
    原因：{ $reason }
    申請人：{ $asker }
    { $hours } 小時內不處理就作廢。
hand-rejected = 已駁回，沒有處理。
button-hand-confirm = 確認{ $act }
button-hand-reject = 駁回
hand-told =
    { $act } · { $titles }
    { $lines }
hand-told-until = 到 { $until } 為止。
hand-told-open = 直到營運解除。
hand-told-ended = 現在起恢復正常，歡迎回來。
hand-told-reason = 原因：{ $reason }

## 群規設定

guard-form =
    <b>{ $title }</b> 的管理方式
    模式：{ $mode }
    連結：{ $links } · 轉發：{ $forwards }
    夜間：{ $night } · 新成員觀察 { $hours } 小時
    另外允許的網站：{ $hosts }
guard-mode-act = 處理
guard-mode-watch = 只看不動
guard-mode-off = 關閉
guard-links-free = 連結隨意
guard-links-newcomers = 新成員限連結
guard-links-listed = 只許名單內
guard-forwards-free = 轉發隨意
guard-forwards-newcomers = 新成員不轉發
guard-forwards-channels = 不許轉頻道
guard-forwards-none = 不許轉發
guard-night-off = 不設夜間
guard-night = 夜間 { $hours }
guard-hours = { $hours } 小時
guard-chosen = ● { $label }
guard-changed = ✅ 已保存。
guard-undone = ✅ 已恢復到改動之前。
guard-groups = 要看哪個群？
guard-group = { $title }
guard-group-mode = { $title }：{ $mode }
guard-no-groups = 還沒有綁定的成員群。先在群裡發送 /bind。
button-guard-undo = 撤銷上一次改動

## 拒絕

error-duration-unreadable = 看不懂「{ $received }」。時長可以寫 30m、2h、1d、三天、半小時。
error-duration-range = 「{ $received }」不行：最短 1 分鐘，最長 365 天。
error-night-unreadable = 看不懂「{ $received }」。夜間請寫兩個不同的時間，如 23:00-07:00，或 off 關閉。
error-host-unreadable = 「{ $received }」不是網站的名字。請寫成 example.com 這樣。
error-hours-range = 「{ $received }」太長，新成員最多觀察 { $most } 小時。
error-guard-usage = 看不懂「{ $received }」。直接發 /guard 用按鈕設定；或寫 /guard night 23:00-07:00、/guard newcomer 48、/guard allow example.com。
error-untouchable =
    { $why ->
        [self] 不能處理自己。
        [staff] { $name } 是工作人員，不能用這個指令處理。
       *[admin] { $name } 是群管理員，Telegram 不允許機器人處理。請先撤掉管理員身份。
    }
error-bot-untouchable = 機器人、頻道和匿名管理員不能這樣處理。請回覆成員本人的訊息，或寫上 @用戶名。
error-measure-nowhere = { $name } 不在任何已綁定的群裡，沒有可處理的地方。
error-nothing-to-undo = 這次處理已經撤銷過了，或已不存在，沒有改動。
error-second-moderator = 要由另一位同事確認，申請人自己不行。
error-measure-settled = 已經有人處理，或者等得太久作廢了。需要的話請重新發一次指令。
error-policy-moved = 設定在這之後又改過。請重新發送 /guard 看現在的樣子。
