"""Looks whether an installed program is whole: each of its parts works once, with made-up data."""
