"""The quiz ladder: levels to climb alone, a quiz in groups, and what items tell of themselves."""
