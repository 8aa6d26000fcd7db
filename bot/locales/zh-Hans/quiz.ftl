# 投资知识闯关：五关、题目、群里答题、题库维护。

help-quiz = 投资知识闯关：一关一关往上走，每题都有讲解
reason-quiz = 知识闯关
reason-group-quiz = 群里答题
profile-quiz = 知识闯关：已过第 { $level } 关，持有{ $badge }

quiz-level-1 = 入门
quiz-level-2 = 基础
quiz-level-3 = 熟练
quiz-level-4 = 深入
quiz-level-5 = 专业
quiz-badge-1 = 入门徽章
quiz-badge-2 = 基础徽章
quiz-badge-3 = 熟练徽章
quiz-badge-4 = 深入徽章
quiz-badge-5 = 专业徽章
quiz-level = 第 { $level } 关 · { $name }
quiz-placement = 起点小测

## 入口

quiz-welcome = 🎓 <b>投资知识闯关</b>：一共 { $levels } 关，每关 { $items } 题，第 1 关答对 { $mark } 题就过。
quiz-welcome-how = 每题限时 { $seconds } 秒，答完马上看讲解，看讲解不计时。每天最多 { $rounds } 轮，新题答对有积分。
quiz-welcome-choose = 可以先做 { $items } 道小题，看看从第几关开始合适；也可以直接从第 1 关开始。
quiz-home-none = 🎓 <b>投资知识闯关</b> { $bar } 还没过关，从眼前这一关开始
quiz-home = 🎓 <b>投资知识闯关</b> { $bar } 已过第 { $level } 关，持有{ $badge }
quiz-unfinished = 还有一轮没做完：{ $what }。接着做，或者先结束它。
quiz-rounds-left = 今天还能闯 { $rounds } 轮
quiz-rounds-none = 今天的 { $rounds } 轮都用完了，换日（默认凌晨 4:00）以后再来
quiz-in-private = 闯关在私聊里进行，不打扰大家。
button-quiz-place = 先测一测（{ $items } 题）
button-quiz-first = 从第 1 关开始
button-quiz-climb = 闯第 { $level } 关 · { $name }
button-quiz-again = 第 { $level } 关
button-quiz-resume = 接着做
button-quiz-stop = 结束这一轮
button-quiz-next = 下一题（第 { $place } / { $items } 题）
button-quiz-retry = 再来一轮
button-quiz-home = 回到闯关首页
button-quiz-private = 去私聊闯关

## 一道题

quiz-progress = { $what } · 第 { $place }/{ $items } 题 · 已答对 { $right } 题
quiz-prompt = <b>{ $text }</b>
quiz-option = { $letter }. { $text }
quiz-seconds = 限时 { $seconds } 秒
quiz-verdict-right = 答对了：{ $right }
quiz-verdict-wrong = 选的是「{ $chosen }」，正确答案是「{ $right }」
quiz-verdict-late = 这题超时了，按答错算。正确答案是「{ $right }」
quiz-verdict-silent = 这题时间到了。正确答案是「{ $right }」
quiz-explanation = { $text }
quiz-source = 依据：{ $source }，{ $day } 核对
quiz-points = 积分 +{ $points }
quiz-note-right =
    { $points ->
        [0] 答对了
       *[other] 答对了，积分 +{ $points }
    }
quiz-note-wrong = 这次没答对，看看讲解
quiz-note-late = 超过时间了，按答错算
quiz-note-again = 这题已经答过了，以第一次的选择为准

## 一轮结束

quiz-passed =
    { $points ->
        [0] <b>{ $what }，过关</b>：{ $asked } 题答对 { $right } 题，得到{ $badge }
       *[other] <b>{ $what }，过关</b>：{ $asked } 题答对 { $right } 题，得到{ $badge }，积分 +{ $points }
    }
quiz-passed-again = <b>{ $what }</b> 又过了一次：{ $asked } 题答对 { $right } 题
quiz-failed = <b>{ $what }</b>：{ $asked } 题答对 { $right } 题，过关要 { $mark } 题。讲解都看过了，下一轮先出没见过的题。
quiz-stopped = { $what } 先到这里：{ $asked } 题答对 { $right } 题
quiz-placed = 小测做完了：{ $asked } 题答对 { $right } 题，建议从第 { $level } 关（{ $name }）开始
quiz-opens-repair = 从现在起，补签题答错还能再答一题
quiz-opens-tier = 已达到{ $tier }对知识的要求
quiz-card-title = 第 { $level } 关过关 · { $name }
quiz-card-kicker = 投资知识闯关 · { $name }
quiz-card-right = 题答对
quiz-card-ladder = 走到这里
quiz-card-foot = 题目只考知识，不涉及买卖建议
quiz-card-caption = { $name } 过了第 { $level } 关，得到{ $badge }

## 群里答题

group-quiz-question = 第 { $level } 关 · { $name } | { $text }
group-quiz-lines = { $lines }
group-quiz-result = 🎓 { $day }群里答题：{ $items } 题，{ $people } 人作答，答对率 { $share }%
group-quiz-row = { $place }. { $name } 答对 { $right }/{ $asked } 题，得分 { $score }
group-quiz-how = 得分 = 答对率 × 题目难度
group-quiz-missed = 群里答题：{ $day }没有发出，{ $groups } 个群错过了。多半是开题时机器人没有运行；过了时间就不再补发。
group-quiz-goal = 本周一起答对 { $goal } 题 { $bar } 已答对 { $right }
group-quiz-goal-reached = 本周目标达成：一起答对了 { $right } 题（目标 { $goal }），参与的每个人积分 +{ $points }

## 题库维护

help-quizitem = 闯关题库：/quizitem list 2、show 编号、fix 编号、retire 编号
quizitem-usage = 用法：/quizitem list 2 · /quizitem show 编号 · fix 编号（改题）· retire 编号（停用）· restore 编号（恢复）· who @某人（看闯到第几关）
quizitem-who =
    { $level ->
        [0] { $name } 还没有过任何一关
       *[other] { $name } 已过第 { $level } 关
    }
quizitem-tier-met = { $tier }要求第 { $level } 关：已达到
quizitem-tier-missed = { $tier }要求第 { $level } 关：还没达到
quizitem-list = <b>第 { $level } 关题库</b> · { $count } 题
quizitem-row = <code>{ $item }</code> { $text }
quizitem-row-retired = <code>{ $item }</code> { $text }（已停用）
quizitem-how = 发送 /quizitem show 编号，看一道题的全文和数据
quizitem-head = <code>{ $item }</code> · 第 { $level } 关 · 版本 { $version } · { $state }
quizitem-in-use = 使用中
quizitem-retired = 已停用
quizitem-option = { $letter }. { $text }
quizitem-option-right = { $letter }. { $text } ✓
quizitem-explanation = 讲解：{ $text }
quizitem-no-figures = 这个版本还没有人答过
quizitem-figures = 首答 { $answers } 次，答对 { $share }%，区分度 { $discrimination }
quizitem-picks = 各选项：{ $picks } · 没选 { $silent }
quizitem-verdict = 判断：{ $faults }
quizitem-fault-none = 没有发现问题
quizitem-fault-tells-nothing = 区分度低
quizitem-fault-wrong-preferred = 选错的比选对的多
quizitem-fault-never-picked = 有选项没人选
quizitem-faults = { $first }、{ $second }
quizitem-row-faults = <code>{ $item }</code> · 第 { $level } 关 · 首答 { $answers } 次，答对 { $share }% · { $faults }
quizitem-review = <b>题库每周检查</b>：{ $count } 道题的数据不太正常，请看看是题目有歧义，还是答案标错了
    { $lines }
quizitem-ask-fix = 要改「{ $item }」，请只发要改的几行：
    题目：…
    A：…
    B：…
    C：…
    D：…
    正确：B
    讲解：…
    改英文版用 Question、A–D、Explanation。发出后先看效果，再决定是否保存。
quizitem-draft = <b>改完是这样</b>（{ $item }，还没保存）
quizitem-draft-drops-english = 原来的英文版对不上新内容，保存后先显示简体，之后可以再补英文
quizitem-left = 没有改动，题目保持原样。
quizitem-fix-in-private = 改题请在私聊里进行
quizitem-fix-in-private-how = 请在私聊里发送 /quizitem fix { $item }
button-quizitem-show = 看 { $item }
button-quizitem-back = ◀ 上一页
button-quizitem-more = 下一页 ▶
button-quizitem-fix = 改题
button-quizitem-retire = 停用这道题
button-quizitem-restore = 恢复使用
button-quizitem-undo = 撤回最近一次改动
button-quizitem-save = 保存为新版本
button-quizitem-leave = 不改了

## 出错时

error-quiz-not-yours = 这一轮是别人在做。私聊发送 /quiz，开始自己的。
error-quiz-gone = 这个按钮对应的题目已经结束。发送 /quiz 看现在到哪了。
error-quiz-no-rounds = 今天的 { $rounds } 轮都用完了，换日（默认凌晨 4:00）以后再来。
error-quiz-level-closed = 第 { $level } 关还没打开，现在最高可以闯第 { $open } 关。
error-quiz-level-empty = 第 { $level } 关暂时没有题目，请先闯别的关。
error-quiz-already-placed = 起点已经定了，直接闯关就行：/quiz
error-quiz-item-unknown = 没有编号为「{ $received }」的题目。/quizitem list 看全部编号。
error-quiz-item-state = 「{ $item }」已经是这个状态了。
error-quiz-item-changed = 「{ $item }」刚刚被别人改过，请重新看一眼再动手。
error-quiz-draft-gone = 这份预览已经不是最新的，或者已经保存过了。请看最后一份预览，或重新发送 /quizitem fix { $item }
error-quiz-fix-invalid = 没有保存。{ $field } 收到「{ $received }」，要求：{ $allowed }
error-quiz-fix-blocked = 没有保存。这些话机器人不能说：{ $found }
error-quiz-nothing-to-undo = 「{ $item }」的这次改动已经撤回，或者后来又改过了。
