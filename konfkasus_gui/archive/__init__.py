"""The encrypted archive: keeps the values of the procedure, knows no screen and no paper."""

from konfkasus_gui.archive.archive import Archive

__all__ = ["Archive"]
