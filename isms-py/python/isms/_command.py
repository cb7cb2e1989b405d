"""The `isms` command."""

import sys

from isms._isms import run


def main() -> int:
    """Runs the command with the arguments of this process."""
    return run(sys.argv)
