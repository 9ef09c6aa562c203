"""Commands that are loaded when they are called: a report needs no database and no server."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

COMMANDS = {
    "report": "stemma.cli.report:report",
    "add": "stemma.cli.add:add",
    "stories": "stemma.cli.stories:stories",
    "show": "stemma.cli.stories:show",
    "explain": "stemma.cli.stories:explain",
    "search": "stemma.cli.search:search",
    "watch": "stemma.cli.watch:watch",
    "alerts": "stemma.cli.alerts:alerts",
    "serve": "stemma.cli.serve:serve",
    "account": "stemma.cli.account:commands",
    "decide": "stemma.cli.decide:commands",
    "refresh": "stemma.cli.add:refresh",
    "verify": "stemma.cli.keeping:verify",
    "export": "stemma.cli.keeping:export",
    "import": "stemma.cli.keeping:load",
    "models": "stemma.cli.models:models",
}
"""Every command, and the function (or the group of commands) that does it."""


class LazyCommands(TyperGroup):
    """A group whose commands are in ``COMMANDS``."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 - click's, or typer's own copy
        """Give the names, in the order in which help shows them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | TyperGroup | None:  # noqa: ANN401 - as above
        """Load a command by its name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        found = getattr(import_module(module), name)
        if isinstance(found, typer.Typer):
            group = typer.main.get_group(found)
            group.name = cmd_name
            return group
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(cmd_name)(found)
        command = typer.main.get_command(alone)
        assert isinstance(command, TyperCommand)  # noqa: S101 - one function is one command
        return command
