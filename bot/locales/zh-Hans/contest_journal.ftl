# 交易笔记、每周汇总，以及适当性问题。

help-journal = 交易笔记：记下为什么模拟买卖
start-journal = 想写交易笔记？发送 /journal 加上想记的话。
journal-in-private = 交易笔记在私聊里写，别人看不到。
journal-head = <b>我的交易笔记</b>（「{ $title }」）：{ $total } 条，{ $days } 天
journal-empty = 「{ $title }」里还没有笔记。写几句为什么这样模拟买卖，回头看最有用。
journal-row = { $at }　{ $text }
journal-forbidden = 引用：不允许。每周汇总只统计条数，不引用你的内容。
journal-allowed = 引用：允许。每周汇总可能匿名引用一条，提到股票的不会引用。
journal-ask = 想记什么？直接发一条消息，2 到 { $most } 个字。只有你自己看得到。
journal-ask-order = 为什么这样操作 { $name }？直接发一条消息，2 到 { $most } 个字。只有你自己看得到。
journal-kept = ✅ 记下了，这场模拟赛你有 { $total } 条笔记。
button-journal-add = 写一条
button-journal-see = 看我的笔记
button-journal-allow = 允许匿名引用
button-journal-forbid = 不再允许引用
journal-week = <b>一周交易笔记</b> · 模拟赛「{ $title }」：本群这周有 { $people } 人写了 { $notes } 条笔记。
journal-week-quotes =
    <b>一周交易笔记</b> · 模拟赛「{ $title }」：本群这周有 { $people } 人写了 { $notes } 条笔记。
    经本人同意，匿名摘录：
    { $quotes }
    以上是成员个人的复盘，不构成投资建议。
journal-quote = 「{ $text }」

error-journal-length = 笔记要写 { $least } 到 { $most } 个字，现在是 { $length } 个字。
error-journal-too-many = 今天已经写了 { $most } 条，明天再写吧。

## 适当性

help-suitability = 适当性问题：了解自己能承受的风险
start-suitability = 想回答适当性问题？发送 /suitability，六道小题，只有你自己看得到结果。
suitability-in-private = 适当性问题在私聊里回答，别人看不到。
suitability-intro = <b>{ $count } 道小题</b>，没有对错，按自己的实际情况选。答案只用来判断能否参加部分模拟赛。
suitability-question = { $number } / { $count }　{ $text }
suitability-known = 你之前回答过适当性问题。
suitability-until = 有效期到 { $until }，随时可以重新回答。
suitability-result-cautious = 你的回答偏<b>稳健</b>：更看重少波动。
suitability-result-balanced = 你的回答属于<b>平衡</b>：能接受一些起伏。
suitability-result-daring = 你的回答偏<b>进取</b>：能接受较大的起伏。
suitability-points = 共 { $points } / { $most } 分；{ $balanced } 分起为平衡，{ $daring } 分起为进取。有效期一年。
suitability-no-advice = 这只是你自己回答的小结，不构成投资建议，也不代替正式的适当性评估。
button-suitability-again = 重新回答
button-suitability-back = 回到模拟赛
