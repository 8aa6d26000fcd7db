# 合規月報
help-compliance = 合規月報：/compliance 2026-10，不寫月份就是上一個月
compliance-whole = 全月
compliance-so-far = 截至現在
compliance-report = <b>合規月報 · { $month }</b>（{ $state }）
    攔下 { $held }（直接攔截 { $blocked }），人工推翻 { $overridden }；連同申訴共放行 { $released }
    處理用時：一半在 { $p50 } 內，九成在 { $p90 } 內；逾時 { $overdue }，還在等 { $waiting }
    群內處置 { $acted }（撤銷 { $undone }），申訴 { $appeals }（成立 { $granted }）
    簡報準時 { $on_time }/{ $copies }，晚 { $late }，沒到 { $missed }；僅數據版 { $bare } 份，更正 { $corrections }，撤回 { $withdrawals }
    群發 { $broadcasts }
compliance-no-time = 沒有可算的
compliance-minutes = { $count } 分鐘
compliance-hours = { $count } 小時
compliance-held = 攔下
compliance-overridden = 人工推翻
compliance-overdue = 逾時
compliance-p90 = 九成用時
compliance-on-time = 簡報準時
compliance-corrected = 更正和撤回
compliance-acted = 群內處置
compliance-appeals = 申訴成立
compliance-of = { $part }/{ $whole }
compliance-title-good = 沒有一件超過 24 小時
compliance-title-overdue = 有 { $count } 件超過 24 小時
compliance-kicker = 合規月報 · { $month } · { $state }
compliance-coverage = 存檔覆蓋（佔應存時間，低的在前）
compliance-precision = 規則準確度（人工認可/已判）
compliance-no-groups = 這個月沒有綁定的群
compliance-no-rules = 這個月沒有判過的
compliance-foot = 成員自己刪除的訊息機器人看不到，不在覆蓋率裡。準確度只算已有人判過的。
compliance-file = 合規月報 { $month } 的全部數字（CSV）
compliance-which = 沒看懂「{ $received }」，或者那個月還沒有到。這樣寫：/compliance 2026-10
button-compliance-file = 取檔案
