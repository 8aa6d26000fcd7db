# 群里的审看：移除、禁言、申诉、群规设置。

help-mute = 禁言：回复某人，/mute 2h 原因
help-unmute = 解除禁言：回复某人，或 /unmute @用户名
help-ban = 移出群：回复某人，/ban 原因
help-unban = 允许某人重新入群：/unban @用户名
help-guard = 设置本群怎么管：链接、转发、夜间、新人

## 对本人的说明

moderation-explained =
    你在「{ $title }」的一条消息被移除了。
    { $lines }
    觉得判断有误，点下面的按钮，会由人来看。
moderation-words = 涉及的文字：{ $words }
moderation-why-rule =
    为什么：{ $reason }
    可以这样说：{ $suggestion }
moderation-private-data = 里面像是有电话、证件或账户号码。为了你的安全，已经从群里删掉；这里也不会重复它。要联系人或办业务，请在这里私聊，或用官方 App。
moderation-muted-until = 在那之前只能看、不能发言：{ $until }
moderation-why-flood = 为什么：短时间里发得太多、太重复，或一次点了太多人的名。慢一点发就好。
moderation-why-link = 为什么：这类链接暂时不能发（新成员要过一段时间才可以）。想分享资料，可以写出来源和标题。
moderation-why-disguised-link = 为什么：外部群邀请、短链接或伪装成官方的网址，去向无法核对。请贴出原始网址和来源名称。
moderation-why-forward = 为什么：这类消息不能转发。想讨论，请用自己的话写出来，并注明来源。
moderation-why-contact = 为什么：新成员暂时不能在群里发名片。
moderation-why-held = 为什么：你的名字和工作人员容易混淆，或用了不合适的字样，运营看过以后就能正常发言。换一个名字会更快。
moderation-undone = 运营重新看过您在「{ $title }」的那条消息：判断有误，记录已经撤销，不会影响以后。抱歉打扰了您。
moderation-undone-lifted = 运营重新看过：在「{ $title }」的限制已经解除，记录也撤销了，不会影响以后。抱歉打扰了您。

## 群里的一句话

moderation-note = 刚才有一条消息按群规移除了。发消息的人可以点按钮看原因、提出申诉。
moderation-note-private = 刚才有一条消息里像是有个人信息，已经移除。电话、证件、账户请不要发在群里，需要时转到私聊。
moderation-order = { $name }：群里不接受任何委托。下单请用官方 App 或拨打客服热线；本条已按规定留痕。
moderation-order-bare = 群里不接受任何委托。下单请用官方 App 或拨打客服热线；本条已按规定留痕。
moderation-hint = 提醒一下：{ $suggestion }
moderation-hint-bare = 提醒一下：请留意群规，说事实、附来源。
moderation-night = 现在是夜间（{ $hours }）：请放慢一点发，新成员暂时不能发链接。天亮后恢复。

## 给运营

taken-nothing = 没有处理
taken-log = 只作记录
taken-reply = 群里提醒
taken-hold = 留给人看，消息还在
taken-delete = 删除
taken-mute = 删除并禁言
taken-ban = 删除并移出群
moderation-who = { $name }
moderation-who-newcomer = { $name }（新成员）
moderation-card-acted = 已处理：{ $measure }
moderation-card-watching = 只看不动，按规则本该：{ $measure }
moderation-card =
    <b>{ $title }</b> · { $who }
    { $acted }
    「{ $excerpt }」
    规则 { $rules }
    { $why }
moderation-staff =
    你在「{ $title }」说的话，有一处不符合我们对外的规则，消息没有动，请自己改一下：
    { $words }
    { $lines }
moderation-refused = ⚠️ 「{ $title }」里有一项处理被 Telegram 拒绝：{ $why }。请确认我是管理员，并有「删除消息」「封禁用户」的权限。今天同样的事不再提醒。
moderation-bot-came = 有人把机器人 { $bot } 拉进了「{ $title }」，操作人：{ $by }。不认识就移除。
moderation-name-card =
    <b>{ $title }</b>：请看一下这个名字
    { $name } { $username }（{ $id }）
    { $why }
    { $held }
moderation-name-watching = 本群是只看不动，此人的消息照常显示。
alike-name = 显示名与工作人员「{ $staff }」一样。
alike-username = 用户名与工作人员「{ $staff }」的几乎一样。
alike-office = 名字像是自称官方或公司的人。
alike-words = 名字里有群规不允许的字样。
moderation-undo-done = 已撤销。记录保留，不再计入此人的历史。
moderation-undo-lifted = 已撤销，限制正在解除。
moderation-dropped = 正在删除这条消息。
moderation-bot-removed = 正在移除这个机器人。
moderation-kept = { $text }
moderation-by = 操作人：{ $who }
button-moderation-undo = 撤销这次处理
button-moderation-fine = 没有问题
button-moderation-delete = 删除这条消息
button-moderation-mute = 禁言 1 天
button-moderation-ban = 移出群
button-moderation-appeal = 申诉，请人来看
button-moderation-why = 看原因
button-moderation-remove-bot = 移除这个机器人

## 手动处理

hand-mute = 禁言
hand-unmute = 解除禁言
hand-ban = 移出群
hand-unban = 允许回群
hand-done = ✅ { $act }：{ $name }，{ $titles }，到 { $until }
hand-done-open = ✅ { $act }：{ $name }，{ $titles }，直到有人解除
hand-ended = ✅ { $act }：{ $name }，{ $titles }
hand-waits = { $act } { $name } 要由另一位同事确认，已经发到运营群。
hand-pending =
    <b>待第二人确认：{ $act } { $name }</b>（{ $id }）
    群：{ $titles }
    原因：{ $reason }
    申请人：{ $asker }
    { $hours } 小时内不处理就作废。
hand-rejected = 已驳回，没有处理。
button-hand-confirm = 确认{ $act }
button-hand-reject = 驳回
hand-told =
    { $act } · { $titles }
    { $lines }
hand-told-until = 到 { $until } 为止。
hand-told-open = 直到运营解除。
hand-told-ended = 现在起恢复正常，欢迎回来。
hand-told-reason = 原因：{ $reason }

## 群规设置

guard-form =
    <b>{ $title }</b> 的管理方式
    模式：{ $mode }
    链接：{ $links } · 转发：{ $forwards }
    夜间：{ $night } · 新成员观察 { $hours } 小时
    另外允许的网站：{ $hosts }
guard-mode-act = 处理
guard-mode-watch = 只看不动
guard-mode-off = 关闭
guard-links-free = 链接随意
guard-links-newcomers = 新成员限链接
guard-links-listed = 只许名单内
guard-forwards-free = 转发随意
guard-forwards-newcomers = 新成员不转发
guard-forwards-channels = 不许转频道
guard-forwards-none = 不许转发
guard-night-off = 不设夜间
guard-night = 夜间 { $hours }
guard-hours = { $hours } 小时
guard-chosen = ● { $label }
guard-changed = ✅ 已保存。
guard-undone = ✅ 已恢复到改动之前。
guard-groups = 要看哪个群？
guard-group = { $title }
guard-group-mode = { $title }：{ $mode }
guard-no-groups = 还没有绑定的成员群。先在群里发送 /bind。
button-guard-undo = 撤销上一次改动

## 拒绝

error-duration-unreadable = 看不懂「{ $received }」。时长可以写 30m、2h、1d、三天、半小时。
error-duration-range = 「{ $received }」不行：最短 1 分钟，最长 365 天。
error-night-unreadable = 看不懂「{ $received }」。夜间请写两个不同的时间，如 23:00-07:00，或 off 关闭。
error-host-unreadable = 「{ $received }」不是网站的名字。请写成 example.com 这样。
error-hours-range = 「{ $received }」太长，新成员最多观察 { $most } 小时。
error-guard-usage = 看不懂「{ $received }」。直接发 /guard 用按钮设置；或写 /guard night 23:00-07:00、/guard newcomer 48、/guard allow example.com。
error-untouchable =
    { $why ->
        [self] 不能处理自己。
        [staff] { $name } 是工作人员，不能用这个命令处理。
       *[admin] { $name } 是群管理员，Telegram 不允许机器人处理。请先撤掉管理员身份。
    }
error-bot-untouchable = 机器人、频道和匿名管理员不能这样处理。请回复成员本人的消息，或写上 @用户名。
error-measure-nowhere = { $name } 不在任何已绑定的群里，没有可处理的地方。
error-nothing-to-undo = 这次处理已经撤销过了，或已不存在，没有改动。
error-second-moderator = 要由另一位同事确认，申请人自己不行。
error-measure-settled = 已经有人处理，或者等得太久作废了。需要的话请重新发一次命令。
error-policy-moved = 设置在这之后又改过。请重新发送 /guard 看现在的样子。
