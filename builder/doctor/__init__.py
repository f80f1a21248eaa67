"""A project in, everything out that is wrong with its environment, each with its mend. It needs no package but click."""

from builder.doctor.examine import examine

__all__ = ["examine"]
