"""Time against results: rows, costs, charts, sentences, suggestions, trials."""
