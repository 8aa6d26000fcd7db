"""The sentences of the rehearsal hall's own page, for operators and trainers (简体)."""

TITLE = "排练厅"
SUBTITLE = "模拟环境"
NOTICE = "人物、群和消息都是虚构的，只在这台电脑上，与 Telegram 无关。"
HALL_TIME = "排练厅的时间：照常走，也可以快进"
FAST_FORWARD = "快进"
FORWARD_TO = "{label} · {time}"
WEEKDAYS = "一二三四五六日"
ROLES = {
    "member": "虚构会员",
    "expert": "虚构顾问",
    "operator": "虚构运营",
    "owner": "虚构负责人",
    "bot": "机器人",
    "telegram": "Telegram",
}

WHO_AM_I = "我是谁"
CHATS = "聊天"
MY_CHATS = "我的聊天"
OTHER_GROUPS = "没加入的群"
PRIVATE_CHAT = "私聊"
FORUM = "话题群"
GROUP = "群"
UNREAD = "{count} 条新消息"
MEMBERS = "{count} 人"
GENERAL_TOPIC = "综合"
TOPICS = "话题"

EDITED = "已编辑"
REPLY = "回复"
EDIT = "编辑"
REACT = "👍"
DELETED_ORIGINAL = "原消息已删除"
FORWARDED = "转发自 {name}"
PHOTO = "图片"
LARGER = "点开看大图"
DOCUMENT = "文件"
POLL = "投票"
QUIZ = "问答"
POLL_CLOSED = "已结束"
RIGHT_ANSWER = "{option}（正确答案）"
VOTES = "{count} 票"
CHANNEL = "频道"
ANONYMOUS = "匿名管理员"
SERVICE_OTHER = "群设置有变动"
SERVICE = {
    "new_chat_members": "{name} 加入了群",
    "left_chat_member": "{name} 离开了群",
    "new_chat_title": "群名改为「{name}」",
    "migrate_to_chat_id": "群已升级，编号换成 {name}",
    "migrate_from_chat_id": "由原来的群 {name} 升级而来",
    "pinned_message": "置顶了一条消息",
    "forum_topic_created": "新建话题「{name}」",
}

COMPOSE = "以 {name} 的身份写消息"
COMPOSE_HINT = "Enter 发送，Shift+Enter 换行，/ 看命令"
SEND = "发送"
SAVE = "保存修改"
CANCEL = "取消"
REPLYING = "回复 {name}：{text}"
EDITING = "编辑：{text}"
COMMANDS = "机器人的命令"
START = "开始"
JOIN = "加入这个群"

EMPTY_GROUP = "输入「签到」试试"
EMPTY_GROUP_DETAIL = "机器人的回答会出现在这里。也可以输入 / 看它会什么。"
EMPTY_PRIVATE = "这是你和机器人的私聊"
EMPTY_PRIVATE_DETAIL = "点「开始」，机器人才能给你发消息，和在 Telegram 里一样。"
EMPTY_OTHER = "这里还没有消息"
EMPTY_OTHER_DETAIL = "写一条试试，群里的其他人也由你来扮演。"
OUTSIDE = "你不在这个群里，看不到里面的消息。"
OUTSIDE_DETAIL = "点下面的按钮加入，机器人会收到入群通知。"

SITUATIONS = "情境"
SITUATION = {
    "leave": "我退出这个群",
    "anonymous": "以匿名管理员身份发一条「大家好」",
    "channel": "以频道身份发一条「公告」",
    "remove_bot": "把机器人移出群",
    "add_bot": "把机器人加进群",
    "promote_bot": "让机器人当管理员",
    "block_bot": "停用机器人（拉黑）",
    "unblock_bot": "恢复机器人",
    "migrate": "把群升级（编号会变）",
}
ANONYMOUS_TEXT = "大家好"
CHANNEL_TEXT = "公告"

LOG = "接口调用"
LOG_EMPTY = "机器人一有动作，这里就会记下它调用了什么。"
LOG_OK = "成功"
LOG_FAILED = "失败 {status}"
LOG_BROKEN = "断开"
MILLISECONDS = "{count} 毫秒"
NO_CHAT = "—"
BOT_ABSENT = "机器人还没有连上来"
BOT_PRESENT = "机器人在线"

ALERT_OK = "知道了"
CLOSE = "关闭"

REFUSALS = {
    "clock-fixed": "这个排练厅的时间不能快进。",
    "instant-past": "时间只能往前走，这个时刻已经过了。",
    "instant-too-far": "一次最多快进 400 天。",
    "instant-without-zone": "时刻要带时区，例如 2026-11-23T09:26:00+08:00。",
    "unknown-person": "没有这个人。",
    "unknown-chat": "没有这个聊天。",
    "unknown-message": "这条消息已经不在了。",
    "unknown-topic": "没有这个话题，或话题已关闭。",
    "unknown-button": "这条消息上没有这个按钮了，可能刚被机器人改过。",
    "unknown-poll": "投票已经结束。",
    "voted-already": "问答只能答一次，不能改也不能撤回。",
    "not-a-member": "你不在这个群里，先点「加入这个群」。",
    "banned": "你被移出了这个群，要由管理员请回来。",
    "muted": "你在这个群被禁言了。",
    "not-an-author": "只能编辑自己发的文字。",
    "empty": "还没有写内容。",
    "too-long": "一条消息最多 4096 个字。",
    "migrated": "这个群已升级，请到新的群里说话。",
    "not-a-group": "私聊里不能这样做。",
}
