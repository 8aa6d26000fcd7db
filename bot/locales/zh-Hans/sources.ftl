# 行情与资讯来源的错误，出现在提醒和运营的回复里。

error-fetch-failed = 数据来源 { $host } 没有给出可用的回答。
error-fetch-base-malformed = 数据来源的地址「{ $received }」不对，应为 http 或 https 地址。
error-fetch-host-not-configured = { $host } 不在设置的数据来源里，没有访问。
error-fetch-address-refused = { $host } 指向内部地址，没有访问。
error-fetch-redirect-refused = 数据来源 { $host } 转去了不允许的地址，没有跟随。
error-fetch-unreachable = 连不上数据来源 { $host }。
error-fetch-timed-out = 数据来源 { $host } 没有及时回答。
error-fetch-bad-status = 数据来源 { $host } 回答了错误 { $status }。
error-fetch-too-large = 数据来源 { $host } 的回答过大，没有采用。
error-fetch-garbled = 数据来源 { $host } 的回答无法读取，没有采用。
error-fetch-page-instead = 数据来源 { $host } 返回的是网页而不是数据，没有采用。
error-fetch-backing-off = 数据来源 { $host } 刚才出过错，稍后再试。
error-bars-malformed = 日线文件 { $file } 第 { $line } 行的 { $field } 不对：收到「{ $received }」。需要的列：symbol、date、open、high、low、close、volume，价格都要大于零。
error-symbol-unknown = 不认识代码「{ $received }」。请写六位数字代码，如 600036。
error-quote-source-unknown =
    没有「{ $received }」这个行情来源。可以用：
    { $allowed }
error-hall-not-loopback = 排练厅只在本机打开，不能监听 { $host }。
