# 更正：已发出的简报怎么改、怎么撤回
help-correct = 更正或撤回已发出的简报：/correct 编号，或 /correct 2026-11-20 午 新手

# —— 读者看到的 ——
correction-at = { $at }
correction-on = { $at }
correction-mark-text = 更正 { $when }：{ $reason }
correction-mark-later = 更正 { $when }：{ $figures }。原因：{ $reason }
correction-later = { $name }改为 { $figures }（{ $at } 的行情）
correction-later-all = { $name }的数字改用 { $at } 的行情
correction-later-some = 部分数字改用 { $at } 的行情
correction-later-comma = ；
correction-mark-withdrawal = 本期已于 { $when } 撤回：{ $reason }。请不要再参考原来的内容。
correction-note-text = { $day }{ $brief }有一处更正：{ $reason }。更正后的版本发 /brief 查看。
correction-note-withdrawal = { $day }{ $brief }已撤回：{ $reason }。请不要再参考其中的内容。
correction-picture-mark = 已更正
correction-picture-title = 数据已更正
correction-picture-withdrawn = 本期已撤回
correction-picture-kicker = { $day } { $brief }

# —— 表单 ——
correction-edition = { $day } { $brief } · { $tier }（{ $language }）#{ $number }
correction-which = 要更正哪一份？也可以直接写编号：/correct 128
correction-form = <b>{ $edition }</b>
    现在是第 { $version } 版，在 { $count } 个群里。要怎么改？
correction-form-text = { $text }
button-correct-text = 改文字
button-correct-figures = 改数字
button-correct-line = 删一行
button-correct-withdraw = 撤回整份
correction-how-to = 直接回复这条消息，写上更正后的全文。标题、数据时间和风险提示会自动加上。
    数字只能用这一份里已有的，或者当天行情里最新的。
correction-figures = 下面这些数字和当天最新行情不一样，要改哪一个？
button-correct-figure = { $name } { $old } → { $new }
correction-lines = 要删掉哪一行？
correction-ask-reason-text = 为什么要更正？请直接回复这条消息，写一句话（读者看得到）。
correction-ask-reason-withdrawal = 为什么要撤回？请直接回复这条消息，写一句话（读者看得到）。
correction-preview = { $mark } · 更正后，还没有改〕
    { $text }
correction-radius = 会改 { $count } 个群里已发出的那条消息，按钮不变。
correction-radius-unsent-text = 还没发出的 { $count } 份，直接发更正后的版本。
correction-radius-unsent-withdrawal = 还没发出的 { $count } 份，不再发出。
correction-radius-old = 其中 { $count } 个群发得比较早，会另发一句说明。
correction-radius-unknown = 有 { $count } 份不确定有没有发到，弄清楚以后再改。
correction-radius-gone = 改不了的：{ $groups }（我已不在群里）
correction-radius-picture-true = 图片会一起换掉。
correction-radius-picture-false = 图片里的数字改不了：这一份没有留下可以重画的图。
correction-radius-apart = 改不了的群会发一句说明。私聊的自选简报和投票是另外写的，不在其中。
correction-second-wanted = 这个时段要审核：请另一位同事按下面的按钮。
button-correct-ok-text = 确认更正
button-correct-ok-withdrawal = 确认撤回
button-correct-drop = 不改了
correction-confirmed = 已确认，正在改 { $count } 份。进度看「更正」那张卡片。
correction-dropped = 没有改动。

# —— 进度卡片 ——
correction-card-text = <b>更正</b> · { $day } { $brief } · { $tier } #{ $number }
    第 { $before } 版 → 第 { $after } 版，{ $at } 确认
    原因：{ $reason }
    { $lines }
correction-card-withdrawal = <b>撤回</b> · { $day } { $brief } · { $tier } #{ $number }
    第 { $before } 版 → 第 { $after } 版，{ $at } 确认
    原因：{ $reason }
    { $lines }
correction-progress = 已改 { $edited }/{ $total }，改发说明 { $noted }，失败 { $failed }
correction-progress-waiting = 还在等：{ $count }
correction-progress-withheld = 没有发出就拦下的：{ $count }
correction-progress-over = 全部处理完了。

# —— 拒绝 ——
error-correction-no-edition = 没有找到「{ $received }」这一份，或者它没有发出过。不带编号发 /correct，可以从列表里选。
error-correction-elsewhere = 这里成员也看得到。请到运营群或私聊里发 /correct { $edition }
error-correction-gone = 这张表单已经用完了，或者刚有人更正过同一份。请重新发 /correct。
error-correction-withdrawn = 这一份已经撤回，没有可以更正的了。
error-correction-same = 和现在的文字一样，没有改动。
error-correction-no-figure = 这一份里的数字和当天最新行情都一样，或者已经取不到当天的行情。要改就用「改文字」。
error-correction-turned = 「{ $number }」的涨跌方向变了，旁边的话也要跟着改。请用「改文字」。
error-correction-reason = 原因要写一句话，最多 { $limit } 个字。
error-correction-second = 这个时段要审核：更正是你写的，要由另一个人确认。
