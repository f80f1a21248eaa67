"""What stands between us and a disk: files whole or not at all, one process at a time, and plain words for trouble."""
