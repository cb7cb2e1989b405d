"""Dates: what moments they may mean, and how two of them compare."""

import datetime


def span(text):
    """Return the first and last moment that a date may mean, or None."""
    if not isinstance(text, str):
        return None
    try:
        if len(text) > 10:
            moment = datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(datetime.timezone.utc)
            return moment, moment
        year, month, day = ([int(part) for part in text.split("-")] + [None, None])[:3]
        first = datetime.date(year, month or 1, day or 1)
        if day:
            return first, first
        after = datetime.date(year + 1, 1, 1) if not month or month == 12 else datetime.date(year, month + 1, 1)
        return first, after - datetime.timedelta(days=1)
    except ValueError:
        return None


def order(effect, cause):
    """Return the code of an effect that precedes its cause, certainly or possibly; else None."""
    instants = all(isinstance(moment, datetime.datetime) for moment in (*effect, *cause))
    if not instants:
        day = lambda moment: moment.date() if isinstance(moment, datetime.datetime) else moment
        effect, cause = tuple(map(day, effect)), tuple(map(day, cause))
    if effect[1] < cause[0]:
        return "order_in_time"
    return "order_in_doubt" if effect != cause and effect[0] < cause[1] else None
