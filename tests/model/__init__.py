"""Tests of the nouns that work something out."""
