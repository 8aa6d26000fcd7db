# 個人資料：留了什麼、拿一份、刪掉。

help-privacy = 留了你的什麼，留多久，誰能看
help-mydata = 拿一份你的全部資料（私聊）
help-forget = 刪除你的資料（私聊）

## /privacy

privacy-in-private = 關於你的資料，在私聊裡說。
privacy-head = <b>你的資料</b>
privacy-what = 留什麼：Telegram 編號、名字、語言；簽到、答題、積分、模擬賽；你在已綁定群裡的發言。
privacy-why = 為什麼：積分要算得清，群裡說過的話按證券業的規定要留痕。不收集手機號碼，不碰你的證券帳戶。
privacy-who = 誰能看：合規和負責人；營運只看得到處理你的事所需要的部分。不會提供給別人，也不拿去做廣告。
privacy-terms =
    留多久：
    { $terms }
privacy-term = · { $kept }：{ $years } 年
privacy-blind = 你自己刪掉的群訊息，機器人收不到刪除通知，原文會留到期滿。
privacy-rights = /mydata 拿一份 · /forget 刪除 · /settings 語言和是否上榜

## /mydata

mydata-title = 我的資料
mydata-about = 由 Opening Bell 在 { $at } 產生。同樣的內容以 JSON 形式附在本頁原始碼裡。
mydata-caption = 這是到現在為止與你有關的全部資料，用瀏覽器打開。只發給你本人，請不要轉到群裡。
mydata-failed = 檔案沒能確認送達。如果沒收到，再發一次 /mydata。
error-mydata-already = 今天已經發過一份了（{ $at }）。下一次：明天 04:00 以後。
error-mydata-too-large = 你的資料超過了 Telegram 能發的大小。請聯絡合規，用其他方式給你。
data-none = 沒有記錄的：{ $sections }
data-profile = 名字與設定
data-groups = 所在的群
data-roles = 職責
data-prompts = 等你回答的問題
data-watches = 自選
data-term-wishes = 問過的、詞典裡沒有的詞
data-ama-questions = 專家問答裡的提問
data-ama-votes = 專家問答裡投的票
data-checkins = 簽到
data-streak = 連續簽到
data-questions = 每日一題
data-quiz = 闖關起點
data-quiz-passes = 通過的關卡
data-quiz-answers = 闖關答題
data-quiz-rounds = 闖關記錄
data-quiz-votes = 群裡答題
data-balance = 積分餘額
data-ledger = 積分流水
data-pending = 等第二人確認的積分
data-suitability = 風險偏好問卷
data-contests = 參加的模擬賽
data-contest-days = 模擬賽每日結果
data-contest-log = 模擬賽記錄
data-contest-orders = 模擬委託
data-contest-fills = 模擬成交
data-disputes = 對成交的異議
data-journal = 交易日記
data-deliveries = 私下發給你的訊息
data-archive = 你在群裡的發言（存檔）
data-measures = 與你有關的處理
data-copies = 索取資料
data-forgets = 刪除申請
data-field-word = 詞
data-field-id = 編號
data-field-first_name = 名
data-field-last_name = 姓
data-field-username = 用戶名
data-field-language = 語言
data-field-hidden = 不上榜
data-field-first_seen_at = 第一次見到
data-field-title = 名稱
data-field-presence = 在不在
data-field-since = 從何時起
data-field-role = 職責
data-field-noun = 事由
data-field-asked_at = 提出時間
data-field-symbol = 代碼
data-field-added_at = 加入時間
data-field-day = 日期
data-field-streak = 連續天數
data-field-points = 積分
data-field-length = 目前連續
data-field-best = 最長連續
data-field-last_day = 最近一天
data-field-freezes = 補簽卡
data-field-question_id = 題目
data-field-choice = 你的選擇
data-field-correct = 答對
data-field-start_level = 從第幾關開始
data-field-item_id = 題目編號
data-field-amount = 數額
data-field-lifetime = 累計獲得
data-field-at = 時間
data-field-reason = 原因
data-field-note = 備註
data-field-requested_at = 申請時間
data-field-confirmed = 已確認
data-field-level = 結果
data-field-contest_id = 比賽
data-field-joined_at = 報名時間
data-field-equity = 模擬淨值
data-field-rank = 名次
data-field-kind = 類型
data-field-placed_at = 下單時間
data-field-side = 方向
data-field-quantity = 數量
data-field-state = 狀態
data-field-price = 價格
data-field-opened_at = 提出時間
data-field-text = 內容
data-field-answer = 答覆
data-field-created_at = 時間
data-field-lane = 類別
data-field-markup = 內容
data-field-action = 處理
data-field-sent_at = 送達時間
data-field-due_at = 執行時間
data-watch-brief = 自選晨報
data-cases = 與你有關的審核
data-reports = 你的檢舉
data-field-decision = 結論
data-field-words = 內容

## /forget

forget-head = <b>刪除我的資料</b>
forget-goes =
    會刪掉：名字、用戶名、語言、自選、簽到和答題記錄、交易日記、私下發給你的訊息。
    積分會作廢，不能恢復。
forget-stays =
    依規定要留到期滿的：
    { $kept }
forget-kept = · { $kept } { $count } 條，到 { $until }（{ $why }）
forget-nothing-stays = 沒有需要依規定留存的內容。
forget-after = 確認後等 { $days } 天才執行，這期間隨時可以撤回。執行後再來，或在群裡再發言，就是新成員。
button-forget = 7 天後刪除我的資料
button-forget-not = 不刪，保持原樣
button-forget-undo = 撤回，不刪了
forget-pending = 你的資料將在 { $at } 之後刪除。在那之前可以撤回；若屆時在比賽中或依規定須暫留，會順延到可以刪的時候。
forget-undone = 已撤回，什麼都沒有刪。
forget-none = 沒有等待執行的刪除申請。
forget-left = 保持原樣，什麼都沒有刪。
error-forget-staff = 你擔任著職責，經手的事須留痕，不能刪除。先由負責人用 /role 撤下你的職責，再發 /forget。
error-forget-contest = 你正在參加模擬賽「{ $title }」，刪掉會影響其他人的名次。比賽結束後再發 /forget 就可以。
error-forget-held = 與你有關的一部分記錄正依規定保留，現在不能刪除。想了解情況，可以聯絡合規。
data-moderation = 管理記錄
data-lanes = 訊息分類的選擇
data-field-excerpt = 原話
data-field-measure = 處理
data-field-until = 到
data-field-undone_at = 撤銷時間
data-field-wanted = 願意接收
data-reach = 對簡報的反應
data-asked = 你的提問
data-asked-lines = 提問的往來
data-ratings = 你的評價
data-peer-answers = 獲採納的回答
data-field-rating = 評分
data-field-score = 評分
data-field-accepted_at = 採納時間
