# 更正：已發出的簡報怎麼改、怎麼撤回
help-correct = 更正或撤回已發出的簡報：/correct 編號，或 /correct 2026-11-20 午 新手

# —— 讀者看到的 ——
correction-at = { $at }
correction-on = { $at }
correction-mark-text = 更正 { $when }：{ $reason }
correction-mark-later = 更正 { $when }：{ $figures }。原因：{ $reason }
correction-later = { $name }改為 { $figures }（{ $at } 的行情）
correction-later-all = { $name }的數字改用 { $at } 的行情
correction-later-some = 部分數字改用 { $at } 的行情
correction-later-comma = ；
correction-mark-withdrawal = 本期已於 { $when } 撤回：{ $reason }。請不要再參考原來的內容。
correction-note-text = { $day }{ $brief }有一處更正：{ $reason }。更正後的版本發 /brief 查看。
correction-note-withdrawal = { $day }{ $brief }已撤回：{ $reason }。請不要再參考其中的內容。
correction-picture-mark = 已更正
correction-picture-title = 數據已更正
correction-picture-withdrawn = 本期已撤回
correction-picture-kicker = { $day } { $brief }

# —— 表單 ——
correction-edition = { $day } { $brief } · { $tier }（{ $language }）#{ $number }
correction-which = 要更正哪一份？也可以直接寫編號：/correct 128
correction-form = <b>{ $edition }</b>
    現在是第 { $version } 版，在 { $count } 個群裡。要怎麼改？
correction-form-text = { $text }
button-correct-text = 改文字
button-correct-figures = 改數字
button-correct-line = 刪一行
button-correct-withdraw = 撤回整份
correction-how-to = 直接回覆這條訊息，寫上更正後的全文。標題、數據時間和風險提示會自動加上。
    數字只能用這一份裡已有的，或者當天行情裡最新的。
correction-figures = 下面這些數字和當天最新行情不一樣，要改哪一個？
button-correct-figure = { $name } { $old } → { $new }
correction-lines = 要刪掉哪一行？
correction-ask-reason-text = 為什麼要更正？請直接回覆這條訊息，寫一句話（讀者看得到）。
correction-ask-reason-withdrawal = 為什麼要撤回？請直接回覆這條訊息，寫一句話（讀者看得到）。
correction-preview = { $mark } · 更正後，還沒有改〕
    { $text }
correction-radius = 會改 { $count } 個群裡已發出的那條訊息，按鈕不變。
correction-radius-unsent-text = 還沒發出的 { $count } 份，直接發更正後的版本。
correction-radius-unsent-withdrawal = 還沒發出的 { $count } 份，不再發出。
correction-radius-old = 其中 { $count } 個群發得比較早，會另發一句說明。
correction-radius-unknown = 有 { $count } 份不確定有沒有發到，弄清楚以後再改。
correction-radius-gone = 改不了的：{ $groups }（我已不在群裡）
correction-radius-picture-true = 圖片會一起換掉。
correction-radius-picture-false = 圖片裡的數字改不了：這一份沒有留下可以重畫的圖。
correction-radius-apart = 改不了的群會發一句說明。私聊的自選簡報和投票是另外寫的，不在其中。
correction-second-wanted = 這個時段要審核：請另一位同事按下面的按鈕。
button-correct-ok-text = 確認更正
button-correct-ok-withdrawal = 確認撤回
button-correct-drop = 不改了
correction-confirmed = 已確認，正在改 { $count } 份。進度看「更正」那張卡片。
correction-dropped = 沒有改動。

# —— 進度卡片 ——
correction-card-text = <b>更正</b> · { $day } { $brief } · { $tier } #{ $number }
    第 { $before } 版 → 第 { $after } 版，{ $at } 確認
    原因：{ $reason }
    { $lines }
correction-card-withdrawal = <b>撤回</b> · { $day } { $brief } · { $tier } #{ $number }
    第 { $before } 版 → 第 { $after } 版，{ $at } 確認
    原因：{ $reason }
    { $lines }
correction-progress = 已改 { $edited }/{ $total }，改發說明 { $noted }，失敗 { $failed }
correction-progress-waiting = 還在等：{ $count }
correction-progress-withheld = 沒有發出就攔下的：{ $count }
correction-progress-over = 全部處理完了。

# —— 拒絕 ——
error-correction-no-edition = 沒有找到「{ $received }」這一份，或者它沒有發出過。不帶編號發 /correct，可以從列表裡選。
error-correction-elsewhere = 這裡成員也看得到。請到營運群或私聊裡發 /correct { $edition }
error-correction-gone = 這張表單已經用完了，或者剛有人更正過同一份。請重新發 /correct。
error-correction-withdrawn = 這一份已經撤回，沒有可以更正的了。
error-correction-same = 和現在的文字一樣，沒有改動。
error-correction-no-figure = 這一份裡的數字和當天最新行情都一樣，或者已經取不到當天的行情。要改就用「改文字」。
error-correction-turned = 「{ $number }」的漲跌方向變了，旁邊的話也要跟著改。請用「改文字」。
error-correction-reason = 原因要寫一句話，最多 { $limit } 個字。
error-correction-second = 這個時段要審核：更正是你寫的，要由另一個人確認。
