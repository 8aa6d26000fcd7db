"""The whole command table: every command, every kind of button, every event."""

from bot.members.roles import Right
from bot.telegram.routes import Answer, Command, Events, Press, Table, Where
from handlers import (
    briefs,
    calendar,
    checkin,
    contest,
    contest_admin,
    contest_form,
    corrections,
    deliveries,
    desk,
    desk_agenda,
    dispute,
    events,
    groups,
    help,
    journal,
    orders,
    points,
    points_admin,
    portfolio,
    quotes,
    rank,
    roles,
    settings,
    start,
    suitability,
    terms,
    trading,
    watch_brief,
)

COMMANDS = (
    # For everybody; help shows them in this order.
    Command("start", start.start),
    Command("help", help.help_, words=("帮助", "幫助")),
    Command("checkin", checkin.on_check_in, words=("签到", "打卡", "簽到", "check in", "checkin")),
    Command("me", points.me),
    Command("points", points.points, words=("积分", "積分")),
    Command("top", points.top, words=("排行", "排行榜")),
    Command("levels", points.levels, words=("等级", "等級")),
    Command("brief", briefs.brief, words=briefs.WORDS),
    Command("contest", contest.contest, words=contest.WORDS),
    Command("suitability", suitability.suitability_),
    Command("portfolio", portfolio.show_mine, words=portfolio.WORDS),
    Command("rank", rank.rank),
    Command("journal", journal.journal_, words=journal.WORDS),
    Command("buy", trading.buy),
    Command("sell", trading.sell),
    Command("cancel", orders.cancel_),
    Command("orders", orders.orders_),
    Command("fills", orders.fills_),
    Command("dispute", dispute.dispute, words=dispute.WORDS),
    Command("quote", quotes.quote),
    Command("watch", quotes.watch_),
    Command("settings", settings.settings, words=("设置", "設定")),
    # For those whom the community trusts.
    Command("grant", points_admin.grant, right=Right.MOVE_POINTS),
    Command("deduct", points_admin.deduct, right=Right.MOVE_POINTS),
    Command("correct", corrections.correct, right=Right.REVIEW_BRIEFS),
    Command("calendar", calendar.calendar, right=Right.EDIT_CALENDAR),
    Command("bind", groups.bind, right=Right.BIND_GROUPS, where=Where.GROUP),
    Command("unbind", groups.unbind, right=Right.BIND_GROUPS, where=Where.GROUP),
    Command("role", roles.role, right=Right.APPOINT),
)

PRESSES = (
    Press("start", start.press),
    Press("question", checkin.on_answer),
    Press("repair", checkin.on_repair),
    Press("me", points.press_me),
    Press("points", points.press_points),
    Press("top", points.press_top),
    Press("brief", briefs.pressed),
    Press("desk", desk.pressed),
    Press("correct", corrections.pressed),
    Press("agenda", desk_agenda.pressed),
    Press("term", terms.press),
    Press("watchbrief", watch_brief.press),
    Press("contests", contest.press),
    Press("order", trading.press),
    Press("cancel", orders.press_cancel),
    Press("orders", orders.press_orders),
    Press("fills", orders.press_fills),
    Press("portfolio", portfolio.press),
    Press("rank", rank.press),
    Press("quote", quotes.press_quote),
    Press("watch", quotes.press_watch),
    Press("journal", journal.press),
    Press("dispute", dispute.press),
    Press("dispute-stop", dispute.press_stop),
    Press("suitability", suitability.press),
    Press("contest", contest_admin.press),
    Press("decision", contest_admin.decide),
    Press("disputes", dispute.press_decide),
    Press("settings", settings.press),
    Press("grants", points_admin.press),
    Press("calendar", calendar.press),
    Press("bind", groups.press),
    Press("delivery", deliveries.press),
)

ANSWERS = (
    Answer("order", trading.answered),
    Answer("contest-field", contest_form.typed),
    Answer("dispute-reason", dispute.typed_reason),
    Answer("dispute-answer", dispute.typed_answer),
    Answer("journal-note", journal.typed),
)

EVENTS = Events(
    my_membership=events.my_membership,
    membership=events.membership,
    service_message=events.service_message,
)

REPLIES = (desk.replied, corrections.replied)

TABLE = Table(COMMANDS, PRESSES, EVENTS, ANSWERS, REPLIES)
