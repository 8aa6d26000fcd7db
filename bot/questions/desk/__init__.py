"""The expert desk: who answers a question by when, and what becomes of the promise."""
