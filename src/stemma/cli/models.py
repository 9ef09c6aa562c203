"""``stemma models``: the networks that come with Stemma."""

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from stemma.language import NetworkFile, list_networks
from stemma.version import __version__

NOT_AS_RECORDED = 1

_MEGABYTE = 1_000_000
_KILOBYTE = 1_000


class Format(StrEnum):
    """What the list is written as."""

    TERMINAL = "terminal"
    JSON = "json"


def models(
    *,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="What to write the list as.")
    ] = Format.TERMINAL,
) -> None:
    """List the networks that come with Stemma, and whether each file is the one recorded.

    Exit status: 0, all are as recorded; 1, a file was changed or is missing.
    """
    networks = list_networks()
    typer.echo(_as_json(networks) if form is Format.JSON else _as_text(networks))
    if any(network.state != "as recorded" for network in networks):
        raise typer.Exit(NOT_AS_RECORDED)


def _as_json(networks: Sequence[NetworkFile]) -> str:
    told = {
        "stemma": __version__,
        "schema": 1,
        "models": [
            {
                "file": network.name,
                "purpose": network.purpose,
                "bytes": network.size,
                "sha256": network.sha256,
                "recorded_sha256": network.recorded,
                "state": network.state,
                "licence": network.licence,
            }
            for network in networks
        ],
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _as_text(networks: Sequence[NetworkFile]) -> str:
    return "\n\n".join(_describe(network) for network in networks)


def _describe(network: NetworkFile) -> str:
    lines = [
        f"{network.name}, {_told_size(network.size)}",
        f"  {network.purpose}",
        f"  {network.licence}",
    ]
    match network.state:
        case "as recorded":
            lines.append(f"  {network.sha256}")
        case "changed":
            lines += [
                "  CHANGED: this is not the file that was recorded. SHA-256 now, and recorded:",
                f"  {network.sha256}",
                f"  {network.recorded}",
            ]
        case "missing":
            lines += ["  MISSING: install Stemma anew. SHA-256 recorded:", f"  {network.recorded}"]
    return "\n".join(lines)


def _told_size(size: int | None) -> str:
    if size is None:
        return "not there"
    if size < _MEGABYTE:
        return f"{size / _KILOBYTE:.1f} kB"
    return f"{size / _MEGABYTE:.1f} MB"
