"""The places of the navigation, one file each; pages do not know one another."""
