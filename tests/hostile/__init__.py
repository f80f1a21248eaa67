"""What somebody might put into content/ to get past the checks: each is refused at its place, and would not run anyway."""
