"""Direktori: the school's students, and the people who may be invited."""

from konfkasus_gui.screens.directory.page import DirectoryPage

__all__ = ["DirectoryPage"]
