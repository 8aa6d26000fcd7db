# 人人會遇到的話：打招呼、說明、聽不懂、不允許。

date-with-year = { $year }年{ $day }

## 開始

start-hello = 你好，{ $name }。我是 Opening Bell，投資者社群的小助手。
start-first = <b>先做一件事</b>：發送 /checkin，或直接打「簽到」。
start-contest = 想練手？發送 /contest 報名模擬賽，用模擬資金、真實規則買賣。
start-points = 想看積分？發送 /points 看明細；還沒有積分，就先打「簽到」。
start-brief = 想看簡報？發送 /brief，把最近一期再看一遍。
start-checkin = 來簽到的吧？直接打「簽到」，再答對今日一題，積分更多。
start-more = 全部指令見 /help，語言和隱私見 /settings。
start-limits = 這裡只做資訊分享和投資者教育，不推薦買賣，不接受委託，也不會向你收錢。
start-group = 個人的事在私訊裡說更方便。
button-private = 打開私訊

language-simplified = 简体中文
language-traditional = 繁體中文
language-english = English

## 說明

help-head = <b>能做的事</b>
help-group-own =
    {""}
    <b>個人</b>
help-group-look-up =
    {""}
    <b>查行情</b>
help-group-order =
    {""}
    <b>模擬下單</b>
help-group-contest =
    {""}
    <b>模擬賽（模擬資金，與真實帳戶無關）</b>
help-head-operators =
    {""}
    <b>營運指令</b>
help-line = /{ $command } { $about }
help-group =
    在群裡直接打「簽到」就能簽到。
    /brief 再看一遍本群最近一期簡報。
    全部指令在私訊裡看，免得洗版。
button-help = 在私訊裡看全部指令

help-start = 認識一下，選擇語言
help-help = 看看能做什麼
help-settings = 語言、是否上榜
help-bind = 把群綁定到一個層級，或給話題定用途（在群裡用）
help-unbind = 解除群的綁定（在群裡用）
help-role = 查看、任命或撤銷顧問、合規、營運
help-calendar = 交易日曆：涵蓋到哪天，錄入下一年的休市表

## 設定

settings-head = <b>我的設定</b>
settings-language = 語言：{ $language }
settings-shown = 榜單：顯示我
settings-hidden = 榜單：不顯示我（積分照常累計）
button-hide-me = 不在榜單上顯示我
button-show-me = 在榜單上顯示我
settings-saved = 已儲存。
settings-in-private = 個人設定在私訊裡改，別人看不到。
settings-group-language = 我在本群說：{ $language }

## 聽不懂、不允許

hint-private = 沒看懂。想問什麼直接打字就行；打「簽到」可以簽到，模擬買入寫 /buy 600519 100，其他能做的事見 /help。
button-gone = 這個按鈕已經失效，請重新發送指令。
unknown-command = 沒有 /{ $command } 這個指令。全部指令見 /help。
unknown-command-near = 沒有 /{ $command } 這個指令。是想用 /{ $near } 嗎？全部指令見 /help。
anonymous-sender = 現在是以群或頻道的身分發言，我認不出是哪一位，沒法執行。請改用自己的帳號再發一次。

error-unexpected = 這一步沒有做成，沒有任何改動。請稍後再試。
error-not-allowed = /{ $command } 只有獲得授權的人能用。需要權限，請聯絡社群擁有者。
error-wrong-place =
    { $place ->
        [private] /{ $command } 請在私訊裡使用。
       *[group] /{ $command } 請在群裡使用：到要操作的群裡發送同樣的指令。
    }
error-text-blocked = 這段文字沒有通過合規檢查，沒有發出。
error-forged-screening = 這段文字沒有經過合規檢查，沒有發出。
error-invalid-data = 檔案 { $file } 裡「{ $item }」的 { $field } 不對：收到 { $received }，允許：{ $allowed }
