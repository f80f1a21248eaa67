"""Rules on addresses, in the order of their codes."""

from builder.check.rules.addresses.lost_address import lost_address
from builder.check.rules.addresses.lost_anchor import lost_anchor
from builder.check.rules.addresses.lost_file import lost_file
from builder.check.rules.addresses.other_host import other_host
from builder.check.rules.addresses.telling_address import telling_address
from builder.check.rules.addresses.wrong_redirect import wrong_redirect

RULES = (telling_address, lost_address, lost_anchor, lost_file, wrong_redirect, other_host)
