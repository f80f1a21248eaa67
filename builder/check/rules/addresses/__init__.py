"""Rules on addresses, in the order of their codes."""

from builder.check.rules.addresses.telling_address import telling_address

RULES = (telling_address,)
