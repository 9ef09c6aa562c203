"""``stemma decide …``: what people know better than the machine, taken down and taken back."""

import json
from collections.abc import Callable
from inspect import Signature, signature
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from stemma import archive
from stemma.cli import options
from stemma.cli.output import WRONG_USE, ListFormat, answers, give_up, giving_up, write
from stemma.decide import say
from stemma.language import BUILT_IN
from stemma.model import Verdict
from stemma.model.verdict import VerdictKind
from stemma.newsroom import Newsroom, open_newsroom
from stemma.settings import DEFAULT_STORE
from stemma.tell import wording
from stemma.version import SCHEMA, __version__

commands = typer.Typer(
    help="Decide what belongs together, who says what, and where a report has its text from.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)

_STYLES = {"in force": "green", "undone": "bright_black"}

By = Annotated[
    str, typer.Option("--by", envvar="STEMMA_AUTHOR", help="Who decides.", show_default=False)
]
Because = Annotated[
    str | None, typer.Option("--because", help="The reason, in your words.", show_default=False)
]

Deciding = Callable[[Newsroom, str, str | None], tuple[Verdict, tuple[archive.Change, ...]]]
"""What is to be done at a newsroom, by whom, and for what reason."""


def _argument(metavar: str, told: str) -> typer.models.ArgumentInfo:
    return typer.Argument(metavar=metavar, help=told, show_default=False)


def _do(  # noqa: PLR0913 - each parameter but the first is an option of every command
    deciding: Deciding,
    *,
    by: By = "",
    because: Because = None,
    db: options.Database = DEFAULT_STORE,
    annotator: options.AnnotatorChoice = BUILT_IN,
    encoder: options.EncoderChoice = BUILT_IN,
) -> None:
    """Take something down, and tell which stories it changed."""
    with giving_up():
        settings = options.choose(db=db, annotator=annotator, encoder=encoder)
        with open_newsroom(settings) as newsroom:
            verdict, changes = deciding(newsroom, by, because)
    console = answers()
    name = Text(archive.shorten(verdict.id), "cyan")
    console.print(Text.assemble(name, f"  {verdict.author}: {_say(verdict)}"))
    for change in changes:
        line = (archive.shorten(change.after.id), "cyan"), f"  {change.after.title}"
        console.print(Text.assemble(*line))
        console.print(Text(f"            {wording.counts(change.after.counts)}"))


def _command(name: str, choose: Callable[..., Deciding], *, told: str) -> None:
    """Add a command with the parameters of ``choose``, and the options that all of them have."""
    own = signature(choose).parameters
    shared = [one for one in signature(_do).parameters.values() if one.kind is one.KEYWORD_ONLY]

    def decide(**typed: Any) -> None:  # noqa: ANN401 - by name, whatever the parameters take
        chosen = {name: typed.pop(name) for name in own}
        _do(choose(**chosen), **typed)

    decide.__signature__ = Signature([*own.values(), *shared])  # pyright: ignore[reportFunctionMemberAccess] - typer reads it
    commands.command(name, help=told)(decide)


def _decide(kind: VerdictKind, *names: str, answer: str | None = None) -> Deciding:
    return lambda newsroom, author, reason: newsroom.decide(
        archive.Request(kind=kind, names=names, answer=answer, author=author, reason=reason)
    )


def _pair(kind: VerdictKind, metavar: str) -> Callable[..., Deciding]:
    def choose(
        one: Annotated[str, _argument(metavar, "Its id, or the beginning of it.")],
        other: Annotated[str, _argument(metavar, "That of the other.")],
    ) -> Deciding:
        return _decide(kind, one, other)

    return choose


def _names(kind: VerdictKind) -> Callable[..., Deciding]:
    def choose(
        story: Annotated[str, _argument("STORY", "The story, or anything in it, by its id.")],
        one: Annotated[str, _argument("NAME", "A name, as it is printed.")],
        other: Annotated[str, _argument("NAME", "Another.")],
    ) -> Deciding:
        return _decide(kind, story, one, other)

    return choose


def _speaker(
    statement: Annotated[str, _argument("STATEMENT", "Its id, or the beginning of it.")],
    name: Annotated[str | None, _argument("NAME", "Who says it.")] = None,
    *,
    wrong: Annotated[
        str | None, typer.Option("--not", metavar="NAME", help="Who does not say it.")
    ] = None,
    nobody: Annotated[
        bool, typer.Option("--nobody", help="The report says it in its own voice.")
    ] = False,
) -> Deciding:
    if [name is not None, wrong is not None, nobody].count(True) != 1:
        give_up("name the speaker, or give --not NAME, or --nobody: one of them", WRONG_USE)
    kind: VerdictKind = "speaker" if wrong is None else "not_speaker"
    return _decide(kind, statement, answer=name or wrong)


def _origin(
    report: Annotated[str, _argument("REPORT", "Its id, or the beginning of it.")],
    *,
    own: Annotated[bool, typer.Option("--own", help="It has its text from nobody.")] = False,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="OUTLET|REPORT", help="Whom it has its text from."),
    ] = None,
) -> Deciding:
    if own == (source is not None):
        give_up("give --own, or --from with an outlet, an agency or a report", WRONG_USE)
    return _decide("own_origin" if own else "taken_from", report, answer=source)


def _undo(
    verdict: Annotated[str, _argument("VERDICT", "Its id, or the beginning of it.")],
) -> Deciding:
    return lambda newsroom, author, reason: newsroom.undo(verdict, author=author, reason=reason)


_command("same-story", _pair("same_story", "REPORT"), told="Two reports are of one story.")
_command(
    "different-story",
    _pair("different_story", "REPORT"),
    told="Two reports are of different stories, or a report is not of a story.",
)
_command("same-claim", _pair("same_claim", "STATEMENT"), told="Two statements say the same.")
_command(
    "different-claim",
    _pair("different_claim", "STATEMENT"),
    told="Two statements do not say the same.",
)
_command("same-name", _names("same_name"), told="Two names are one somebody's.")
_command("different-name", _names("different_name"), told="Two names are not one somebody's.")
_command(
    "speaker",
    _speaker,
    told="Say who says a statement, who does not, or that nobody but the report does.",
)
_command(
    "origin",
    _origin,
    told="Say where a report has its text from: an outlet, an agency, another report, or nobody.",
)
_command("undo", _undo, told="Take a verdict back; to take back an undo brings the verdict back.")


@commands.command("list")
def list_verdicts(
    *,
    db: options.Database = DEFAULT_STORE,
    form: Annotated[
        ListFormat, typer.Option("--format", "-f", help="What to write the list as.")
    ] = ListFormat.TERMINAL,
    annotator: options.AnnotatorChoice = BUILT_IN,
    encoder: options.EncoderChoice = BUILT_IN,
) -> None:
    """List every verdict in the order of deciding, and how it stands now."""
    with giving_up():
        settings = options.choose(db=db, annotator=annotator, encoder=encoder)
        with open_newsroom(settings) as newsroom:
            listed = newsroom.verdicts()
    if form is ListFormat.JSON:
        write(_to_json(listed), None)
        return
    console = answers()
    if not listed:
        console.print("nothing was decided yet: see 'stemma decide --help'")
    for one in listed:
        _print(console, one)


def _say(verdict: Verdict) -> str:
    if verdict.undoes is not None:
        return f"{archive.shorten(verdict.undoes)} is taken back"
    return say(verdict)


def _print(console: Console, one: archive.Listed) -> None:
    verdict = one.verdict
    by = f" by {archive.shorten(one.by)}" if one.by else ""
    state = (f"{one.state}{by}", _STYLES.get(one.state, "yellow"))
    head = f"  {verdict.at}  {verdict.author}  "
    console.print(Text.assemble((archive.shorten(verdict.id), "cyan"), head, state))
    lines = [_say(verdict), *([f"because {verdict.reason}"] if verdict.reason else [])]
    for line in lines:
        console.print(Padding(Text(line), (0, 0, 0, 12)))


def _to_json(listed: tuple[archive.Listed, ...]) -> str:
    told = {
        "stemma": __version__,
        "schema": SCHEMA,
        "verdicts": [
            {
                "id": one.verdict.id,
                "kind": one.verdict.kind,
                "author": one.verdict.author,
                "at": one.verdict.at,
                "reason": one.verdict.reason,
                "answer": one.verdict.answer,
                "undoes": one.verdict.undoes,
                "state": one.state,
                "by": one.by,
                "subject": [
                    {
                        "report": anchor.span.report,
                        "start": anchor.span.start,
                        "end": anchor.span.end,
                        "words": anchor.words,
                    }
                    for anchor in one.verdict.subject
                ],
            }
            for one in listed
        ],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
