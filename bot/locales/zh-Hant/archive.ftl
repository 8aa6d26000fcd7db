# 存檔：狀態、覆蓋、保留期、法定保留。

help-archive = 存檔狀態：覆蓋率、校驗、匯出
help-hold = 法定保留：登記、查看、解除

## 保留期

retention-talk = 群聊發言
retention-publication = 機器人發布的內容
retention-operations = 營運處理記錄
retention-suitability = 適當性問卷
retention-points = 積分流水
retention-contest = 模擬賽記錄
retention-why-talk = 本機構留痕規定
retention-why-publication = 證券法第一百五十三條
retention-why-operations = 證券法第一百五十三條
retention-why-suitability = 投資者適當性管理辦法第三十二條
retention-why-points = 帳目須對得上
retention-why-contest = 成績須可複核

## /archive

archive-head = <b>存檔</b> · 近 30 天
archive-group = { $title }：{ $percent }% · { $records } 條{ $lost }
archive-lost = ，缺 { $time }（{ $cause }）
archive-lost-none = {""}
archive-no-groups = 尚無綁定的群，沒有可存的內容。
archive-hours = { $hours } 小時 { $minutes } 分
archive-minutes = { $minutes } 分
archive-gap-removed = 機器人不在群裡
archive-gap-not-reading = 不是管理員且隱私模式開著，讀不到
archive-gap-unbound = 未綁定
archive-gap-downtime = 停機超過 24 小時
archive-updates = 更新編號：收到 { $seen } 條，缺 { $missing } 條（{ $since } 起，分不清屬於哪個群）
archive-delays = 停機 { $times } 次共 { $time }，訊息已補收
archive-chain = 校驗鏈：已封 { $sealed } 條，待封 { $waiting } 條，期滿清除 { $erased } 條；鏈頭 { $head }
archive-check-whole = 全量校驗：{ $at }，{ $result }
archive-check-part = 抽樣校驗：{ $at }，{ $records } 條，{ $result }
archive-check-none = 尚未校驗過，每天 05:20 全量、12:50 抽樣。
archive-check-held = 完好
archive-check-broken = ⚠️ 第 { $position } 條有問題（{ $problem }）
archive-holds = 法定保留：{ $count } 項，/hold 查看
archive-blind = 覆蓋率按時間算，不按條數。成員自己刪除的訊息、其他機器人的訊息，機器人看不到。
archive-card-title = 存檔覆蓋率：最低 { $percent }%
archive-card-kicker = 近 30 天，按時間
archive-card-note = 缺 { $time }：{ $cause }
archive-card-foot = 成員自己刪除的訊息、其他機器人的訊息看不到

archive-export-usage = 寫法：/archive export 2026-11-01 2026-11-30 [群編號]
archive-export-large = 共 { $count } 條，超過聊天裡能發的量。要在伺服器上執行：
archive-export-command = <code>{ $command }</code>
archive-export-caption = 存檔匯出 { $first } 至 { $last }，{ $count } 條。校驗：解壓後執行 bell archive check 資料夾
error-archive-private = 匯出含成員的發言，只在私聊裡給。
error-archive-day-unreadable = 「{ $received }」不是日期。起訖日期寫作 2026-11-20，例：/archive export 2026-11-01 2026-11-30
error-archive-group-unknown = 沒有編號為 { $received } 的群。用 /archive 可以看到已有的群。

## /hold

hold-usage =
    寫法：/hold add 誰 [起..止] 原因
    誰：@用戶名、成員編號、群編號（負數）或 all
    例：/hold add @lin 2026-01-01..2026-06-30 監管問詢 12 號
    查看：/hold list　解除：/hold release 編號
hold-placed = 已登記法定保留 { $number }，立即生效。
hold-line = { $number } · { $scope } · { $period }：{ $reason }（{ $at } 登記）
hold-list = <b>法定保留</b>
hold-none = 沒有生效中的法定保留。
hold-scope-all = 全部
hold-scope-group = 群 { $title }
hold-scope-member = 成員 { $name }（{ $id }）
hold-period-all = 不限時間
hold-period = { $first } 至 { $last }
hold-open-end = 至今
hold-open-start = 最早
hold-release-asked = 已申請解除法定保留 { $number }，須由另一位合規或負責人確認。
hold-released = 已解除法定保留 { $number }。期滿的內容會在下一次清理時清除。
hold-stays = 法定保留 { $number } 繼續有效。
alert-hold-release =
    有人申請解除法定保留 { $number }（{ $who }）：
    { $hold }
button-hold-confirm = 確認解除 { $number }
button-hold-keep = 繼續保留
error-hold-unreadable = 沒看懂要保留什麼。寫法：/hold add 誰 [起..止] 原因，誰是 @用戶名、編號或 all，日期寫作 2026-11-20。
error-hold-reason-missing = 法定保留要寫明原因，例如：/hold add @lin 監管問詢 12 號。
error-hold-period-reversed = 時間寫反了：收到 { $first } 至 { $last }，止日須不早於起日。
error-hold-unknown = 沒有生效中的法定保留 { $received }。用 /hold list 查看。
error-hold-alone = 法定保留 { $hold } 的解除須由兩個人完成：先用 /hold release 申請，再由另一位確認。
