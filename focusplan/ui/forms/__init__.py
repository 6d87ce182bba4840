"""Questions asked both at the first start and in Settings."""
