"""A fictional school and one whole case, walked through the real session: demo and pictures."""
