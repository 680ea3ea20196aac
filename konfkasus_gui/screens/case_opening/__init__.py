"""The wizard for a new case: whose problem it is, and whether it needs a conference."""
