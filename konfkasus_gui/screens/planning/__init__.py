"""Stage 1, Perencanaan, on the screen."""
