"""``stemma serve``: the desk, as pages."""

from typing import Annotated

import typer
import uvicorn

from stemma.cli import options
from stemma.cli.output import WRONG_USE, give_up, giving_up
from stemma.newsroom import open_newsroom
from stemma.settings import DEFAULT_STORE
from stemma.web import LOOPBACK, make_site


def serve(
    *,
    db: options.Database = DEFAULT_STORE,
    host: Annotated[str, typer.Option("--host", help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=1, max=65535, help="The port to listen at.")
    ] = 8750,
    quiet: options.Quiet = False,
) -> None:
    """Serve the desk to browsers on this machine, until it is stopped.

    Exit status: 0, it was stopped; 2, the store or the address cannot be used.
    """
    if host not in LOOPBACK:
        give_up(f"{host!r} is not this machine alone: serving others needs accounts", WRONG_USE)
    with giving_up(), open_newsroom(options.choose(db=db)) as newsroom:
        if not quiet:
            typer.echo(f"The desk is at http://{host}:{port}/ — stop it with Ctrl+C", err=True)
        uvicorn.run(
            make_site(newsroom),
            host=host,
            port=port,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
        )
