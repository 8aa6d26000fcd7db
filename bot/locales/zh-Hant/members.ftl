# 群、話題、角色、交易日曆。

binding-newbie = 新手群
binding-advanced = 進階群
binding-vip = 高淨值群
binding-operators = 營運群
purpose-briefs = 簡報
purpose-questions = 提問
purpose-contest = 競賽
purpose-chat = 閒聊
role-member = 成員
role-expert = 顧問
role-compliance = 合規
role-operator = 營運
role-owner = 擁有者

## 綁定

bind-which = 這裡要綁定成什麼？
bind-done = ✅ 已綁定：<b>{ $binding }</b>
bind-already = 這裡已經是<b>{ $binding }</b>，沒有改動。
bind-means-tier = 每個交易日的早、午、晚簡報會發到這裡，群裡的發言從現在起留檔。
bind-means-ops = 提醒、待確認的事和合規卡片會發到這裡，群裡的發言從現在起留檔。
bind-topic-done = ✅ 這個話題用於：<b>{ $purpose }</b>
bind-kept = 保持原樣，沒有改動。
rebind-sure =
    本群現在是<b>{ $before }</b>。改成<b>{ $after }</b>後，簡報內容和成員的層級都會跟著變。
button-rebind = 改成{ $binding }
button-keep = 保持原樣
unbind-sure = 要解除本群的綁定嗎？現在是<b>{ $binding }</b>。
unbind-means-tier = 解除後：簡報不再發到這裡，發言不再留檔，話題的用途清空；只在本群的成員不再有層級。積分不受影響。
unbind-means-ops = 解除後：提醒改為私訊發給擁有者，發言不再留檔，話題的用途清空。
button-unbind = 解除綁定（{ $binding }）
unbind-done = 已解除綁定。這裡原來是<b>{ $binding }</b>。想恢復就發送 /bind。

ability-all = 我在這裡能發言、能看到全部訊息、能刪除訊息。
ability-unknown = 沒能查到我在這裡的權限，請確認我是管理員。
ability-no-posting = ⚠️ 我不能在這裡發言：請在群權限裡允許我發送訊息。
ability-no-reading = ⚠️ 我只看得到指令，看不到「簽到」這樣的普通訊息：請把我設為管理員。
ability-no-deleting = ⚠️ 我不能刪除訊息：請在管理員權限裡打開「刪除訊息」。

## 告訴營運

somebody-anonymous = 匿名管理員
alert-bot-added = { $by } 把我拉進了「{ $title }」，這個群還沒有綁定。要用它，請擁有者在群裡發送 /bind；不認識這個群，可以不理會。
alert-bot-removed = ⚠️ 我被移出了「{ $title }」（{ $binding }），操作人：{ $by }。簡報不會再發到那裡；綁定和成員記錄都保留著，拉回來即可繼續。
alert-bot-back = 我回到了「{ $title }」（{ $binding }），操作人：{ $by }。綁定還在，照常運行。
alert-bot-lost-rights =
    ⚠️ 我在「{ $title }」（{ $binding }）的權限少了，操作人：{ $by }。
    { $lost }
alert-bot-mute = ⚠️ 「{ $title }」已綁定，但我不能在那裡發言：請在群權限裡允許我發送訊息，否則簡報發不出去。

## 角色

role-list = <b>角色一覽</b>
role-list-line =
    <b>{ $role }</b>
    { $people }
person-entry = { $name }（{ $id }）
person-unseen = 還沒露過面（{ $id }）
role-usage = 任命：回覆某人的訊息發送 /role operator，或 /role @用戶名 expert｜compliance｜operator｜none
role-done = ✅ { $name } 的角色已更新。
role-unchanged = { $name } 的角色本來就是這樣，沒有改動。
role-holds =
    現在擔任：
    { $roles }
role-holds-none = 現在不擔任任何角色。

## 拒絕

error-binding-unknown = 看不懂「{ $received }」。群可以綁定為 newbie（新手）、advanced（進階）、vip（高淨值）、ops（營運）；話題可以用於 briefs、questions、contest、chat。直接發送 /bind 會給出按鈕。
error-topic-needed = 要在話題裡發送才行：進入那個話題，再發一次 /bind { $purpose }。
error-group-unbound = 本群還沒有綁定。請擁有者先發送 /bind 選一個層級。
error-member-unknown = 沒有見過「{ $received }」。請讓對方先在群裡或私訊裡說一句話，或者直接回覆對方的訊息再發指令。
error-member-not-named = 沒有說是誰。請回覆對方的訊息發送 /{ $command }，或寫上 @用戶名 或數字 ID。
error-role-unknown = 沒有「{ $received }」這個角色。可以用 expert（顧問）、compliance（合規）、operator（營運），或 none 全部撤銷。
error-owner-fixed = 擁有者由部署時的 OWNER_IDS 決定，不能在聊天裡任命或撤銷。

## 交易日曆

calendar-head = <b>交易日曆 { $exchange }</b>
calendar-today-trades = 今天 { $day }：交易
calendar-today-half = 今天 { $day }：半日市，{ $closes } 收市
calendar-today-rests = 今天 { $day }：休市
calendar-next = 下一個交易日：{ $day }
calendar-half-days =
    接下來的半日市：
    { $days }
calendar-covered = 已知到 { $until }，還有 { $days } 天
calendar-ended = ⚠️ 日曆只到 { $until }，之後的交易日一概不知，也不會猜：請錄入新一年的休市表。
calendar-usage = 錄入：/calendar { $year } 休市 01-01 02-05..02-11 …
calendar-preview = { $year } 年：週一到週五裡有 { $closed } 天休市。請對照交易所公告核對，確認後才生效。
calendar-replaces = ⚠️ { $year } 年已有休市表，啟用後會整年替換。
button-calendar-use = 確認啟用 { $year } 年休市表：{ NUMBER($days, useGrouping: 0) } 個交易日
button-calendar-drop = 不啟用
calendar-in-force = ✅ { $year } 年休市表已啟用（{ $who }）。
button-calendar-undo = 撤銷 { $year } 年休市表
calendar-taken-back = { $year } 年休市表已撤銷，恢復到之前的樣子（{ $who }）。
calendar-dropped = 沒有啟用，日曆保持原樣。

error-calendar-uncovered = 交易日曆裡沒有 { $day }：只知道到 { $covered_until }。請營運用 /calendar 錄入新一年的休市表。
error-calendar-no-session = { $day } 休市，沒有交易時段。
error-calendar-unknown-exchange =
    沒有「{ $received }」的交易日曆。可以用：
    { $allowed }
error-calendar-conflict = { $day } 同時寫成了休市和開市，請只留一個。
error-calendar-gap = 還不能錄入 { NUMBER($year, useGrouping: 0) } 年：中間缺年份，請先錄入 { NUMBER($expected, useGrouping: 0) } 年；撤銷也要從最後一年開始。
error-calendar-list-malformed = 看不懂「{ $received }」。請這樣寫：2027 休市 01-01 02-05..02-11
error-calendar-list-empty = { NUMBER($year, useGrouping: 0) } 年的休市表裡一天也沒有。請把休市的日子寫在後面，如 01-01 02-05..02-11。
error-calendar-year-invalid = 年份「{ $received }」不對，可以是 { NUMBER($lowest, useGrouping: 0) } 到 { NUMBER($highest, useGrouping: 0) }。
error-calendar-date-invalid = { NUMBER($year, useGrouping: 0) } 年沒有「{ $received }」這樣的日子。請寫成 月-日，如 02-05，或一段 02-05..02-11。
error-calendar-range-reversed = 「{ $received }」的結束早於開始，請把兩個日子對調。
error-calendar-range-too-long = 「{ $received }」有 { $days } 天，超過 { $highest } 天，像是寫錯了。真有這麼長，請分成兩段寫。
error-calendar-draft-gone = 找不到這份休市表了，請重新發送 /calendar。
error-calendar-draft-decided = { $year } 年的這份休市表已經有人處理過，或已被新的代替，沒有改動。
