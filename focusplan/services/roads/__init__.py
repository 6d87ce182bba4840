"""The networks' roads, goals and gate: moves, and what is said of them."""
