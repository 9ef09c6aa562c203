import pickle

import pytest
from typer.testing import CliRunner

from stemma.cli.main import commands
from stemma.settings import LoadParts

SOURCE = ["report", "no-such-file.txt"]


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (["--annotator", "mpnet"], {}, "no annotator 'mpnet'"),
        (["--encoder", "mpnet"], {}, "no encoder 'mpnet'"),
        ([], {"STEMMA_ANNOTATOR": "mpnet"}, "no annotator 'mpnet'"),
        ([], {"STEMMA_ENCODER": "mpnet"}, "no encoder 'mpnet'"),
    ],
)
def test_a_language_part_that_does_not_exist_is_wrong_use(
    arguments: list[str], environment: dict[str, str], said: str
):
    done = CliRunner().invoke(commands, [*SOURCE, *arguments], env=environment)
    assert done.exit_code == 2
    assert said in done.stderr


def test_an_option_goes_before_the_environment():
    environment = {"STEMMA_ENCODER": "mpnet"}
    done = CliRunner().invoke(commands, [*SOURCE, "--encoder", "built-in"], env=environment)
    assert done.exit_code == 1


def test_a_missing_pipeline_is_told_with_the_command_that_gets_it():
    source = ["report", "README.md", "--annotator", "spacy:en_no_such_pipeline"]
    done = CliRunner().invoke(commands, source)
    assert done.exit_code == 2
    assert "python -m spacy download en_no_such_pipeline" in done.stderr


def test_other_processes_can_be_given_the_choice():
    chosen = LoadParts(encoder="st:tiny")
    sent = pickle.loads(pickle.dumps(chosen))  # noqa: S301 - made in the line above
    assert sent == chosen
    assert hash(sent) == hash(chosen)
