"""The house: imports point one way, and no room imports a sibling room."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "tacitus"
ROOMS = {"corpus", "sources", "reader", "resolve", "assemble", "merge", "store", "export"}
#: Whoever stands further down may import what stands further up.
FLOORS = [
    {"records", "errors"},
    ROOMS | {"config"},
    {"pipeline"},
    {"batch"},
    {"casebook", "asked"},
    # The server shows, reads and merges what the casebook keeps, so it is no room: it stands with the commands.
    {"serve", "commands", "opened"},
    {"__init__", "cli"},
    {"__main__"},
]


def imported(path: Path) -> set[str]:
    """The first names below ``tacitus`` that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"tacitus.{a.name}" for a in node.names] if node.module == "tacitus" else [node.module]
        found |= {name.split(".")[1] for name in names if name.startswith("tacitus.") and name != "tacitus.__version__"}
    return found


def floor(room: str) -> int:
    return next(n for n, rooms in enumerate(FLOORS) if room in rooms)


def test_imports_point_one_way() -> None:
    modules = sorted(PACKAGE.rglob("*.py"))
    assert len(modules) > 20
    for path in modules:
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for other in imported(path):
            where = f"{path.relative_to(PACKAGE)} imports {other}"
            assert floor(other) <= floor(room), where
            assert other == room or room not in ROOMS or other not in ROOMS, where


def test_the_package_imports_neither_training_nor_bench() -> None:
    for path in PACKAGE.rglob("*.py"):
        tops = {
            n.module.split(".")[0]
            for n in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(n, ast.ImportFrom) and n.module
        }
        assert not tops & {"training", "bench", "torch", "spacy"}, path
