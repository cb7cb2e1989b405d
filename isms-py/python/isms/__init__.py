"""Security records of agencies that work in conflict areas, as one checkable graph:
risk factor, threat, incident, loss.

>>> import isms
>>> register = isms.Register.open('''{"isms": "1", "losses": [
...     {"id": "driver", "title": "Driver injured", "harm": "injury"}]}''')
>>> register["driver"]["harm"]
'injury'
"""

from os import fspath

from isms._isms import (
    Ancestors,
    Refused,
    Register,
    __version__,
    awsd_notes,
    explain,
    import_awsd,
    sample,
    schema,
)

# What only type checkers read is not imported at run time: a program that asks one question
# should not wait for it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

__all__ = [
    "Ancestors",
    "Refused",
    "Register",
    "__version__",
    "awsd_notes",
    "explain",
    "import_awsd",
    "load",
    "sample",
    "schema",
]


def load(
    path: "str | PathLike[str]", *, watch: "Callable[[int, int], bool | None] | None" = None
) -> Register:
    """Opens the document in a file.

    As `Register.open`, which takes its bytes; a refusal names the file in a note. A file that
    can't be read is an `OSError`.
    """
    with open(fspath(path), "rb") as file:
        data = file.read()
    try:
        return Register.open(data, watch=watch)
    except Refused as refused:
        refused.add_note(f"in the file {fspath(path)!r}")
        raise
