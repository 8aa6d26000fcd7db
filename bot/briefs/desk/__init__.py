"""The editorial desk: from a draft forty minutes ahead to what goes out on time."""
