"""Before the first post: answers kept, shown and told, and the five ways."""
