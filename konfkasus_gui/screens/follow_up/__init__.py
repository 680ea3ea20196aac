"""Stage 4, Tindak lanjut, on the screen."""
