"""What the checks work on: the records of a document, column by column, kind by kind."""

KINDS = ("places", "risk_factors", "threats", "incidents", "losses")


class Columns:
    """The columns of one kind, all of the same length; a value that is missing is None."""

    def __init__(self, ids, titles, places=None, causes=None, dates=(), sinces=(), own_dates=()):
        """Take the columns.

        `causes` has a list of ids for each record; a record begins by its `dates`, else by its
        `sinces`, either of them empty where no record has one; `own_dates` the records (by number) with two dates of their own, as (number, first, second).
        """
        self.ids = ids
        self.titles = titles
        self.places = places
        self.causes = causes
        self.dates = dates
        self.sinces = sinces
        self.own_dates = own_dates
