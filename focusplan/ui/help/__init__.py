"""Help where it is needed: first sentences, the keys, the guide."""
