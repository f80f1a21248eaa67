"""What a bad machine, a bad day or a bad moment does to a run: never more than a clear message."""
