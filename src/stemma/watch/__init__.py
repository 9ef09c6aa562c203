"""Looking after feeds, politely, and telling people what changed."""
