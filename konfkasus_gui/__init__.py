"""KonfKasus: case conferences of a school's counselor, offline and confidential."""

__version__ = "0.2.1"
