"""What the owner can do; one file per subject, named like its page."""
