"""Turns the content folder into a library; every fault on the way is a finding."""
