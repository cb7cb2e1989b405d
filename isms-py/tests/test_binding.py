"""The binding itself: nothing forgotten, nothing that can change."""

import ast
import inspect
import re
from importlib.resources import files
from pathlib import Path

import isms
import pytest
from isms import _isms

STUB = ast.parse((files(isms) / "_isms.pyi").read_text(encoding="utf-8"))
CLASSES = [value for value in vars(_isms).values() if inspect.isclass(value)]
PUBLIC = {name for name in dir(_isms) if not name.startswith("_")} | {"__version__"}
# The door of the command: `isms._command` calls it, people do not.
INTERNAL = {"run"}


def names(body: list[ast.stmt]) -> dict[str, ast.stmt]:
    """What a stub declares; of overloads the first, which has the docstring."""
    found: dict[str, ast.stmt] = {}
    for node in body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            found.setdefault(node.name, node)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.setdefault(node.target.id, node)
    return found


def documented(node: ast.stmt) -> str | None:
    assert isinstance(node, (ast.ClassDef, ast.FunctionDef))
    doc = ast.get_docstring(node)
    # What stands in the module has no examples: those of the stub are run.
    return doc.split(">>>")[0].rstrip() if doc else None


def test_the_tests_below_find_something() -> None:
    assert {"Register", "Refused", "Ancestors"} <= PUBLIC
    assert len(CLASSES) >= 3
    assert len(names(STUB.body)) >= 5


def test_everything_public_is_in_the_stub_and_exported() -> None:
    declared = {name for name in names(STUB.body) if not name.startswith("_") or name == "__version__"}
    assert PUBLIC == declared
    assert PUBLIC - INTERNAL == set(isms.__all__)
    assert all(hasattr(isms, name) for name in isms.__all__)


def test_classes_are_declared_frozen() -> None:
    sources = (Path(__file__).parents[1] / "src").rglob("*.rs")
    declared = re.findall(r"#\[pyclass(.*)\]", "".join(source.read_text() for source in sources))
    assert len(declared) == len(CLASSES) - 1, "all but the exception"
    assert all("frozen" in options for options in declared)


@pytest.mark.parametrize("cls", [cls for cls in CLASSES if cls is not isms.Refused], ids=str)
def test_classes_are_closed(cls: type) -> None:
    assert cls.__module__ == "isms"
    with pytest.raises(TypeError):
        cls()
    with pytest.raises(TypeError):
        type("Sub", (cls,), {})


def test_nothing_else_can_be_set(valley: isms.Register) -> None:
    ancestors = valley.ancestors()
    for thing, attribute in ((valley, "check"), (valley, "anything"), (ancestors, "rows")):
        with pytest.raises(AttributeError):
            setattr(thing, attribute, 5)
    with pytest.raises(TypeError):
        ancestors.rows[0] = 5


def test_there_is_a_form_of_records_for_each_kind() -> None:
    register = names(STUB.body)["Register"]
    assert isinstance(register, ast.ClassDef)
    for name in ("records", "find"):
        forms = [ast.unparse(node) for node in register.body if isinstance(node, ast.FunctionDef) and node.name == name]
        for plural, record in isms.schema()["properties"].items():
            if "items" in record:
                singular = record["items"]["$ref"].split("/")[-1].title().replace("_", "")
                form = [form for form in forms if f"kind: Literal['{plural}']" in form]
                assert len(form) == 1
                assert re.search(rf"\b{singular}\b", form[0])


@pytest.mark.parametrize("cls", CLASSES, ids=str)
def test_documentation_is_that_of_the_stub(cls: type) -> None:
    stub = names(STUB.body)[cls.__name__]
    assert isinstance(stub, ast.ClassDef)
    assert inspect.getdoc(cls) == documented(stub)
    for name, node in names(stub.body).items():
        if not isinstance(node, ast.AnnAssign) and not name.startswith("_"):
            assert inspect.getdoc(getattr(cls, name)) == documented(node), name


def test_functions_are_documented_as_in_the_stub() -> None:
    for name, node in names(STUB.body).items():
        if isinstance(node, ast.FunctionDef):
            assert inspect.getdoc(getattr(_isms, name)) == documented(node), name
