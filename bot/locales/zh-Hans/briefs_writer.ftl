# The optional writing assistant: its button, its drafts, and why there is none.
button-writer = 请写作助手起草
writer-asked = 正在请写作助手起草，最多等一分钟
writer-state = 写作助手起草，等人批准
writer-preview = { $mark } · 第 { $version } 版 · 写作助手起草，须经人批准才会发出〕
    { $text }
writer-failed-off = 写作助手没有开启{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-no-data = 没有可用的行情，无从起草{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-timed-out = 写作助手没有按时答复{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-busy = 写作助手正忙，过几分钟再试{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-unreachable = 连不上写作助手{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-refused = 写作助手拒绝了请求{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-too-large = 写作助手的答复过大{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-malformed = 写作助手的答复读不懂{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-empty = 写作助手没有写出内容{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-too-long = 写作助手写得太长{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-no-figure = 稿子没有引用任何行情{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-unknown-placeholder = 稿子用了不存在的占位符{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-own-number = 稿子自己写了数字{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-link = 稿子带有链接、账号或命令{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-markup = 稿子带有标记符号{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
writer-failed-screened = 稿子没有通过合规检查{ $detail ->
    [none] { "" }
   *[other] （{ $detail }）
}。仍用模板稿。
