"""Rules on drawings and licences, in the order of their codes."""

from builder.check.rules.media.unknown_licence import unknown_licence

RULES = (unknown_licence,)
