"""The parts every page is made of. They know values and signals, never the workspace."""
