# 个人资料：留了什么、拿一份、删掉。

help-privacy = 留了你的什么，留多久，谁能看
help-mydata = 拿一份你的全部资料（私聊）
help-forget = 删除你的资料（私聊）

## /privacy

privacy-in-private = 关于你的资料，在私聊里说。
privacy-head = <b>你的资料</b>
privacy-what = 留什么：Telegram 编号、名字、语言；签到、答题、积分、模拟赛；你在已绑定群里的发言。
privacy-why = 为什么：积分要算得清，群里说过的话按证券业的规定要留痕。不收集手机号，不碰你的证券账户。
privacy-who = 谁能看：合规和负责人；运营只看得到处理你的事所需要的部分。不会提供给别人，也不拿去做广告。
privacy-terms =
    留多久：
    { $terms }
privacy-term = · { $kept }：{ $years } 年
privacy-blind = 你自己删掉的群消息，机器人收不到删除通知，原文会留到期满。
privacy-rights = /mydata 拿一份 · /forget 删除 · /settings 语言和是否上榜

## /mydata

mydata-title = 我的资料
mydata-about = 由 Opening Bell 在 { $at } 生成。同样的内容以 JSON 形式附在本页源代码里。
mydata-caption = 这是到现在为止与你有关的全部资料，用浏览器打开。只发给你本人，请不要转到群里。
mydata-failed = 文件没能确认送达。如果没收到，请再发一次 /mydata。
error-mydata-already = 今天已经发过一份了（{ $at }）。下一次：明天 04:00 以后。
error-mydata-too-large = 你的资料超过了 Telegram 能发的大小。请联系合规，用其他方式给你。
data-none = 没有记录的：{ $sections }
data-profile = 名字与设置
data-groups = 所在的群
data-roles = 职责
data-prompts = 等你回答的问题
data-watches = 自选
data-term-wishes = 问过的、词典里没有的词
data-ama-questions = 专家问答里的提问
data-ama-votes = 专家问答里投的票
data-checkins = 签到
data-streak = 连续签到
data-questions = 每日一题
data-quiz = 闯关起点
data-quiz-passes = 通过的关卡
data-quiz-answers = 闯关答题
data-quiz-rounds = 闯关记录
data-quiz-votes = 群里答题
data-balance = 积分余额
data-ledger = 积分流水
data-pending = 等第二人确认的积分
data-suitability = 风险偏好问卷
data-contests = 参加的模拟赛
data-contest-days = 模拟赛每日结果
data-contest-log = 模拟赛记录
data-contest-orders = 模拟委托
data-contest-fills = 模拟成交
data-disputes = 对成交的异议
data-journal = 交易日记
data-deliveries = 私下发给你的消息
data-archive = 你在群里的发言（存档）
data-measures = 与你有关的处理
data-copies = 索取资料
data-forgets = 删除申请
data-field-word = 词
data-field-id = 编号
data-field-first_name = 名
data-field-last_name = 姓
data-field-username = 用户名
data-field-language = 语言
data-field-hidden = 不上榜
data-field-first_seen_at = 第一次见到
data-field-title = 名称
data-field-presence = 在不在
data-field-since = 从何时起
data-field-role = 职责
data-field-noun = 事由
data-field-asked_at = 提出时间
data-field-symbol = 代码
data-field-added_at = 加入时间
data-field-day = 日期
data-field-streak = 连续天数
data-field-points = 积分
data-field-length = 当前连续
data-field-best = 最长连续
data-field-last_day = 最近一天
data-field-freezes = 补签卡
data-field-question_id = 题目
data-field-choice = 你的选择
data-field-correct = 答对
data-field-start_level = 从第几关开始
data-field-item_id = 题目编号
data-field-amount = 数额
data-field-lifetime = 累计获得
data-field-at = 时间
data-field-reason = 原因
data-field-note = 备注
data-field-requested_at = 申请时间
data-field-confirmed = 已确认
data-field-level = 结果
data-field-contest_id = 比赛
data-field-joined_at = 报名时间
data-field-equity = 模拟净值
data-field-rank = 名次
data-field-kind = 类型
data-field-placed_at = 下单时间
data-field-side = 方向
data-field-quantity = 数量
data-field-state = 状态
data-field-price = 价格
data-field-opened_at = 提出时间
data-field-text = 内容
data-field-answer = 答复
data-field-created_at = 时间
data-field-lane = 类别
data-field-markup = 内容
data-field-action = 处理
data-field-sent_at = 送达时间
data-field-due_at = 执行时间
data-watch-brief = 自选晨报
data-cases = 与你有关的审核
data-reports = 你的举报
data-field-decision = 结论
data-field-words = 内容

## /forget

forget-head = <b>删除我的资料</b>
forget-goes =
    会删掉：名字、用户名、语言、自选、签到和答题记录、交易日记、私下发给你的消息。
    积分会作废，不能恢复。
forget-stays =
    依规定要留到期满的：
    { $kept }
forget-kept = · { $kept } { $count } 条，到 { $until }（{ $why }）
forget-nothing-stays = 没有需要依规定留存的内容。
forget-after = 确认后等 { $days } 天才执行，这期间随时可以撤回。执行后再来，或在群里再发言，就是新成员。
button-forget = 7 天后删除我的资料
button-forget-not = 不删，保持原样
button-forget-undo = 撤回，不删了
forget-pending = 你的资料将在 { $at } 之后删除。在那之前可以撤回；若届时在比赛中或依规定须暂留，会顺延到可以删的时候。
forget-undone = 已撤回，什么都没有删。
forget-none = 没有等待执行的删除申请。
forget-left = 保持原样，什么都没有删。
error-forget-staff = 你担任着职责，经手的事须留痕，不能删除。请先让负责人用 /role 撤下你的职责，再发 /forget。
error-forget-contest = 你正在参加模拟赛「{ $title }」，删掉会影响其他人的名次。比赛结束后再发 /forget 就可以。
error-forget-held = 与你有关的一部分记录正依规定保留，现在不能删除。想了解情况，请联系合规。
data-moderation = 管理记录
data-lanes = 消息分类的选择
data-field-excerpt = 原话
data-field-measure = 处理
data-field-until = 到
data-field-undone_at = 撤销时间
data-field-wanted = 愿意接收
data-reach = 对简报的反应
data-asked = 你的提问
data-asked-lines = 提问的往来
data-ratings = 你的评价
data-peer-answers = 被采纳的回答
data-field-rating = 评分
data-field-score = 评分
data-field-accepted_at = 采纳时间
