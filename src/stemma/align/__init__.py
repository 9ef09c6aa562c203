"""What the reports of one story say alike and where they differ: entities, claims, findings."""
