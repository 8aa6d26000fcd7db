"""Finding the entry of a FAQ that answers a question: pure, no database, no chat."""
