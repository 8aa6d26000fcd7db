# 交易筆記、每週彙總，以及適當性問題。

help-journal = 交易筆記：記下為什麼模擬買賣
start-journal = 想寫交易筆記？發送 /journal 加上想記的話。
journal-in-private = 交易筆記在私訊裡寫，別人看不到。
journal-head = <b>我的交易筆記</b>（「{ $title }」）：{ $total } 條，{ $days } 天
journal-empty = 「{ $title }」裡還沒有筆記。寫幾句為什麼這樣模擬買賣，回頭看最有用。
journal-row = { $at }　{ $text }
journal-forbidden = 引用：不允許。每週彙總只統計條數，不引用你的內容。
journal-allowed = 引用：允許。每週彙總可能匿名引用一條，提到股票的不會引用。
journal-ask = 想記什麼？直接發一條訊息，2 到 { $most } 個字。只有你自己看得到。
journal-ask-order = 為什麼這樣操作 { $name }？直接發一條訊息，2 到 { $most } 個字。只有你自己看得到。
journal-kept = ✅ 記下了，這場模擬賽你有 { $total } 條筆記。
button-journal-add = 寫一條
button-journal-see = 看我的筆記
button-journal-allow = 允許匿名引用
button-journal-forbid = 不再允許引用
journal-week = <b>一週交易筆記</b> · 模擬賽「{ $title }」：本群這週有 { $people } 人寫了 { $notes } 條筆記。
journal-week-quotes =
    <b>一週交易筆記</b> · 模擬賽「{ $title }」：本群這週有 { $people } 人寫了 { $notes } 條筆記。
    經本人同意，匿名摘錄：
    { $quotes }
    以上是成員個人的複盤，不構成投資建議。
journal-quote = 「{ $text }」

error-journal-length = 筆記要寫 { $least } 到 { $most } 個字，現在是 { $length } 個字。
error-journal-too-many = 今天已經寫了 { $most } 條，明天再寫吧。

## 適當性

help-suitability = 適當性問題：瞭解自己能承受的風險
start-suitability = 想回答適當性問題？發送 /suitability，六道小題，只有你自己看得到結果。
suitability-in-private = 適當性問題在私訊裡回答，別人看不到。
suitability-intro = <b>{ $count } 道小題</b>，沒有對錯，按自己的實際情況選。答案只用來判斷能否參加部分模擬賽。
suitability-question = { $number } / { $count }　{ $text }
suitability-known = 你之前回答過適當性問題。
suitability-until = 有效期到 { $until }，隨時可以重新回答。
suitability-result-cautious = 你的回答偏<b>穩健</b>：更看重少波動。
suitability-result-balanced = 你的回答屬於<b>平衡</b>：能接受一些起伏。
suitability-result-daring = 你的回答偏<b>進取</b>：能接受較大的起伏。
suitability-points = 共 { $points } / { $most } 分；{ $balanced } 分起為平衡，{ $daring } 分起為進取。有效期一年。
suitability-no-advice = 這只是你自己回答的小結，不構成投資建議，也不代替正式的適當性評估。
button-suitability-again = 重新回答
button-suitability-back = 回到模擬賽
