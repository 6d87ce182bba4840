"""The platforms' own export files: bytes become tables, tables become figures. Knows no plan."""
