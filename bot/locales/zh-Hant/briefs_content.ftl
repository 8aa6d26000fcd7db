# 簡報裡寫什麼：版塊、市場狀態、內容分層、詞語解釋、群提問、自選早報

brief-section-overseas = 隔夜美股
brief-section-mainland = A 股
brief-section-hong-kong = 港股
brief-section-calendar = 今天的日曆
brief-section-tomorrow = 下一個交易日
brief-section-breadth = 漲跌家數
brief-section-sectors = 行業
brief-section-notes = 看點
brief-section-depth = 深度數據
brief-section-watch = 今天留意
brief-section-plainly = 大白話
brief-section-education = 風險教育
brief-section-term = 今日一詞
brief-section-quiz = 題目揭曉
brief-section-contest = 模擬賽
brief-section-question = 群提問
brief-section-head = 標題

drop-unbound = 有數字沒有綁定行情
drop-implausible = 數值不合常理
drop-too-few = 數據不全，排不出先後
drop-mixed = 模擬數據不和真實行情放在一起
drop-brevity = 為了短，讓給了前面的內容

# —— 營運看到的 ——
brief-layers = 內容佔比（按字數）：基礎 { $basic }%、分析 { $analysis }%、個人 { $personal }%；目標 { $basic-target } / { $analysis-target } / { $personal-target }
brief-layers-none = 內容佔比：還沒有可以統計的簡報
brief-regime-calm = 市場狀態：平穩
brief-regime-volatile = 市場狀態：波動大，機會類版塊已換成風險教育。依據：
    { $reasons }
brief-regime-index_move = · { $what }漲跌 { $value }%，達到 { $threshold }%
brief-regime-overseas_move = · 隔夜{ $what }漲跌 { $value }%，達到 { $threshold }%
brief-regime-amplitude = · { $what }振幅 { $value }%，達到 { $threshold }%
brief-regime-fell_share = · 下跌家數佔 { $value }%，達到 { $threshold }%
brief-regime-limit_down = · 跌停 { $value } 家，達到 { $threshold } 家
brief-poll-line = 隨午報發出的群提問：{ $question }

# —— 詞語解釋 ——
button-term = { $word }是什麼？
term-note = { $word }：{ $more } 例：{ $example }
term-note-short = { $word }：{ $more }
term-gone = 這個詞暫時查不到了

# —— 自選早報 ——
watch-brief-head = ☀️ { $day } · 您的自選{ $simulated ->
    [true] 〔模擬行情〕
   *[false] {""}
    }
watch-brief-line = { $name } { $price } { $move }{ $range }
watch-brief-range = ，區間 { $low }–{ $high }
watch-brief-missing = 暫時沒有可用行情：{ $names }
watch-brief-more = 其餘的沒有列出，發 /watch 查看全部。
button-watch-brief-on = 開啓自選早報
button-watch-brief-off = 關閉自選早報
watch-brief-turned-on = 已開啓。下一個交易日早上起，自選行情會私訊給您。
watch-brief-turned-off = 已關閉，不再私訊自選行情。
error-watch-brief-vip = 自選早報目前提供給高淨值群的成員。

# 圖上的詞
brief-picture-breadth = 漲跌家數
brief-picture-limits = 漲停 { $up } · 跌停 { $down }
brief-picture-rose = ▲ 上漲 { $count }
brief-picture-level = 平 { $count }
brief-picture-fell = ▼ 下跌 { $count }
brief-picture-rising = 漲幅居前的行業
brief-picture-falling = 跌幅居前的行業

sector-simsector01 = 模擬銀行
sector-simsector02 = 模擬券商
sector-simsector03 = 模擬醫藥
sector-simsector04 = 模擬食品飲料
sector-simsector05 = 模擬電子
sector-simsector06 = 模擬軟件
sector-simsector07 = 模擬汽車
sector-simsector08 = 模擬電力設備
sector-simsector09 = 模擬有色金屬
sector-simsector10 = 模擬煤炭
sector-simsector11 = 模擬房地產
sector-simsector12 = 模擬交通運輸
