"""A day and a span in, the day after that span out."""

from calendar import monthrange
from datetime import MAXYEAR, date


def days_later(day: date, days: int) -> date:
    """So many days later, and never later than the last day that there is."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > MAXYEAR:
        return date.max
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
