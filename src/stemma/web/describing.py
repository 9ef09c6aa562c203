"""The description of the desk for programs (OpenAPI 3.1): what each answer is, errors too."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

_TROUBLE = "Trouble"
_METHODS = {"get", "post"}
_JSON = "application/json"
_ERRORS = {
    "401": "Who asks is not known: show a token.",
    "403": "Who asks may not do this, or a page of another site asks.",
    "404": "Nothing is named so; the message says what was looked for.",
    "413": "The request is larger than what is taken.",
    "503": "Others are adding reports; try again in a minute.",
    "422": "The question makes no sense; the message says which part of it.",
}
_OF_POSTS = {"403", "413"}
_OF_ACCOUNTS = {"401", "403"}

Json = dict[str, Any]


def describe(site: FastAPI, *, accounts: bool) -> Json:
    """Give the description of a site; ``accounts`` tells whether it lets only some people in."""
    if site.openapi_schema is None:
        site.openapi_schema = _describe(site, accounts=accounts)
    return site.openapi_schema


def _describe(site: FastAPI, *, accounts: bool) -> Json:
    described = get_openapi(
        title=site.title, version=site.version, summary=site.summary, routes=site.routes
    )
    components = described.setdefault("components", {})
    for path, method, operation in _operations(described):
        _say_plainly(operation)
        _add_errors(path, method, operation, accounts=accounts)
    schemas = components.setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for name, schema in schemas.items():
        if name.startswith("Body_"):
            schema.setdefault("description", "What is sent, field by field.")
    schemas[_TROUBLE] = {
        "title": _TROUBLE,
        "description": "Why there is no answer.",
        "type": "object",
        "properties": {"message": {"type": "string", "description": "For people, in English."}},
        "required": ["message"],
    }
    if accounts:
        components["securitySchemes"] = {
            "token": {
                "type": "http",
                "scheme": "bearer",
                "description": "A token that somebody made under their name.",
            }
        }
        described["security"] = [{"token": []}]
    return described


def _operations(described: Json) -> Iterator[tuple[str, str, Json]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            if method in _METHODS:
                yield path, method, operation


def _say_plainly(operation: Json) -> None:
    """Put the first line of what a docstring says in place of a function's name."""
    told, _, rest = operation.get("description", "").partition("\n")
    if told:
        operation["summary"] = told.removesuffix(".")
        operation["description"] = f"{told}\n{rest}".strip()


def _add_errors(path: str, method: str, operation: Json, *, accounts: bool) -> None:
    """Say of an operation how it fails: in JSON where it answers in JSON, else as a page."""
    for_programs = path.endswith(".json") or path == "/live"
    content = (
        {_JSON: {"schema": {"$ref": f"#/components/schemas/{_TROUBLE}"}}}
        if for_programs
        else {"text/html": {"schema": {"type": "string"}}}
    )
    asked = bool(operation.get("parameters") or operation.get("requestBody"))
    wanted = {"404", "422"} if asked else set[str]()
    wanted |= _OF_POSTS if method == "post" else set()
    wanted |= {"503"} if path == "/add.json" else set()
    wanted |= _OF_ACCOUNTS if accounts else set()
    for status in sorted(wanted):
        operation["responses"][status] = {"description": _ERRORS[status], "content": content}


def name_operation(route: APIRoute) -> str:
    """Name an operation by its function, which names it well."""
    return route.name


def file_of(media_type: str) -> dict[int | str, Json]:
    """Describe an answer that is a file of this type, to be saved."""
    schema = {"type": "string"} if media_type.startswith("text/") else {}
    return {200: {"description": "A file to be saved", "content": {media_type: {"schema": schema}}}}
