"""What the bundle is made from, told once for both systems: used by the spec and the scripts."""
