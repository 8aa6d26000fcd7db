# 觸達：一份簡報有多少人看到、點了什麼
reach-head = <b>觸達</b> · { $day }
reach-edition = { $brief } · { $tier } #{ $number }：{ $groups }/{ $wanted } 個群，群裡已知 { $people } 人
reach-signs = · 表情 { $reactions }；點按鈕 { $tappers } 人 { $taps } 次（來源 { $sources }，名詞 { $terms }）；投票 { $votes } 人
reach-line = 簡報觸達：{ $groups } 個群，已知 { $people } 人；表情 { $reactions }，點按鈕 { $tappers } 人次，投票 { $votes } 人（/brief reach）
