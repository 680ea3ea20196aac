"""Pengaturan: the school, its letters, the account, the program."""

from konfkasus_gui.screens.settings.page import SettingsPage

__all__ = ["SettingsPage"]
