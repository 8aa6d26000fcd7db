# 发送的去向，告诉运营的提醒。

alert-set-aside =
    ⚠️ 有一条消息或操作处理了三次都没成功，已先搁置，其他消息不受影响。
    编号：{ $update }
    原因：{ $error }
alert-delivery-unknown =
    ⚠️ 有一条消息发出后没有收到回执，不知道是否已经送达。为免重复，没有自动再发。
    编号：{ $key }
    内容：{ $excerpt }
alert-delivery-failed =
    ⚠️ 有一条群消息没有发出去。
    编号：{ $key }
    原因：{ $why }
alert-delivery-expired =
    ⚠️ 有一份简报没有发出：轮到它时已经过了时效。
    编号：{ $key }
    有效至：{ $until }
alert-job-failed =
    ⚠️ 定时任务 { $job } 没有完成。
    原因：{ $error }
alert-archive-broken = ⚠️ 存档的校验链在第 { $position } 条断开：{ $problem }。请立即通知合规，并保留现场。
button-it-arrived = 已经送达
button-send-again = 再发一次
delivery-decided-arrived = { $at } { $who } 确认：已经送达，不再发送。
delivery-decided-again = { $at } { $who } 决定：再发一次，已排队。
delivery-decided-too-late = { $at } { $who } 决定再发一次，但已过时效，不会发出。
error-delivery-settled = 这条消息已经有人处理过了，没有改动。
