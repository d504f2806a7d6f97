"""The engine knows the standard library and itself, nothing else."""

import ast
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import pkgutil, sys
import hipthrust.progression as engine
for module in pkgutil.walk_packages(engine.__path__, engine.__name__ + "."):
    __import__(module.name)
known = set(sys.stdlib_module_names) | {"hipthrust", "__main__"}
print(sorted({name.partition(".")[0] for name in sys.modules} - known))
"""


def test_no_other_module_is_loaded():
    done = subprocess.run(
        [sys.executable, "-S", "-c", SCRIPT],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_neither_clock_nor_chance_is_read():
    package = Path(__file__).parents[2] / "hipthrust" / "progression"
    for module in package.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            names = [alias.name for alias in getattr(node, "names", []) if hasattr(alias, "name")]
            assert not {"random", "time", "secrets"} & set(names), module.name
            called = node.func if isinstance(node, ast.Call) else None
            assert getattr(called, "attr", "") not in ("today", "now", "utcnow"), module.name
            assert getattr(called, "id", "") != "float", module.name
