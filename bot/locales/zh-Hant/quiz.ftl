# 投資知識闖關：五關、題目、群裡答題、題庫維護。

help-quiz = 投資知識闖關：一關一關往上走，每題都有講解
reason-quiz = 知識闖關
reason-group-quiz = 群裡答題
profile-quiz = 知識闖關：已過第 { $level } 關，持有{ $badge }

quiz-level-1 = 入門
quiz-level-2 = 基礎
quiz-level-3 = 熟練
quiz-level-4 = 深入
quiz-level-5 = 專業
quiz-badge-1 = 入門徽章
quiz-badge-2 = 基礎徽章
quiz-badge-3 = 熟練徽章
quiz-badge-4 = 深入徽章
quiz-badge-5 = 專業徽章
quiz-level = 第 { $level } 關 · { $name }
quiz-placement = 起點小測

## 入口

quiz-welcome = 🎓 <b>投資知識闖關</b>：一共 { $levels } 關，每關 { $items } 題，第 1 關答對 { $mark } 題就過。
quiz-welcome-how = 每題限時 { $seconds } 秒，答完馬上看講解，看講解不計時。每天最多 { $rounds } 輪，新題答對有積分。
quiz-welcome-choose = 可以先做 { $items } 道小題，看看從第幾關開始合適；也可以直接從第 1 關開始。
quiz-home-none = 🎓 <b>投資知識闖關</b> { $bar } 還沒過關，從眼前這一關開始
quiz-home = 🎓 <b>投資知識闖關</b> { $bar } 已過第 { $level } 關，持有{ $badge }
quiz-unfinished = 還有一輪沒做完：{ $what }。接著做，或者先結束它。
quiz-rounds-left = 今天還能闖 { $rounds } 輪
quiz-rounds-none = 今天的 { $rounds } 輪都用完了，換日（預設凌晨 4:00）以後再來
quiz-in-private = 闖關在私聊裡進行，不打擾大家。
button-quiz-place = 先測一測（{ $items } 題）
button-quiz-first = 從第 1 關開始
button-quiz-climb = 闖第 { $level } 關 · { $name }
button-quiz-again = 第 { $level } 關
button-quiz-resume = 接著做
button-quiz-stop = 結束這一輪
button-quiz-next = 下一題（第 { $place } / { $items } 題）
button-quiz-retry = 再來一輪
button-quiz-home = 回到闖關首頁
button-quiz-private = 去私聊闖關

## 一道題

quiz-progress = { $what } · 第 { $place }/{ $items } 題 · 已答對 { $right } 題
quiz-prompt = <b>{ $text }</b>
quiz-option = { $letter }. { $text }
quiz-seconds = 限時 { $seconds } 秒
quiz-verdict-right = 答對了：{ $right }
quiz-verdict-wrong = 選的是「{ $chosen }」，正確答案是「{ $right }」
quiz-verdict-late = 這題超時了，按答錯算。正確答案是「{ $right }」
quiz-verdict-silent = 這題時間到了。正確答案是「{ $right }」
quiz-explanation = { $text }
quiz-source = 依據：{ $source }，{ $day } 核對
quiz-points = 積分 +{ $points }
quiz-note-right =
    { $points ->
        [0] 答對了
       *[other] 答對了，積分 +{ $points }
    }
quiz-note-wrong = 這次沒答對，看看講解
quiz-note-late = 超過時間了，按答錯算
quiz-note-again = 這題已經答過了，以第一次的選擇為準

## 一輪結束

quiz-passed =
    { $points ->
        [0] <b>{ $what }，過關</b>：{ $asked } 題答對 { $right } 題，得到{ $badge }
       *[other] <b>{ $what }，過關</b>：{ $asked } 題答對 { $right } 題，得到{ $badge }，積分 +{ $points }
    }
quiz-passed-again = <b>{ $what }</b> 又過了一次：{ $asked } 題答對 { $right } 題
quiz-failed = <b>{ $what }</b>：{ $asked } 題答對 { $right } 題，過關要 { $mark } 題。講解都看過了，下一輪先出沒見過的題。
quiz-stopped = { $what } 先到這裡：{ $asked } 題答對 { $right } 題
quiz-placed = 小測做完了：{ $asked } 題答對 { $right } 題，建議從第 { $level } 關（{ $name }）開始
quiz-opens-repair = 從現在起，補簽題答錯還能再答一題
quiz-opens-tier = 已達到{ $tier }對知識的要求
quiz-card-title = 第 { $level } 關過關 · { $name }
quiz-card-kicker = 投資知識闖關 · { $name }
quiz-card-right = 題答對
quiz-card-ladder = 走到這裡
quiz-card-foot = 題目只考知識，不涉及買賣建議
quiz-card-caption = { $name } 過了第 { $level } 關，得到{ $badge }

## 群裡答題

group-quiz-question = 第 { $level } 關 · { $name } | { $text }
group-quiz-lines = { $lines }
group-quiz-result = 🎓 { $day }群裡答題：{ $items } 題，{ $people } 人作答，答對率 { $share }%
group-quiz-row = { $place }. { $name } 答對 { $right }/{ $asked } 題，得分 { $score }
group-quiz-how = 得分 = 答對率 × 題目難度
group-quiz-missed = 群裡答題：{ $day }沒有發出，{ $groups } 個群錯過了。多半是開題時機器人沒有執行；過了時間就不再補發。
group-quiz-goal = 本週一起答對 { $goal } 題 { $bar } 已答對 { $right }
group-quiz-goal-reached = 本週目標達成：一起答對了 { $right } 題（目標 { $goal }），參與的每個人積分 +{ $points }

## 題庫維護

help-quizitem = 闖關題庫：/quizitem list 2、show 編號、fix 編號、retire 編號
quizitem-usage = 用法：/quizitem list 2 · /quizitem show 編號 · fix 編號（改題）· retire 編號（停用）· restore 編號（恢復）· who @某人（看闖到第幾關）
quizitem-who =
    { $level ->
        [0] { $name } 還沒有過任何一關
       *[other] { $name } 已過第 { $level } 關
    }
quizitem-tier-met = { $tier }要求第 { $level } 關：已達到
quizitem-tier-missed = { $tier }要求第 { $level } 關：還沒達到
quizitem-list = <b>第 { $level } 關題庫</b> · { $count } 題
quizitem-row = <code>{ $item }</code> { $text }
quizitem-row-retired = <code>{ $item }</code> { $text }（已停用）
quizitem-how = 發送 /quizitem show 編號，看一道題的全文和數據
quizitem-head = <code>{ $item }</code> · 第 { $level } 關 · 版本 { $version } · { $state }
quizitem-in-use = 使用中
quizitem-retired = 已停用
quizitem-option = { $letter }. { $text }
quizitem-option-right = { $letter }. { $text } ✓
quizitem-explanation = 講解：{ $text }
quizitem-no-figures = 這個版本還沒有人答過
quizitem-figures = 首答 { $answers } 次，答對 { $share }%，區分度 { $discrimination }
quizitem-picks = 各選項：{ $picks } · 沒選 { $silent }
quizitem-verdict = 判斷：{ $faults }
quizitem-fault-none = 沒有發現問題
quizitem-fault-tells-nothing = 區分度低
quizitem-fault-wrong-preferred = 選錯的比選對的多
quizitem-fault-never-picked = 有選項沒人選
quizitem-faults = { $first }、{ $second }
quizitem-row-faults = <code>{ $item }</code> · 第 { $level } 關 · 首答 { $answers } 次，答對 { $share }% · { $faults }
quizitem-review = <b>題庫每週檢查</b>：{ $count } 道題的數據不太正常，請看看是題目有歧義，還是答案標錯了
    { $lines }
quizitem-ask-fix = 要改「{ $item }」，請只發要改的幾行：
    題目：…
    A：…
    B：…
    C：…
    D：…
    正確：B
    講解：…
    改英文版用 Question、A–D、Explanation。發出後先看效果，再決定是否儲存。
quizitem-draft = <b>改完是這樣</b>（{ $item }，還沒儲存）
quizitem-draft-drops-english = 原來的英文版對不上新內容，儲存後先顯示簡體，之後可以再補英文
quizitem-left = 沒有改動，題目保持原樣。
quizitem-fix-in-private = 改題請在私聊裡進行
quizitem-fix-in-private-how = 請在私聊裡發送 /quizitem fix { $item }
button-quizitem-show = 看 { $item }
button-quizitem-back = ◀ 上一頁
button-quizitem-more = 下一頁 ▶
button-quizitem-fix = 改題
button-quizitem-retire = 停用這道題
button-quizitem-restore = 恢復使用
button-quizitem-undo = 撤回最近一次改動
button-quizitem-save = 儲存為新版本
button-quizitem-leave = 不改了

## 出錯時

error-quiz-not-yours = 這一輪是別人在做。私聊發送 /quiz，開始自己的。
error-quiz-gone = 這個按鈕對應的題目已經結束。發送 /quiz 看現在到哪了。
error-quiz-no-rounds = 今天的 { $rounds } 輪都用完了，換日（預設凌晨 4:00）以後再來。
error-quiz-level-closed = 第 { $level } 關還沒打開，現在最高可以闖第 { $open } 關。
error-quiz-level-empty = 第 { $level } 關暫時沒有題目，請先闖別的關。
error-quiz-already-placed = 起點已經定了，直接闖關就行：/quiz
error-quiz-item-unknown = 沒有編號為「{ $received }」的題目。/quizitem list 看全部編號。
error-quiz-item-state = 「{ $item }」已經是這個狀態了。
error-quiz-item-changed = 「{ $item }」剛剛被別人改過，請重新看一眼再動手。
error-quiz-draft-gone = 這份預覽已經不是最新的，或者已經儲存過了。請看最後一份預覽，或重新傳送 /quizitem fix { $item }
error-quiz-fix-invalid = 沒有儲存。{ $field } 收到「{ $received }」，要求：{ $allowed }
error-quiz-fix-blocked = 沒有儲存。這些話機器人不能說：{ $found }
error-quiz-nothing-to-undo = 「{ $item }」的這次改動已經撤回，或者後來又改過了。
