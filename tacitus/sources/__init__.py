"""The world → Report: files, folders, pages, JSON lines, URLs. Start at ``sources.py``."""
