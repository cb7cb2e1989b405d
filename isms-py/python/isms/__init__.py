"""Security records of agencies that work in conflict areas, as one checkable graph:
risk factor, threat, incident, loss.

>>> import isms
>>> register = isms.Register.open('''{"isms": "1", "losses": [
...     {"id": "driver", "title": "Driver injured", "harm": "injury"}]}''')
>>> register["driver"]["harm"]
'injury'
"""

from isms._isms import (
    Ancestors,
    Refused,
    Register,
    Table,
    __version__,
    awsd_notes,
    catalog,
    catalog_schema,
    catalogs,
    check_catalog,
    explain,
    export_oscal,
    import_awsd,
    import_oscal,
    load,
    oscal_export_notes,
    oscal_notes,
    requirements_table,
    sample,
    schema,
)

__all__ = [
    "Ancestors",
    "Refused",
    "Register",
    "Table",
    "__version__",
    "awsd_notes",
    "catalog",
    "catalog_schema",
    "catalogs",
    "check_catalog",
    "explain",
    "export_oscal",
    "import_awsd",
    "import_oscal",
    "load",
    "oscal_export_notes",
    "oscal_notes",
    "requirements_table",
    "sample",
    "schema",
]
