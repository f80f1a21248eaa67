"""Inputs made by a machine that looks for new ways through the code, and every one that ever broke something."""
