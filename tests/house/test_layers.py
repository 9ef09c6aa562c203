from subprocess import run
from sys import executable


def test_imports_point_down_the_page():
    contracts = run(
        [executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert contracts.returncode == 0, contracts.stdout
