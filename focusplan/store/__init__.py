"""The only room that knows SQL: one file, units of work, numbered steps of its schema, copies."""
