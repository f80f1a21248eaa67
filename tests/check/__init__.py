"""Tests of the rules: what each finds, where, and that it is silent otherwise."""
