"""The sentences of the rehearsal hall's own page, for operators and trainers (简体)."""

TITLE = "排练厅"
SUBTITLE = "模拟环境"
NOTICE = "这里不是 Telegram：人物、群和消息都是虚构的，只在这台电脑上。"
ROLES = {"member": "虚构会员", "operator": "虚构运营", "owner": "虚构负责人", "bot": "机器人"}

REFUSALS = {
    "unknown-person": "没有这个人。",
    "unknown-chat": "没有这个聊天。",
    "unknown-message": "这条消息已经不在了。",
    "unknown-topic": "没有这个话题，或话题已关闭。",
    "unknown-button": "这条消息上没有这个按钮了，可能刚被机器人改过。",
    "unknown-poll": "这条消息不是可以投票的投票。",
    "not-a-member": "你不在这个群里，先点「加入」。",
    "muted": "你在这个群被禁言了。",
    "not-an-author": "只能编辑自己发的消息。",
    "empty": "还没有写内容。",
    "too-long": "一条消息最多 4096 个字。",
    "migrated": "这个群已升级，请到新的群里说话。",
    "not-a-group": "私聊里不能这样做。",
}
