"""Stage 2, Pelaksanaan, on the screen."""
