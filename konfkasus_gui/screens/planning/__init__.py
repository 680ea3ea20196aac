"""The wizard of stage 1, Perencanaan."""
