"""The program without a window: the commands of the contract, over the same workspace as the window."""
