"""The Typst source of a file in, a small tagged PDF out. It knows no page of ours: a process that makes a volume loads little."""
