"""What goes out with a release beside the site: its zip, the list of its parts with their licences, checksums."""
