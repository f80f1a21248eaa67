"""What keeps a link alive: releases that promise, moves and retirements that say where things are now."""

from builder.keeping.move import move
from builder.keeping.redirects import redirects
from builder.keeping.release import release
from builder.keeping.retire import retire

__all__ = ["move", "redirects", "release", "retire"]
