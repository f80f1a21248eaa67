"""A publication in, a finished site out: staged pages that an engine builds with our theme."""

from builder.site.begun import Begun, begin
from builder.site.build import ENGINES, Site, build_site, engine_called, show_pages
from builder.site.engine import Waiting
from builder.site.inlines import FileFacts

__all__ = ["ENGINES", "Begun", "FileFacts", "Site", "Waiting", "begin", "build_site", "engine_called", "show_pages"]
