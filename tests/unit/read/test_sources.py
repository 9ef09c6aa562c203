import io
import os
from pathlib import Path

import pytest

from stemma.errors import FetchError
from stemma.model import Failure
from stemma.read.fetched_page import FetchedPage
from stemma.read.raw import Raw
from stemma.read.sources import find


class _Web:
    def fetch(self, url: str) -> FetchedPage:
        if "gone" in url:
            message = f"{url!r} holds no page"
            raise FetchError(message)
        return FetchedPage(url=url + "/", content=b"page", content_type="text/html")


def _find(
    *sources: str | Path, stdin: bytes | None = None, limit: int = 1000
) -> list[Raw | Failure]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(find([str(s) for s in sources], stdin=stream, fetcher=_Web(), limit=limit))


def _only_failure(found: list[Raw | Failure]) -> Failure:
    (failure,) = found
    assert isinstance(failure, Failure)
    return failure


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"words of {name}")


def test_a_file_comes_with_its_path_as_it_was_named(tmp_path: Path):
    _write(tmp_path, "a.txt")
    assert _find(tmp_path / "a.txt") == [
        Raw(path=str(tmp_path / "a.txt"), content=b"words of a.txt")
    ]


def test_a_folder_is_searched_to_its_depth_in_the_order_of_names(tmp_path: Path):
    _write(tmp_path, "b.html", "a.txt", "deep/er/c.json", "no_suffix")
    found = [Path(raw.path).relative_to(tmp_path).as_posix() for raw in _find(tmp_path)]
    assert found == ["a.txt", "b.html", "deep/er/c.json", "no_suffix"]


def test_hidden_files_and_what_browsers_save_beside_pages_are_left_out(tmp_path: Path):
    _write(tmp_path, "a.html", "a_files/style.css", "a_files/logo.png", ".hidden.txt", ".git/b.txt")
    _write(tmp_path, "README.md", "LICENSE", "notes.txt~.swp")
    assert [Path(raw.path).name for raw in _find(tmp_path)] == ["a.html"]


def test_a_file_that_a_folder_would_leave_out_is_read_when_named(tmp_path: Path):
    _write(tmp_path, "README.md")
    assert isinstance(_find(tmp_path / "README.md")[0], Raw)


def test_a_quoted_glob_is_expanded_in_order(tmp_path: Path):
    _write(tmp_path, "b.txt", "a.txt", "c.md", "deep/d.txt")
    assert [Path(raw.path).name for raw in _find(tmp_path / "*.txt")] == ["a.txt", "b.txt"]
    assert [Path(raw.path).name for raw in _find(tmp_path / "**" / "*.txt")] == [
        "a.txt",
        "b.txt",
        "d.txt",
    ]


def test_a_file_whose_name_looks_like_a_glob_is_read(tmp_path: Path):
    _write(tmp_path, "a[1].txt")
    assert isinstance(_find(tmp_path / "a[1].txt")[0], Raw)


def test_a_file_named_twice_is_read_once(tmp_path: Path):
    _write(tmp_path, "a.txt")
    assert len(_find(tmp_path, tmp_path / "a.txt", tmp_path / "*.txt")) == 1


def test_standard_input_is_a_source():
    assert _find("-", stdin=b"words") == [Raw(path="-", content=b"words")]


def test_missing_standard_input_is_a_failure():
    assert "pipe a report" in _only_failure(_find("-")).message


def test_an_address_is_fetched():
    assert _find("https://tarn.example/a") == [
        Raw(
            path="https://tarn.example/a",
            content=b"page",
            url="https://tarn.example/a/",
            content_type="text/html",
        )
    ]


def test_an_address_that_fails_is_a_failure_and_the_others_go_on(tmp_path: Path):
    _write(tmp_path, "a.txt")
    failure, raw = _find("https://tarn.example/gone", tmp_path / "a.txt")
    assert isinstance(failure, Failure)
    assert (failure.error, failure.path) == ("FetchError", "https://tarn.example/gone")
    assert isinstance(raw, Raw)


@pytest.mark.parametrize("address", ["ftp://tarn.example/a", "file:///a.txt"])
def test_other_kinds_of_address_are_refused(address: str):
    assert "only http and https" in _only_failure(_find(address)).message


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("missing.txt", "there is no file or folder 'missing.txt'"),
        ("missing/*.txt", "no file matches"),
        ("", "is no path"),
        ("a\0b", "is no path"),
    ],
)
def test_a_source_that_is_not_there_says_so(source: str, message: str):
    assert message in _only_failure(_find(source)).message


def test_a_text_given_in_place_of_a_path_is_a_failure():
    assert "check the path" in _only_failure(_find("The ferry ran aground. " * 400)).message


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_in_a_folder_that_may_not_be_entered_is_a_failure(tmp_path: Path):
    _write(tmp_path, "shut/a.txt")
    (tmp_path / "shut").chmod(0)
    assert "check the path" in _only_failure(_find(tmp_path / "shut" / "a.txt")).message
    (tmp_path / "shut").chmod(0o700)


def test_a_folder_without_reports_says_so(tmp_path: Path):
    assert "holds no reports" in _only_failure(_find(tmp_path)).message


def test_a_file_over_the_limit_names_both(tmp_path: Path):
    (tmp_path / "big.txt").write_bytes(b"x" * 1001)
    failure = _only_failure(_find(tmp_path / "big.txt"))
    assert failure.error == "TooLargeError"
    assert "big.txt" in failure.message
    assert "1,000 bytes" in failure.message


def test_a_file_at_the_limit_is_read(tmp_path: Path):
    (tmp_path / "big.txt").write_bytes(b"x" * 1000)
    assert isinstance(_find(tmp_path / "big.txt")[0], Raw)


def test_endless_standard_input_is_cut_off():
    assert _only_failure(_find("-", stdin=b"x" * 5000)).error == "TooLargeError"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path):
    _write(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    assert "permissions" in _only_failure(_find(tmp_path / "a.txt")).message


def test_a_link_to_nowhere_says_so(tmp_path: Path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert "link to a file that is not there" in _only_failure(_find(tmp_path / "a.txt")).message
