"""Our own widgets, one file each."""
