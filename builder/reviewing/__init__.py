"""What a reviewer needs: the questions as a form, the signature in module.yml, and what falls due when."""

from builder.reviewing.ask import ask
from builder.reviewing.calendar import end_of_quarter, falls_due
from builder.reviewing.sign import sign

__all__ = ["ask", "end_of_quarter", "falls_due", "sign"]
