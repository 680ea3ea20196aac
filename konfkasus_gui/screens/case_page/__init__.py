"""The page of one case: its stages, what the present one asks for, its papers, its history."""
