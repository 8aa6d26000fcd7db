"""Check-in: once per community day, a streak of trading days, a question that pays the rest.

Where each rule is, and what one may change there:

- `streak.py`: what lengthens, freezes, breaks and repairs a streak. Change the numbers beside
  the rule (trading days per freeze, most freezes held, hours to repair) freely.
- `earning.py`: what is paid for, and the key that keeps it from being paid twice. Change a key
  and yesterday's facts could be paid again. Amounts and milestones: `bot/points/economy.toml`.
- `question.py`, `toml_questions.py`, `questions/`: the bank, and who gets which question when.
  Raise a question's `version` when its options change: what was put before then lapses.
- `service.py`: the transactions, and the order of locks (streak or question first, then points).
- `receipt.py`: what is told in private. `telling.py`: how outcomes become messages of at most
  six lines; the sentences are in `bot/locales/*/checkin.ftl`.
- `handlers/checkin.py`: the command, its plain words and the buttons.
"""
