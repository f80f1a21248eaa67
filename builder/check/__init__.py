"""Judges a library by its rules: one rule, one file. Every problem is a finding; nothing is changed."""
