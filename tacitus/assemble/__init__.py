"""Mentions and links → events made of claims, and quotes with their speakers."""
