"""The nouns: what a psychoeducation library is. Frozen, strict, and blind to YAML, Markdown and HTML."""
