"""Arsip dokumen: the register of outgoing letters, and the papers that were kept."""
