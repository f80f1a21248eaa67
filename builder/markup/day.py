"""A date in, its words out."""

from calendar import month_name
from datetime import date


def in_words(day: date) -> str:
    """Return a day as readers write it, whatever the machine's language: 24 November 2026."""
    return f"{day.day} {month_name[day.month]} {day.year}"
