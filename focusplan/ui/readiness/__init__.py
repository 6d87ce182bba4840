"""Before the first post: the questions, the advice, and the look at both each quarter."""
