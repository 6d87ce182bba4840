"""Looking after the plan: what was changed from outside, and what can be undone."""
