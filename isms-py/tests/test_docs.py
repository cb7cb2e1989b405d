"""The examples in the documentation run."""

import ast
import doctest
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import isms
import pytest

PACKAGE = files(isms)
README = Path(__file__).parents[1] / "README.md"


def docstrings(file: str) -> Iterator[tuple[str, str]]:
    """The docstrings of a file, which is read, not imported: a stub can't be."""
    tree = ast.parse((PACKAGE / file).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            yield f"{file}:{getattr(node, 'name', '')}", ast.get_docstring(node) or ""


def examples() -> list[doctest.DocTest]:
    texts = [*docstrings("__init__.py"), *docstrings("_isms.pyi"), *docstrings("types.py")]
    texts.append(("README.md", README.read_text(encoding="utf-8")))
    parser = doctest.DocTestParser()
    tests = [parser.get_doctest(text, {}, name, name, 0) for name, text in texts]
    return [test for test in tests if test.examples]


def test_there_are_examples() -> None:
    assert {"README.md", "__init__.py:", "_isms.pyi:Register", "_isms.pyi:trace"} <= {test.name for test in examples()}


@pytest.mark.parametrize("example", examples(), ids=lambda test: test.name)
def test_it_runs(example: doctest.DocTest) -> None:
    report: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=report.append)
    assert result.failed == 0, "".join(report)
