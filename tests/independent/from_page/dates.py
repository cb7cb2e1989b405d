"""Dates: what seconds they mean, and how two of them compare (section 6)."""
import calendar
import re
from datetime import date, time

DAY = 86400
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?"
                  r"(?:Z|([+-])([0-9]{2}):([0-9]{2})))?)?)?")


def interval(text):
    """The first and the last second of a date; None if it is no date."""
    match = DATE.fullmatch(text)
    if not match:
        return None
    year, month, day, hour, minute, second, sign, off_hour, off_minute = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        clock = time(int(hour or 0), int(minute or 0), int(second or 0))
        offset = time(int(off_hour or 0), int(off_minute or 0))
    except ValueError:
        return None
    if hour:
        away = (offset.hour * 60 + offset.minute) * (-60 if sign == "-" else 60)
        at = first.toordinal() * DAY + clock.hour * 3600 + clock.minute * 60 + clock.second - away
        return at, at
    last = first.replace(month=int(month or 12))
    last = last.replace(day=int(day or calendar.monthrange(last.year, last.month)[1]))
    return first.toordinal() * DAY, (last.toordinal() + 1) * DAY - 1


def certainly_before(text, other):
    return interval(text)[1] < interval(other)[0]
