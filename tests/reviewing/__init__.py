"""Tests of what a reviewer does: answer, sign, and see what falls due."""
