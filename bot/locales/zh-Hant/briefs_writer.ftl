# The optional writing assistant: its button, its drafts, and why there is none.
button-writer = 請寫作助手起草
writer-asked = 正在請寫作助手起草，最多等一分鐘
writer-state = 寫作助手起草，等人批准
writer-preview = { $mark } · 第 { $version } 版 · 寫作助手起草，須經人批准才會發出〕
    { $text }
writer-failed-off = 寫作助手沒有開啟{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-no-data = 沒有可用的行情，無從起草{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-timed-out = 寫作助手沒有按時答覆{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-busy = 寫作助手正忙，過幾分鐘再試{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-unreachable = 連不上寫作助手{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-refused = 寫作助手拒絕了請求{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-too-large = 寫作助手的答覆過大{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-malformed = 寫作助手的答覆讀不懂{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-empty = 寫作助手沒有寫出內容{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-too-long = 寫作助手寫得太長{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-no-figure = 稿子沒有引用任何行情{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-unknown-placeholder = 稿子用了不存在的佔位符{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-own-number = 稿子自己寫了數字{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-link = 稿子帶有連結、帳號或命令{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-markup = 稿子帶有標記符號{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
writer-failed-screened = 稿子沒有通過合規檢查{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用範本稿。
