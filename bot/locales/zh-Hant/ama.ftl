# 專家問答（AMA）：徵集問題、投票、現場、小結；以及營運的卡片。

help-ama = 專家問答：看時間、提問、給問題投票

## 一場問答

ama-head = <b>{ $title }</b> · { $state }
ama-when = { $expert }主講，{ $at }–{ $until }
ama-somebody = 一位成員
ama-the-expert = 專家
ama-state-draft = 草稿
ama-state-collecting = 徵集問題中
ama-state-open = 進行中
ama-state-closed = 已結束
ama-state-cancelled = 已取消
ama-state-stopped = 已叫停
ama-state-late = 已過開始時間
ama-row = { $number }. { $question }（{ $votes } 票）
ama-row-mine = { $number }. { $question }（{ $votes } 票，含你的一票）
ama-row-answered = { $number }. ✓ { $question }
ama-no-questions = 還沒有上榜的問題，第一個可以是你的。
ama-no-answers = 這一場沒有留下回答。
ama-vote-how = 每人一票，投給最想聽的問題；可以改投，再點一次就收回。
ama-bare = 專家問答有新進展，發送 /ama 查看。

## 群裡

ama-call = 🎙 下一場專家問答開始徵集問題
ama-call-how = 回覆這條訊息就能提問，審核後上榜；點按鈕看問題、投票。
ama-opens = 🎙 專家問答開始了，按票數依次回答。回覆這條訊息可以繼續提問。
ama-answer-question = { $asker } 問：<b>{ $question }</b>
ama-answer = { $expert } 答：{ $answer }
ama-moved = 🎙 「{ $title }」改期：原定 { $before }，改為 { $at }。已提的問題都保留。
ama-stopped-in-group = 「{ $title }」到此為止，不再繼續。給大家添麻煩了。
ama-digest-head = 🎙 <b>{ $title }</b> 結束，{ $asked } 個問題答了 { $answered } 個
ama-digest-row = · { $question } → { $answer }
ama-digest-tail = 完整問答點下面的按鈕看。
ama-digest-none = 這一場沒有問題得到回答，提問的人會收到說明。

## 提問、投票

ama-ask = 請把想問「{ $title }」的問題發給我，{ $least } 到 { $most } 個字。審核後上榜，別人可以為它投票。
ama-asked = 收到，審核後會出現在「{ $title }」的問題榜上。
ama-asked-group = 收到，審核後上榜。
ama-asked-voted = 已經有人問過同樣的問題，你的一票投給了它：{ $question }
ama-asked-known = 同樣的問題已經提過，現在的狀態：{ $state }。
ama-asked-pending = 等待審核
ama-asked-listed = 已上榜
ama-asked-answered = 已回答
ama-asked-refused = 沒有採用
ama-asked-withdrawn = 已撤回
ama-voted = 已投給這個問題。
ama-unvoted = 這一票收回了。
ama-withdrawn = 已撤回，以後可以重新提。
ama-mine-head = <b>我在「{ $title }」的提問</b>
ama-mine-row = { $number }. { $question }（{ $state }）
ama-mine-none = 還沒有提過問題。
ama-told-listed = 你的問題已上榜「{ $title }」：{ $question }
ama-told-refused = 你給「{ $title }」的問題「{ $question }」這次沒有採用。
ama-told-refused-reason = 你給「{ $title }」的問題「{ $question }」這次沒有採用。原因：{ $reason }
ama-told-answered = 你在「{ $title }」的提問有了回答：
ama-told-unanswered = 「{ $title }」已結束，時間有限，沒有輪到你的問題「{ $question }」。可以用 /ask 單獨提問，或留到下一場。
ama-told-stopped = 「{ $title }」不再繼續，你的問題「{ $question }」沒能得到回答。可以用 /ask 單獨提問，或留到下一場。
ama-told-bare = 你在「{ $title }」的提問有了新進展，發送 /ama { NUMBER($number, useGrouping: 0) } 查看。

button-ama-join = 看問題、提問、投票
button-ama-read = 看完整問答
button-ama-ask = 我要提問
button-ama-mine = 我的提問
button-ama-list = 返回問題榜
button-ama-vote = 投 { $number }
button-ama-voted = ✓ 收回 { $number }
button-ama-answer = 看回答 { $number }
button-ama-withdraw = 撤回第 { $number } 個
button-ama-back = 上一頁
button-ama-more = 下一頁

## 營運：新建、列表

ama-new-how =
    把下面這段複製出來，填好再發給我。時長不寫就是 60 分鐘，範圍不寫就是全部群；
    「每週」寫「是」，以後每週同一時間自動徵集，遇休市順延到當週下一個交易日。
ama-new-form =
    <pre>/ama new
    標題：怎樣讀懂財報
    主講：@用戶名
    時間：明天 20:00
    時長：60
    範圍：新手、進階
    每週：否</pre>
ama-preview = <b>專家問答 { NUMBER($number, useGrouping: 0) } · 預覽</b>，還沒有人看到
ama-preview-reach =
    { $count ->
        [0] ⚠️ { $tiers }裡還沒有綁定的群，發出後沒有人看到。
       *[other] 會發到 { $tiers } 的 { $count } 個群。
    }
ama-preview-weekly = 以後每週同一時間自動徵集，直到停止。
ama-preview-closed = ⚠️ { $day }休市。仍要在這天辦，就照常發出。
ama-preview-unknown = ⚠️ 交易日曆沒有覆蓋{ $day }，不知道是不是交易日。
ama-tiers-1 = { $t0 }
ama-tiers-2 = { $t0 }、{ $t1 }
ama-tiers-3 = { $t0 }、{ $t1 }、{ $t2 }
ama-called = 已發到 { $count } 個群，{ $at } 自動開始。
ama-dropped = 已放棄，沒有人看到過。
ama-moved-done = 已改到 { $at }。
ama-list-head = <b>專家問答</b>
ama-list-row = { NUMBER($number, useGrouping: 0) } · { $title } · { $state } · { $at } · 待審 { $pending }，上榜 { $listed }，已答 { $answered }
ama-list-empty = 還沒有專家問答。發送 /ama new 開始一場。
ama-list-how = 改期：/ama move 編號 時間；叫停：/ama stop 編號；每週系列：/ama series
ama-series-head = <b>每週系列</b>
ama-series-row = { NUMBER($number, useGrouping: 0) } · { $title } · { $weekday } { $at }
ama-series-empty = 沒有在辦的每週系列。新建時在「每週」寫「是」就會有。
ama-series-sure = 停止系列「{ $title }」？以後不再自動徵集；已經徵集的那一場照常辦。
ama-series-stopped = 系列「{ $title }」已停止。
ama-weekday-0 = 週一
ama-weekday-1 = 週二
ama-weekday-2 = 週三
ama-weekday-3 = 週四
ama-weekday-4 = 週五
ama-weekday-5 = 週六
ama-weekday-6 = 週日
ama-stop-sure = 叫停「{ $title }」？立刻停發一切訊息，已發出的收不回來；群裡會看到一句說明，{ $waiting } 個沒有回答的問題作廢，也不會有小結。不能恢復。
ama-stop-done = 已叫停「{ $title }」，攔下 { $dropped } 條未發出的訊息。
ama-end-sure = 結束「{ $title }」？還有 { $waiting } 個問題沒有回答，之後發小結。不能重新開始。
ama-ended = 「{ $title }」已結束，小結馬上發出。
ama-anyway-done = 「{ $title }」照常在 { $at } 開始。

button-ama-call = 發出徵集
button-ama-drop = 放棄
button-ama-stop = 叫停
button-ama-stop-sure = 確認叫停，不可恢復
button-ama-skip = 放到最後
button-ama-end = 結束本場
button-ama-end-sure = 確認結束
button-ama-anyway = 休市也照常辦
button-ama-series-stop = 停止系列 { NUMBER($number, useGrouping: 0) }
button-ama-series-sure = 確認停止系列
button-ama-keep = 不，保持原樣

## 營運：卡片

ama-card =
    <b>「{ $title }」收到問題 { NUMBER($number, useGrouping: 0) }</b>
    { $name }：{ $question }
    { $state }
ama-stage =
    <b>「{ $title }」輪到問題 { NUMBER($number, useGrouping: 0) }</b>
    { $name }問：{ $question }
    回覆這條訊息就是回答，會發到所有相關的群。
ama-stage-over =
    <b>「{ $title }」問題 { NUMBER($number, useGrouping: 0) }</b>
    { $name }問：{ $question }
    { $state }
ama-stands-pending = 等待審核
ama-stands-listed = 已上榜（{ $by }）
ama-stands-answered = ✓ 已回答（{ $by }）
ama-stands-refused = 沒有採用（{ $by }）：{ $reason }
ama-stands-withdrawn = 提問的人撤回了
ama-refuse-ask = 不採用問題 { NUMBER($number, useGrouping: 0) }：「{ $question }」。提問的人會收到通知。想說明原因，就在私訊裡把原因發給我。
ama-listed-note = 已上榜。
ama-refused-note = 沒有採用，已通知提問的人。
ama-answered-note = 已發到 { $count } 個群。
ama-skipped-note = 已放到最後。
ama-held-line = 「{ $excerpt }」 { $reason }
button-ama-take = 上榜
button-ama-refuse = 不採用
button-ama-no-reason = 不說原因，直接通知
button-ama-keep-question = 返回

alert-ama-open =
    <b>「{ $title }」開始了</b>，{ $count } 個問題排隊：
    { $queue }
alert-ama-open-empty = <b>「{ $title }」開始了</b>，還沒有上榜的問題。有問題上榜就會出現在這裡。
alert-ama-end = 「{ $title }」結束：{ $asked } 個問題，回答了 { $answered } 個。{ $answered ->
        [0] 小結已發。
       *[other] 小結已發，回答已存為知識庫草稿，等待核准。
    }
alert-ama-late = ⚠️ 「{ $title }」原定 { $at } 開始，服務中斷超過 30 分鐘，已取消並通知群裡和提問的人。需要的話請用 /ama new 另開一場。
alert-ama-closed-day = ⚠️ 「{ $title }」原定 { $at }，那天休市，沒有人確認照常辦，已取消並通知群裡和提問的人。
alert-ama-day-changed = ⚠️ 「{ $title }」定在 { $at }，交易日曆改了以後那天休市。要照常辦、叫停，還是改期（/ama move { NUMBER($number, useGrouping: 0) } 時間）？沒有人決定，到時不會開始。
alert-ama-no-day = 每週系列「{ $title }」：{ $day }起的那一週餘下幾天都休市，停一次，下週繼續。
alert-ama-uncovered = ⚠️ 每週系列「{ $title }」：交易日曆沒有覆蓋{ $day }那一週，暫時沒有徵集。請用 /calendar 補上休市安排。
alert-ama-blocked = ⚠️ 「{ $title }」有一條群訊息沒有通過合規檢查（{ $reason }），已改發一句提示。

## 不行的時候

error-ama-unknown = 沒有找到（{ $received }）。發送 /ama 看現在的專家問答。
error-ama-none = 現在沒有專家問答。定了下一場，會在群裡徵集問題。
error-ama-field = { $field }：這一行沒有寫對，收到「{ $received }」。發送 /ama new 看怎麼填。
ama-field-title = 標題（2 到 40 個字）
ama-field-expert = 主講（@用戶名）
ama-field-time = 時間（如 明天 20:00）
ama-field-minutes = 時長（如 60）
ama-field-tiers = 範圍（新手、進階、高淨值、全部）
ama-field-weekly = 每週（是或否）
error-ama-length = 時長可以是 { $least } 到 { $most } 分鐘，收到 { $received } 分鐘。
error-ama-expert = { $name } 還不是顧問。請先用 /role 任命，再請他主講。
error-ama-title-held = 標題沒有通過合規檢查：{ $reason }。請換一種說法。
error-ama-usage = 看不懂「{ $received }」。可以用：/ama new、/ama list、/ama move 編號 時間、/ama stop 編號、/ama series。
error-ama-staff-only = 這個命令只有營運能用。看場次、提問、投票，發送 /ama 就好。
error-ama-state = 專家問答 { NUMBER($number, useGrouping: 0) } { $state }，這一步現在做不了。
error-ama-not-for-you = 「{ $title }」面向別的群的成員。
error-ama-question-length = 問題寫 { $least } 到 { $most } 個字，收到 { $count } 個字。
error-ama-enough = 每場每人最多提 { $most } 次問題。可以把票投給最想聽的那一個。
error-ama-full = 等待審核的問題已有 { $most } 個，請稍後再提，或先給已有的問題投票。
error-ama-question-held = 這個問題沒有通過合規檢查：{ $reason }。換一種說法再發一次就好。
error-ama-decided = 這個問題現在是「{ $state }」，這一步做不了。
error-ama-reason = 原因最多 { $most } 個字，收到 { $count } 個字。請縮短再發。
error-ama-reason-held = 原因沒有通過合規檢查：{ $reason }。請換一種說法。
error-ama-own-vote = 不能給自己的問題投票，可以投給別人的。
error-ama-answer-held =
    這條回答沒有發出，請換一種說法再回覆一次：
    { $reasons }
error-ama-answer-long = 這條回答連同問題和風險提示有 { $count } 個字元，一條訊息最多 { $most } 個。沒有發出，請縮短後再回覆一次。
error-ama-not-your-stage = 這一場由主講和營運回答。

## 圖

ama-picture-kicker = 專家問答 · { $title }
ama-picture-title = 大家最想聽：{ $question }
ama-picture-votes = { $count } 票
ama-picture-answered = ✓ 已回答
ama-picture-open = 沒輪到
ama-picture-voters = { $count } 人投票 · { $at }
ama-picture-risk = 問題由成員提出，資訊僅供學習，不構成投資建議
