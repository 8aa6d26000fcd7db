# 提問：自動答覆、幾選一、轉給顧問、私聊繼續。

help-ask = 提問：先查知識庫，查不到轉給顧問
ask-usage = 把問題寫在後面就行，例如：/ask 科創板怎麼開通
ask-usage-words = 打「提問 科創板怎麼開通」也可以。
ask-too-long = 問題有 { $length } 個字，最多 { $most } 個字。請挑要緊的說，其餘的之後再補充。
ask-only-links = 連結打不開來看。請用文字說說想問什麼。
ask-only-text = 語音和圖片這裡看不了，請打字提問。

## 自動答覆

ask-title = <b>{ $title }</b>
ask-body = { $text }
ask-source = 來源：{ $source }
ask-source-as-of = 來源：{ $source } · 截至 { $day }
ask-as-of = 截至 { $day }
ask-risks = { $one } { $two }
ask-was-it = 是想問這個嗎？
ask-automatic = 🤖 以下由語言模型根據知識庫自動整理，方括號裡是依據：
ask-sources = 依據：{ $titles }
ask-choice =
    { $count ->
        [1] 最接近的是這一條，點開看看是不是：
       *[other] 有幾條相近的，想問的是哪一條？
    }
ask-button-title = { $title }
ask-button-yes = 是，解決了
ask-button-no = 不是
ask-button-human = 轉給顧問
ask-button-none = 都不是，轉給顧問
ask-button-whole = 看全文
ask-unsure = 這個問題知識庫裡沒有把握答準的內容，不亂答。
ask-unsure-how = 可以換個說法再問，也可以轉給顧問。

## 私聊繼續

ask-go-private = 這裡面有個人資料，不適合在群組裡說。點下面到私聊繼續，問題已經記下，個人資料已遮住。
ask-go-private-own = 這要看個人的帳戶。點下面到私聊繼續，問題已經記下。
ask-removed = 群組裡的原訊息正在撤下。
ask-button-private = 到私聊繼續

## 轉給顧問

ask-why-asked-for = 問題 #{ $case } 轉給顧問了。
ask-why-advice = 買賣、走勢這類問題，機器人不給意見。問題 #{ $case } 已轉給有執業資格的顧問。
ask-why-unlicensed = 買賣、走勢這類問題，只有有執業資格的顧問能答，機器人不給意見。
ask-why-private = 這要看個人的帳戶，機器人答不了。問題 #{ $case } 已轉給顧問，只有顧問看得到。
ask-why-reopened = 問題 #{ $case } 重新打開，轉給顧問了。
ask-why-standing = 問題 #{ $case } 在等顧問回覆。
ask-promise-today = 最晚今天 { $at } 回覆。
ask-promise-day = 最晚{ $at } 回覆。
ask-promise-late = 答應 { $at } 前回覆，現在已經晚了，抱歉。已經在催。
ask-promise-none = 顧問看到後就回覆。
ask-promise-unlicensed = 眼下沒有這樣的顧問在崗，問題 #{ $case } 已記下，有人接手就告訴你幾點回覆。
ask-promise-stopped = 眼下有突發情況，暫時說不準時間；恢復後按順序回覆。
ask-may-add = 想補充就直接回覆這條。
ask-button-close = 不問了
ask-with-human = 問題 #{ $case } 已經有顧問在看，想補充就直接回覆這條。
ask-added = 已補充到問題 #{ $case }，顧問看得到。
ask-open =
    { $vip ->
        [yes] 您的問題 #{ $case } 還沒結束：「{ $text }」
       *[no] 你的問題 #{ $case } 還沒結束：「{ $text }」
    }
ask-button-add = 補充到這個問題
ask-button-anew = 關掉它，問新的

## 結束與重開

ask-solved = 好的，問題解決了。七天之內還可以重新打開。
ask-closed = 問題 #{ $case } 已關閉。七天之內還可以重新打開。
ask-too-late = 這個問題結束超過七天了，請重新提問：/ask
ask-button-reopen = 還沒解決，轉給顧問

## 次數

ask-limit-burst = 問得太快了，請等一分鐘再問。
ask-limit-ask = 24 小時內最多問 { $most } 個問題，{ $at } 起可以再問。
ask-limit-human = 24 小時內最多轉給顧問 { $most } 次，{ $at } 起可以再轉。急事請撥打客服熱線。
ask-limit-reopen = 24 小時內最多重新打開 { $most } 次，{ $at } 起可以再開。
ask-limit-add = 這個問題已經補充了 { $most } 條，顧問都看得到，請等回覆。
error-ask-not-yours = 這是別人的問題。想問自己的：/ask
error-ask-gone = 這個按鈕已經沒用了。想提問：/ask
