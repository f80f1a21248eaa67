"""What a problem looks like, where it is, and how it is shown."""
