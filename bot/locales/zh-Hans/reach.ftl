# 触达：一份简报有多少人看到、点了什么
reach-head = <b>触达</b> · { $day }
reach-edition = { $brief } · { $tier } #{ $number }：{ $groups }/{ $wanted } 个群，群里已知 { $people } 人
reach-signs = · 表情 { $reactions }；点按钮 { $tappers } 人 { $taps } 次（来源 { $sources }，名词 { $terms }）；投票 { $votes } 人
reach-line = 简报触达：{ $groups } 个群，已知 { $people } 人；表情 { $reactions }，点按钮 { $tappers } 人次，投票 { $votes } 人（/brief reach）
