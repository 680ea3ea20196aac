"""Cases on their way between two PCs: out, in, and what both sides say differently."""
