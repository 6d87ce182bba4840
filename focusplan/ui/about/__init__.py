"""The program itself: which version it is, whose parts it holds, what is new, and how a plan moves house."""
