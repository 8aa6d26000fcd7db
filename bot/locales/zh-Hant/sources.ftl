# 行情與資訊來源的錯誤，出現在提醒和營運的回覆裡。

error-fetch-failed = 資料來源 { $host } 沒有給出可用的回答。
error-fetch-base-malformed = 資料來源的位址「{ $received }」不對，應為 http 或 https 位址。
error-fetch-host-not-configured = { $host } 不在設定的資料來源裡，沒有存取。
error-fetch-address-refused = { $host } 指向內部位址，沒有存取。
error-fetch-redirect-refused = 資料來源 { $host } 轉去了不允許的位址，沒有跟隨。
error-fetch-unreachable = 連不上資料來源 { $host }。
error-fetch-timed-out = 資料來源 { $host } 沒有及時回答。
error-fetch-bad-status = 資料來源 { $host } 回答了錯誤 { $status }。
error-fetch-too-large = 資料來源 { $host } 的回答過大，沒有採用。
error-fetch-garbled = 資料來源 { $host } 的回答無法讀取，沒有採用。
error-fetch-page-instead = 資料來源 { $host } 回傳的是網頁而不是數據，沒有採用。
error-fetch-backing-off = 資料來源 { $host } 剛才出過錯，稍後再試。
error-bars-malformed = 日線檔案 { $file } 第 { $line } 行的 { $field } 不對：收到「{ $received }」。需要的欄位：symbol、date、open、high、low、close、volume，價格都要大於零。
error-symbol-unknown = 不認識代碼「{ $received }」。請寫六位數字代碼，如 600036。
error-quote-source-unknown =
    沒有「{ $received }」這個行情來源。可以用：
    { $allowed }
error-hall-not-loopback = 排練廳只在本機打開，不能監聽 { $host }。
