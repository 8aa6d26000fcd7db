# 人人会遇到的话：打招呼、帮助、听不懂、不允许。

date-with-year = { $year }年{ $day }

## 开始

start-hello = 你好，{ $name }。我是 Opening Bell，投资者社群的小助手。
start-first = <b>先做一件事</b>：发送 /checkin，或直接打「签到」。
start-contest = 想练手？发送 /contest 报名模拟赛，用模拟资金、真实规则买卖。
start-points = 想看积分？发送 /points 看明细；还没有积分，就先打「签到」。
start-brief = 想看简报？发送 /brief，把最近一期再看一遍。
start-checkin = 来签到的吧？直接打「签到」，再答对今日一题，积分更多。
start-more = 全部命令见 /help，语言和隐私见 /settings。
start-limits = 这里只做信息分享和投资者教育，不推荐买卖，不接受委托，也不会向你收钱。
start-group = 个人的事在私聊里说更方便。
button-private = 打开私聊

language-simplified = 简体中文
language-traditional = 繁體中文
language-english = English

## 帮助

help-head = <b>能做的事</b>
help-group-own =
    {""}
    <b>个人</b>
help-group-look-up =
    {""}
    <b>查行情</b>
help-group-order =
    {""}
    <b>模拟下单</b>
help-group-contest =
    {""}
    <b>模拟赛（模拟资金，与真实账户无关）</b>
help-head-operators =
    {""}
    <b>运营命令</b>
help-line = /{ $command } { $about }
help-group =
    在群里直接打「签到」就能签到。
    /brief 再看一遍本群最近一期简报。
    全部命令在私聊里看，免得刷屏。
button-help = 在私聊里看全部命令

help-start = 认识一下，选择语言
help-help = 看看能做什么
help-settings = 语言、是否上榜
help-bind = 把群绑定到一个层级，或给话题定用途（在群里用）
help-unbind = 解除群的绑定（在群里用）
help-role = 查看、任命或撤销顾问、合规、运营
help-calendar = 交易日历：覆盖到哪天，录入下一年的休市表

## 设置

settings-head = <b>我的设置</b>
settings-language = 语言：{ $language }
settings-shown = 榜单：显示我
settings-hidden = 榜单：不显示我（积分照常累计）
button-hide-me = 不在榜单上显示我
button-show-me = 在榜单上显示我
settings-saved = 已保存。
settings-in-private = 个人设置在私聊里改，别人看不到。
settings-group-language = 我在本群说：{ $language }

## 听不懂、不允许

hint-private = 没看懂。想问什么直接打字就行；打「签到」可以签到，模拟买入写 /buy 600519 100，其他能做的事见 /help。
button-gone = 这个按钮已经失效，请重新发送命令。
unknown-command = 没有 /{ $command } 这个命令。全部命令见 /help。
unknown-command-near = 没有 /{ $command } 这个命令。是想用 /{ $near } 吗？全部命令见 /help。
anonymous-sender = 现在是以群或频道的身份发言，我认不出是哪一位，没法执行。请改用自己的账号再发一次。

error-unexpected = 这一步没有做成，没有任何改动。请稍后再试。
error-not-allowed = /{ $command } 只有获得授权的人能用。需要权限，请联系社群所有者。
error-wrong-place =
    { $place ->
        [private] /{ $command } 请在私聊里使用。
       *[group] /{ $command } 请在群里使用：到要操作的群里发送同样的命令。
    }
error-text-blocked = 这段文字没有通过合规检查，没有发出。
error-forged-screening = 这段文字没有经过合规检查，没有发出。
error-invalid-data = 文件 { $file } 里「{ $item }」的 { $field } 不对：收到 { $received }，允许：{ $allowed }
