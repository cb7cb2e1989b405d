"""What `import isms` costs."""

import subprocess
import sys


def loaded_by(statement: str) -> set[str]:
    """The modules that a fresh interpreter has after a statement."""
    program = f"import sys; {statement}; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-I", "-c", program], check=True, capture_output=True, text=True)
    return set(result.stdout.split())


def test_it_imports_nothing_but_itself() -> None:
    more = loaded_by("import isms") - loaded_by("pass")
    assert more == {"isms", "isms._isms"}


def test_the_command_imports_nothing_but_the_package() -> None:
    more = loaded_by("import isms._command") - loaded_by("pass")
    assert more == {"isms", "isms._isms", "isms._command"}
