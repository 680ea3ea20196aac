"""Stage 3, Analisis dan evaluasi, on the screen."""
