# 發送的去向，告訴營運的提醒。

alert-set-aside =
    ⚠️ 有一則訊息或操作處理了三次都沒成功，已先擱置，其他訊息不受影響。
    編號：{ $update }
    原因：{ $error }
alert-delivery-unknown =
    ⚠️ 有一則訊息發出後沒有收到回執，不知道是否已經送達。為免重複，沒有自動再發。
    編號：{ $key }
    內容：{ $excerpt }
alert-delivery-failed =
    ⚠️ 有一則群訊息沒有發出去。
    編號：{ $key }
    原因：{ $why }
alert-delivery-expired =
    ⚠️ 有一份簡報沒有發出：輪到它時已經過了時效。
    編號：{ $key }
    有效至：{ $until }
alert-job-failed =
    ⚠️ 定時任務 { $job } 沒有完成。
    原因：{ $error }
alert-archive-broken = ⚠️ 存檔的校驗鏈在第 { $position } 條斷開：{ $problem }。請立即通知合規，並保留現場。
button-it-arrived = 已經送達
button-send-again = 再發一次
delivery-decided-arrived = { $at } { $who } 確認：已經送達，不再發送。
delivery-decided-again = { $at } { $who } 決定：再發一次，已排隊。
delivery-decided-too-late = { $at } { $who } 決定再發一次，但已過時效，不會發出。
error-delivery-settled = 這條訊息已經有人處理過了，沒有改動。
