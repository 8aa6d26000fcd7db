error-clock-stopped = 顧問台的時鐘從 { $since } 起暫停着，現在答應不了時間。恢復後會補上。
