"""The rehearsal hall: the product's own small Telegram, for trying, training and testing.

A bot talks to it exactly as to Telegram; only the base URL differs. Nothing here knows the
rest of the product but `bot/clock.py` and the root of errors.

Where is ...
- the cast (people, groups, the bot and its token): `cast.py`
- what people can do: `talk.py` (write, edit, press, vote), `presence.py` (join, leave, ranks,
  migrate), `timing.py` (move the clock forward), joined in `hall.py`
- the state, and events on every change: `world.py`, `chats.py`, `people.py`,
  `membership.py`, `polls.py`, `files.py`
- updates waiting for the bot: `updates.py`, `webhook.py`
- Bot API methods: `methods/`, their parameters `parameters.py`, dispatch `api.py`
- texts, entities, HTML, keyboards: `entities.py`, `html_text.py`, `keyboards.py`, `utf16.py`
- sending limits, planned failures, call log: `pace.py`, `faults.py`, `calls.py`
- Telegram's refusals, misuse by actors: `refusals.py`
- HTTP: `server.py`; driving the hall from another process: `control.py`
- the web page and its sentences: `page.py` (serving), `page_*.py`, `hall.css`,
  `wording.py`

In a test::

    hall = Hall(clock, strict=True, keep_all_calls=True, enforce_pace=False)
    async with HallServer(hall) as server:
        bot = Bot(cast.BOT_TOKEN, base_url=server.base_url, base_file_url=server.base_file_url)
        hall.say(cast.LIN, cast.NEWBIE_GROUP, "签到")
        hall.faults.lose_answer("sendMessage")

Where it is kinder or stricter than Telegram: only HTML is parsed; a query can be answered
for 60 s; edits do not count against the pace; any group can be migrated; pictures are served
unscaled; other bots' messages reach the bot, which Telegram allows only in some settings.
"""
