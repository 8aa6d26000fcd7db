# 知识库：写、核对、由另一个人批准、到期复核、导入导出。

help-kb = 知识库：查看、添加、修改、停用、导入导出

## 列表与卡片

kb-head = <b>知识库</b>
kb-count = { $status } { $count }
kb-counts = { $first } · { $second }
kb-count-button = { $status } { $count }
kb-how =
    查找 /kb search 词 · 查看 /kb show 键 · 历史 /kb history 键
    添加 /kb add · 修改 /kb edit 键 · 停用 /kb retire 键
    导入：把文件发来，说明里写 /kb import · 导出 /kb export xlsx（或 yaml）
kb-list-head = <b>{ $status }</b>，共 { $count } 条
kb-line = <code>{ $key }</code> { $title }（{ $status }）
kb-list-line = <code>{ $key }</code> { $title }
kb-open = { $title }
kb-search-head = 含「{ $words }」的有 { $count } 条：
kb-search-none = 没有找到含「{ $words }」的条目。可以换个说法，或用 /kb add 添加。
kb-status-draft = 草稿
kb-status-waiting = 待批准
kb-status-served = 使用中
kb-status-expired = 已到期
kb-status-retired = 已停用
kb-card-head = <b>{ $key }</b> · { $status } · 第 { $number } 版
kb-card-words =
    <b>问：{ $question }</b>
    { $answer }
kb-card-phrasings = 其他问法（{ $language }）：{ $text }
kb-card-details = 标签 { $tags } · 谁能看到 { $tier } · 来源 { $source } · 数据日期 { $as_of } · 有效到 { $review_by }
kb-card-owner = 负责人：{ $name }
kb-card-approved = 批准：{ $name }，{ $at }
kb-card-edit-waits = 这是还没批准的第 { $number } 版；现在使用的仍是第 { $served } 版。
kb-the-pack = 随产品提供
kb-none = 无
kb-and = { $first }、{ $second }
kb-more = 还有 { $count } 处，未列出。
kb-tier-all = 所有人
kb-tier-newbie = 新手及以上
kb-tier-advanced = 进阶及以上
kb-tier-vip = 仅高净值
kb-tag-account = 账户
kb-tag-trading = 交易
kb-tag-fees = 费用
kb-tag-settlement = 结算
kb-tag-margin = 两融
kb-tag-funds = 基金
kb-tag-listing = 新股
kb-tag-tax = 税
kb-tag-risk = 风险
kb-tag-contest = 竞赛
kb-tag-points = 积分
kb-tag-security = 安全
kb-tag-suitability = 适当性
kb-tag-hongkong = 港股
kb-tag-bot = 机器人

## 历史

kb-history-head = <b>{ $key } 的历史</b>，共 { $count } 版
kb-history-line = { $number } · { $at } { $who } { $change }{ $state }
kb-change-added = 添加
kb-change-edited = 修改
kb-change-imported = 从文件导入
kb-change-drafted = 由答复整理成草稿
kb-change-shipped = 装入
kb-change-renewed = 确认仍然正确
kb-change-retired = 停用
kb-change-restored = 恢复
kb-version-draft = ，草稿
kb-version-waiting = ，待批准
kb-version-approved = ，{ $by }批准
kb-version-replaced = ，被后一版替换
kb-version-dropped = ，已放弃
kb-version-done = {""}

## 写

kb-ask-new-question = 请在这里写问题，像大家平时问的那样，最多 120 个字。也可以一次写好：/kb add 后面换行写「问：…」「答：…」「说法：…；…」「标签：…」「来源：…」。
kb-ask-new-answer =
    问：{ $question }
    请写回答：先说结论，最多 1,500 个字。
kb-add-in-private = 请到和我的私聊里发 /kb add；或者在这里一次写好：/kb add 换行「问：…」换行「答：…」。
kb-type-in-private = 请到和我的私聊里，把内容直接发给我。
kb-form-head = <b>{ $key }</b> · { $status } · 点一项来改
kb-field-line = { $label }：{ $value }
kb-field-question = { $language ->
        [en] 英文问题
        [zh-Hant] 繁体问题
       *[other] 问题
    }
kb-field-answer = { $language ->
        [en] 英文回答
        [zh-Hant] 繁体回答
       *[other] 回答
    }
kb-field-phrasings = { $language ->
        [en] 英文问法
        [zh-Hant] 繁体问法
       *[other] 其他问法
    }
kb-field-tags = { $language ->
       *[none] 标签
    }
kb-field-tier = { $language ->
       *[none] 谁能看到
    }
kb-field-source = { $language ->
       *[none] 来源
    }
kb-field-as-of = { $language ->
       *[none] 数据日期
    }
kb-field-review-by = { $language ->
       *[none] 有效到
    }
kb-ask-question = 请把「{ $label }」发给我，最多 120 个字。
kb-ask-answer = 请把「{ $label }」发给我：先说结论，最多 1,500 个字。
kb-ask-phrasings = 请把「{ $label }」发给我，每行一个，最多 20 个；会替换原来的。写「无」就清空。
kb-ask-tags = 选「{ $label }」，最多四个；再点一次就去掉。
kb-ask-tier = 选「{ $label }」；层级更高的人也能看到。
kb-ask-source = 请把「{ $label }」发给我：规则的名称，或「一般说明」。写「无」就清空。
kb-ask-as-of = 请把「{ $label }」发给我：里面的数字是哪一天核对的，如 2026-11-22。写「无」就清空。
kb-ask-review-by = 选或写「{ $label }」哪一天，如 2027-05-22。过了这一天就不再使用，直到有人复核。
kb-held = 现在是：{ $value }
kb-days-on = { $days } 天后
kb-problems = <b>批准前还要改 { $count } 处</b>
button-kb-edit = 修改
button-kb-form = 返回表单
button-kb-card = 查看条目
button-kb-submit = 提交，请另一个人批准
button-kb-drop = 放弃这一版
button-kb-approve = 批准使用
button-kb-own = 我确认，批准自己写的
button-kb-renew = 仍然正确，再用半年
button-kb-retire = 停用
button-kb-retire-sure = 确认停用
button-kb-restore = 恢复
button-kb-undo = 撤销，恢复使用
button-kb-history = 历史
button-kb-home = 返回总览
button-kb-before = ← 上一页
button-kb-next = 下一页 →
button-kb-approve-all = 全部批准（{ $count } 条）
button-kb-list-waiting = 逐条查看
button-kb-write = 写入 { $count } 条，等另一个人批准

## 结果

kb-submitted = <code>{ $key }</code> 已提交，等另一个人批准。批准前，成员看到的不变。
kb-approved = <code>{ $key }</code> 已由{ $who }批准，开始使用，有效到 { $until }。
kb-dropped = <code>{ $key }</code> 的这一版由{ $who }放弃。
kb-retired = <code>{ $key }</code> 已停用，成员不会再得到这条回答。
kb-retire-sure = 要停用 <code>{ $key }</code>「{ $title }」吗？停用后成员不再得到这条回答，还没批准的修改也一起放弃；以后可以恢复。
kb-restored = <code>{ $key }</code> 已由{ $who }恢复。
kb-renewed = { $who }确认 <code>{ $key }</code> 仍然正确，有效到 { $until }。
kb-own = 自己写的要由另一个人批准。
kb-own-sure = 这是你自己写的。社群的所有者可以批准自己写的内容，会记入操作记录。确定吗？
kb-approved-all = { $who }批准了 { $count } 条，开始使用。
kb-approved-none = 这份文件已经没有等待批准的条目了。
kb-refused-some = 有 { $count } 条不能批准（合规未通过、已过期，或你也改过）：{ $keys }

alert-kb-asks =
    <b>知识库 { $key } 等待批准</b> · { $kind ->
        [edit] 修改
        [expert] 来自专家答复
        [ama] 来自 AMA
        [term] 来自术语心愿单
        [file] 来自文件
        [starter] 随产品提供
       *[person] 新条目
    }
    { $lines }
alert-kb-expired =
    <b>知识库 { $key } 已到期</b>（有效到 { $day }），已停止使用，请复核。
    { $lines }
alert-kb-import = <b>知识库导入等待批准</b>：{ $name }，新增 { $new } 条，修改 { $changed } 条。

## 文件

kb-import-head = <b>{ $name }</b> 读完了，还没有写入。
kb-import-counts = 新增 { $new } 条，修改 { $changed } 条，没有变化 { $unchanged } 条。
kb-import-retired = 其中 { $count } 条已停用，跳过；要用请先 /kb restore。
kb-import-over = ⚠️ 有 { $count } 条正有没批准的修改，写入后会被文件里的替换。
kb-import-nothing = 没有要写入的。
kb-import-wrong = 文件有 { $count } 处错误，{ $rows } 条都没有写入。请改好后重新发来。
kb-mistake = 第 { NUMBER($number, useGrouping: 0) } { $kind ->
        [yaml] 条
       *[xlsx] 行
    } { $key } · { $field }：{ $problem }
kb-mistake-nameless = 第 { NUMBER($number, useGrouping: 0) } { $kind ->
        [yaml] 条
       *[xlsx] 行
    } · { $field }：{ $problem }
kb-whole = 整条
kb-import-written = 已写入：新增 { $new } 条，修改 { $changed } 条，等另一个人批准。
kb-import-again = 这份文件已经写入过了。
kb-exported = 知识库 { $count } 条。改好后发回来，说明里写 /kb import。
kb-problem-key = 键「{ $received }」不行：只能用小写字母、数字和连字符，最多 { $most } 个字符，如 forget-password。
kb-problem-no-key = 没有 key。
kb-problem-twice = 与前面第 { NUMBER($first, useGrouping: 0) } 行（条）的 key 重复。
kb-problem-text = 「{ $received }」不是文字。YAML 里的日期、数字、yes 和 no 请加引号。
kb-problem-long = 有 { $length } 个字，最多 { $most } 个，请缩短。
kb-problem-many = 有 { $count } 个，最多 { $most } 个。
kb-problem-separator = 「{ $received }」里有分号或竖线，它们用来隔开问法。请拆成几条。
kb-problem-tag = 没有「{ $received }」这个标签。可用：{ $allowed }
kb-problem-tier = 没有「{ $received }」这个层级。可用：all newbie advanced vip
kb-problem-day = 「{ $received }」不是日期。请写成 2026-11-22。
kb-problem-language = 没有「{ $received }」这种语言。可用：{ $allowed }
kb-problem-label-twice = 「{ $received }」这一项写了两次，请合成一处。
kb-problem-by-language = 要按语言分开写，如 zh-Hans: …
kb-problem-field = 没有「{ $received }」这一项。可用：{ $known }
kb-problem-formula = 单元格 { $cell } 是公式，请改成文字。
kb-problem-cell = 单元格 { $cell } 的「{ $received }」不是文字。
kb-problem-incomplete = 至少要有一种语言，问题和回答都写了。
kb-problem-half = { $language }只写了问题或只写了回答，请补上另一半。
kb-problem-past = 有效期 { $day } 已经过去，请改成以后的日期。
kb-problem-screened = 合规未通过：「{ $excerpt }」 { $reason } { $rule } → 建议「{ $suggestion }」
kb-file-kind = 「{ $received }」不是能导入的文件。请发 .xlsx、.yaml 或 .yml。
kb-file-empty = 文件里没有条目。
kb-file-rows = 一个文件最多 { $most } 条，请分开。
kb-file-yaml = 第 { NUMBER($line, useGrouping: 0) } 行附近不是正确的 YAML：请检查缩进、引号和冒号后的空格。
kb-file-list = 最外层要是列表：每条以「- key: …」开头。
kb-file-item = 第 { $number } 条不是「项: 内容」的形式。
kb-file-twice = 第 { NUMBER($line, useGrouping: 0) } 行：「{ $received }」在同一条里写了两次。
kb-file-alias = 第 { NUMBER($line, useGrouping: 0) } 行用了锚点或引用（&amp; 和 *），这里不接受，请把内容写全。
kb-file-deep = 第 { NUMBER($line, useGrouping: 0) } 行嵌套太深。
kb-file-encoding = 文件不是 UTF-8 编码。请另存为 UTF-8 后重新发来。
kb-file-excel = 打不开这个 Excel 文件：可能已损坏、加了密，或不是 .xlsx 格式。请另存为 .xlsx 后重新发来。
kb-file-bomb = 这个文件解压后太大，没有读取。
kb-file-sheets = 除了第一张工作表，别的也有内容。请只留一张后重新发来。
kb-file-merged = 单元格 { $cells } 合并了。请取消合并后重新发来。
kb-file-column = 列名「{ $received }」没有或重复。可用：{ $known }
kb-file-no-key = 第一行要是列名，其中要有 key。可用：{ $known }
kb-file-stray = 单元格 { $cell } 有内容，但那一列没有列名。

error-file-not-fetched = 没能取到这个文件，请重新发一次。
error-file-too-large = 文件太大，最多 { NUMBER($most, useGrouping: 0) } KB。
error-knowledge-unknown = 没有「{ $received }」这个条目。可以 /kb search 词 来找。
error-knowledge-usage = 看不懂 /kb 后面的「{ $received }」。直接发 /kb 就能看到用法。
error-knowledge-key-taken = 已经有 { $key } 了。要改它请发 /kb edit { $key }，或换一个键。
error-knowledge-field = { $problem }
error-knowledge-problems =
    { $key } 现在不能使用：
    { $problems }
error-knowledge-own = { $key } 是自己写的，要由另一个人批准。
error-knowledge-stale = { $key } 已经有更新的一版，或已经处理过。请用 /kb show { $key } 查看。
error-knowledge-nothing = { $key } 没有等待批准的版本，可能已经处理过。
error-knowledge-retired = { $key } 已停用。要用请先 /kb restore { $key }。
error-knowledge-pending = { $key } 还有没批准的修改，请先批准或放弃它。
error-knowledge-file = { $problem }
error-knowledge-file-missing = 没有找到文件。请把 .xlsx 或 .yaml 文件发来，说明里写 /kb import；或者回复那个文件发 /kb import。
error-knowledge-import-unknown = 这份预览不在了，或不是你发的。请重新发文件。
error-knowledge-import-late = 预览以后有人改了 { $keys }，这份文件没有写入。请重新发来，看过新的预览再写。
