"""`python -m bot` is `bell`."""

from bot.cli import main

main()
