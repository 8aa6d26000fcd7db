# 知識庫：寫、核對、由另一個人批准、到期複核、匯入匯出。

help-kb = 知識庫：查看、新增、修改、停用、匯入匯出

## 列表與卡片

kb-head = <b>知識庫</b>
kb-count = { $status } { $count }
kb-counts = { $first } · { $second }
kb-count-button = { $status } { $count }
kb-how =
    查找 /kb search 詞 · 查看 /kb show 鍵 · 歷史 /kb history 鍵
    新增 /kb add · 修改 /kb edit 鍵 · 停用 /kb retire 鍵
    匯入：把檔案發來，說明裡寫 /kb import · 匯出 /kb export xlsx（或 yaml）
kb-list-head = <b>{ $status }</b>，共 { $count } 條
kb-line = <code>{ $key }</code> { $title }（{ $status }）
kb-list-line = <code>{ $key }</code> { $title }
kb-open = { $title }
kb-search-head = 含「{ $words }」的有 { $count } 條：
kb-search-none = 沒有找到含「{ $words }」的條目。可以換個說法，或用 /kb add 新增。
kb-status-draft = 草稿
kb-status-waiting = 待批准
kb-status-served = 使用中
kb-status-expired = 已到期
kb-status-retired = 已停用
kb-card-head = <b>{ $key }</b> · { $status } · 第 { $number } 版
kb-card-words =
    <b>問：{ $question }</b>
    { $answer }
kb-card-phrasings = 其他問法（{ $language }）：{ $text }
kb-card-details = 標籤 { $tags } · 誰能看到 { $tier } · 來源 { $source } · 數據日期 { $as_of } · 有效到 { $review_by }
kb-card-owner = 負責人：{ $name }
kb-card-approved = 批准：{ $name }，{ $at }
kb-card-edit-waits = 這是還沒批准的第 { $number } 版；現在使用的仍是第 { $served } 版。
kb-the-pack = 隨產品提供
kb-none = 無
kb-and = { $first }、{ $second }
kb-more = 還有 { $count } 處，未列出。
kb-tier-all = 所有人
kb-tier-newbie = 新手及以上
kb-tier-advanced = 進階及以上
kb-tier-vip = 僅高淨值
kb-tag-account = 帳戶
kb-tag-trading = 交易
kb-tag-fees = 費用
kb-tag-settlement = 結算
kb-tag-margin = 兩融
kb-tag-funds = 基金
kb-tag-listing = 新股
kb-tag-tax = 稅
kb-tag-risk = 風險
kb-tag-contest = 競賽
kb-tag-points = 積分
kb-tag-security = 安全
kb-tag-suitability = 適當性
kb-tag-hongkong = 港股
kb-tag-bot = 機器人

## 歷史

kb-history-head = <b>{ $key } 的歷史</b>，共 { $count } 版
kb-history-line = { $number } · { $at } { $who } { $change }{ $state }
kb-change-added = 新增
kb-change-edited = 修改
kb-change-imported = 從檔案匯入
kb-change-drafted = 由答覆整理成草稿
kb-change-shipped = 裝入
kb-change-renewed = 確認仍然正確
kb-change-retired = 停用
kb-change-restored = 恢復
kb-version-draft = ，草稿
kb-version-waiting = ，待批准
kb-version-approved = ，{ $by }批准
kb-version-replaced = ，被後一版替換
kb-version-dropped = ，已放棄
kb-version-done = {""}

## 寫

kb-ask-new-question = 請在這裡寫問題，像大家平時問的那樣，最多 120 個字。也可以一次寫好：/kb add 後面換行寫「問：…」「答：…」「說法：…；…」「標籤：…」「來源：…」。
kb-ask-new-answer =
    問：{ $question }
    請寫回答：先說結論，最多 1,500 個字。
kb-add-in-private = 請到和我的私訊裡發 /kb add；或者在這裡一次寫好：/kb add 換行「問：…」換行「答：…」。
kb-type-in-private = 請到和我的私訊裡，把內容直接發給我。
kb-form-head = <b>{ $key }</b> · { $status } · 點一項來改
kb-field-line = { $label }：{ $value }
kb-field-question = { $language ->
        [en] 英文問題
        [zh-Hant] 繁體問題
       *[other] 問題
    }
kb-field-answer = { $language ->
        [en] 英文回答
        [zh-Hant] 繁體回答
       *[other] 回答
    }
kb-field-phrasings = { $language ->
        [en] 英文問法
        [zh-Hant] 繁體問法
       *[other] 其他問法
    }
kb-field-tags = { $language ->
       *[none] 標籤
    }
kb-field-tier = { $language ->
       *[none] 誰能看到
    }
kb-field-source = { $language ->
       *[none] 來源
    }
kb-field-as-of = { $language ->
       *[none] 數據日期
    }
kb-field-review-by = { $language ->
       *[none] 有效到
    }
kb-ask-question = 請把「{ $label }」發給我，最多 120 個字。
kb-ask-answer = 請把「{ $label }」發給我：先說結論，最多 1,500 個字。
kb-ask-phrasings = 請把「{ $label }」發給我，每行一個，最多 20 個；會替換原來的。寫「無」就清空。
kb-ask-tags = 選「{ $label }」，最多四個；再點一次就去掉。
kb-ask-tier = 選「{ $label }」；層級更高的人也能看到。
kb-ask-source = 請把「{ $label }」發給我：規則的名稱，或「一般說明」。寫「無」就清空。
kb-ask-as-of = 請把「{ $label }」發給我：裡面的數字是哪一天核對的，如 2026-11-22。寫「無」就清空。
kb-ask-review-by = 選或寫「{ $label }」哪一天，如 2027-05-22。過了這一天就不再使用，直到有人複核。
kb-held = 現在是：{ $value }
kb-days-on = { $days } 天後
kb-problems = <b>批准前還要改 { $count } 處</b>
button-kb-edit = 修改
button-kb-form = 返回表單
button-kb-card = 查看條目
button-kb-submit = 提交，請另一個人批准
button-kb-drop = 放棄這一版
button-kb-approve = 批准使用
button-kb-own = 我確認，批准自己寫的
button-kb-renew = 仍然正確，再用半年
button-kb-retire = 停用
button-kb-retire-sure = 確認停用
button-kb-restore = 恢復
button-kb-undo = 撤銷，恢復使用
button-kb-history = 歷史
button-kb-home = 返回總覽
button-kb-before = ← 上一頁
button-kb-next = 下一頁 →
button-kb-approve-all = 全部批准（{ $count } 條）
button-kb-list-waiting = 逐條查看
button-kb-write = 寫入 { $count } 條，等另一個人批准

## 結果

kb-submitted = <code>{ $key }</code> 已提交，等另一個人批准。批准前，成員看到的不變。
kb-approved = <code>{ $key }</code> 已由{ $who }批准，開始使用，有效到 { $until }。
kb-dropped = <code>{ $key }</code> 的這一版由{ $who }放棄。
kb-retired = <code>{ $key }</code> 已停用，成員不會再得到這條回答。
kb-retire-sure = 要停用 <code>{ $key }</code>「{ $title }」嗎？停用後成員不再得到這條回答，還沒批准的修改也一起放棄；以後可以恢復。
kb-restored = <code>{ $key }</code> 已由{ $who }恢復。
kb-renewed = { $who }確認 <code>{ $key }</code> 仍然正確，有效到 { $until }。
kb-own = 自己寫的要由另一個人批准。
kb-own-sure = 這是你自己寫的。社群的所有者可以批准自己寫的內容，會記入操作記錄。確定嗎？
kb-approved-all = { $who }批准了 { $count } 條，開始使用。
kb-approved-none = 這份檔案已經沒有等待批准的條目了。
kb-refused-some = 有 { $count } 條不能批准（合規未通過、已過期，或你也改過）：{ $keys }

alert-kb-asks =
    <b>知識庫 { $key } 等待批准</b> · { $kind ->
        [edit] 修改
        [expert] 來自專家答覆
        [ama] 來自 AMA
        [term] 來自術語心願單
        [file] 來自檔案
        [starter] 隨產品提供
       *[person] 新條目
    }
    { $lines }
alert-kb-expired =
    <b>知識庫 { $key } 已到期</b>（有效到 { $day }），已停止使用，請複核。
    { $lines }
alert-kb-import = <b>知識庫匯入等待批准</b>：{ $name }，新增 { $new } 條，修改 { $changed } 條。

## 檔案

kb-import-head = <b>{ $name }</b> 讀完了，還沒有寫入。
kb-import-counts = 新增 { $new } 條，修改 { $changed } 條，沒有變化 { $unchanged } 條。
kb-import-retired = 其中 { $count } 條已停用，跳過；要用請先 /kb restore。
kb-import-over = ⚠️ 有 { $count } 條正有沒批准的修改，寫入後會被檔案裡的替換。
kb-import-nothing = 沒有要寫入的。
kb-import-wrong = 檔案有 { $count } 處錯誤，{ $rows } 條都沒有寫入。請改好後重新發來。
kb-mistake = 第 { NUMBER($number, useGrouping: 0) } { $kind ->
        [yaml] 條
       *[xlsx] 行
    } { $key } · { $field }：{ $problem }
kb-mistake-nameless = 第 { NUMBER($number, useGrouping: 0) } { $kind ->
        [yaml] 條
       *[xlsx] 行
    } · { $field }：{ $problem }
kb-whole = 整條
kb-import-written = 已寫入：新增 { $new } 條，修改 { $changed } 條，等另一個人批准。
kb-import-again = 這份檔案已經寫入過了。
kb-exported = 知識庫 { $count } 條。改好後發回來，說明裡寫 /kb import。
kb-problem-key = 鍵「{ $received }」不行：只能用小寫字母、數字和連字符，最多 { $most } 個字符，如 forget-password。
kb-problem-no-key = 沒有 key。
kb-problem-twice = 與前面第 { NUMBER($first, useGrouping: 0) } 行（條）的 key 重複。
kb-problem-text = 「{ $received }」不是文字。YAML 裡的日期、數字、yes 和 no 請加引號。
kb-problem-long = 有 { $length } 個字，最多 { $most } 個，請縮短。
kb-problem-many = 有 { $count } 個，最多 { $most } 個。
kb-problem-separator = 「{ $received }」裡有分號或豎線，它們用來隔開問法。請拆成幾條。
kb-problem-tag = 沒有「{ $received }」這個標籤。可用：{ $allowed }
kb-problem-tier = 沒有「{ $received }」這個層級。可用：all newbie advanced vip
kb-problem-day = 「{ $received }」不是日期。請寫成 2026-11-22。
kb-problem-language = 沒有「{ $received }」這種語言。可用：{ $allowed }
kb-problem-label-twice = 「{ $received }」這一項寫了兩次，請合成一處。
kb-problem-by-language = 要按語言分開寫，如 zh-Hans: …
kb-problem-field = 沒有「{ $received }」這一項。可用：{ $known }
kb-problem-formula = 儲存格 { $cell } 是公式，請改成文字。
kb-problem-cell = 儲存格 { $cell } 的「{ $received }」不是文字。
kb-problem-incomplete = 至少要有一種語言，問題和回答都寫了。
kb-problem-half = { $language }只寫了問題或只寫了回答，請補上另一半。
kb-problem-past = 有效期 { $day } 已經過去，請改成以後的日期。
kb-problem-screened = 合規未通過：「{ $excerpt }」 { $reason } { $rule } → 建議「{ $suggestion }」
kb-file-kind = 「{ $received }」不是能匯入的檔案。請發 .xlsx、.yaml 或 .yml。
kb-file-empty = 檔案裡沒有條目。
kb-file-rows = 一個檔案最多 { $most } 條，請分開。
kb-file-yaml = 第 { NUMBER($line, useGrouping: 0) } 行附近不是正確的 YAML：請檢查縮進、引號和冒號後的空格。
kb-file-list = 最外層要是列表：每條以「- key: …」開頭。
kb-file-item = 第 { $number } 條不是「項: 內容」的形式。
kb-file-twice = 第 { NUMBER($line, useGrouping: 0) } 行：「{ $received }」在同一條裡寫了兩次。
kb-file-alias = 第 { NUMBER($line, useGrouping: 0) } 行用了錨點或引用（&amp; 和 *），這裡不接受，請把內容寫全。
kb-file-deep = 第 { NUMBER($line, useGrouping: 0) } 行嵌套太深。
kb-file-encoding = 檔案不是 UTF-8 編碼。請另存為 UTF-8 後重新發來。
kb-file-excel = 打不開這個 Excel 檔案：可能已損壞、加了密，或不是 .xlsx 格式。請另存為 .xlsx 後重新發來。
kb-file-bomb = 這個檔案解壓後太大，沒有讀取。
kb-file-sheets = 除了第一張工作表，別的也有內容。請只留一張後重新發來。
kb-file-merged = 儲存格 { $cells } 合併了。請取消合併後重新發來。
kb-file-column = 列名「{ $received }」沒有或重複。可用：{ $known }
kb-file-no-key = 第一行要是列名，其中要有 key。可用：{ $known }
kb-file-stray = 儲存格 { $cell } 有內容，但那一列沒有列名。

error-file-not-fetched = 沒能取到這個檔案，請重新發一次。
error-file-too-large = 檔案太大，最多 { NUMBER($most, useGrouping: 0) } KB。
error-knowledge-unknown = 沒有「{ $received }」這個條目。可以 /kb search 詞 來找。
error-knowledge-usage = 看不懂 /kb 後面的「{ $received }」。直接發 /kb 就能看到用法。
error-knowledge-key-taken = 已經有 { $key } 了。要改它請發 /kb edit { $key }，或換一個鍵。
error-knowledge-field = { $problem }
error-knowledge-problems =
    { $key } 現在不能使用：
    { $problems }
error-knowledge-own = { $key } 是自己寫的，要由另一個人批准。
error-knowledge-stale = { $key } 已經有更新的一版，或已經處理過。請用 /kb show { $key } 查看。
error-knowledge-nothing = { $key } 沒有等待批准的版本，可能已經處理過。
error-knowledge-retired = { $key } 已停用。要用請先 /kb restore { $key }。
error-knowledge-pending = { $key } 還有沒批准的修改，請先批准或放棄它。
error-knowledge-file = { $problem }
error-knowledge-file-missing = 沒有找到檔案。請把 .xlsx 或 .yaml 檔案發來，說明裡寫 /kb import；或者回覆那個檔案發 /kb import。
error-knowledge-import-unknown = 這份預覽不在了，或不是你發的。請重新發檔案。
error-knowledge-import-late = 預覽以後有人改了 { $keys }，這份檔案沒有寫入。請重新發來，看過新的預覽再寫。
