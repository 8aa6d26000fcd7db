error-clock-stopped = 顾问台的时钟从 { $since } 起暂停着，现在答应不了时间。恢复后会补上。
