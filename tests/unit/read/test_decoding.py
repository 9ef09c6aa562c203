import pytest

from stemma.errors import UnreadableError
from stemma.read.decoding import decode

_WORDS = "“We felt a jolt,” said José Müller — the café’s owner. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_in_a_common_encoding_is_read_as_written(encoding: str):
    assert decode(_WORDS.encode(encoding), path="a.txt") == _WORDS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_told_by_its_zeros(encoding: str):
    assert (
        decode("Plain words of a report.".encode(encoding), path="a.txt")
        == "Plain words of a report."
    )


def test_utf8_declared_as_latin1_is_still_read_as_utf8():
    declared = "text/html; charset=ISO-8859-1"
    assert decode(_WORDS.encode(), path="a", content_type=declared) == _WORDS


def test_windows_1252_declared_as_utf8_is_not_garbled():
    assert (
        decode(_WORDS.encode("cp1252"), path="a", content_type="text/html; charset=utf-8") == _WORDS
    )


def test_a_declaration_in_the_page_decides_where_bytes_do_not():
    page = '<meta charset="windows-1251"><p>Встреча прошла в понедельник.</p>'
    assert "Встреча" in decode(page.encode("cp1251"), path="a.html")


def test_a_charset_nobody_knows_is_passed_over():
    assert (
        decode(_WORDS.encode("cp1252"), path="a", content_type="text/html; charset=x-none")
        == _WORDS
    )


def test_utf8_cut_in_the_middle_of_a_character_loses_only_that():
    assert decode("Über den Café".encode()[:-1], path="a") == "Über den Caf"


def test_a_foreign_byte_pasted_into_utf8_does_not_change_the_rest():
    content = _WORDS.encode() + b"\xe9 end"
    assert decode(content, path="a").startswith(_WORDS)


def test_nul_bytes_within_text_are_dropped():
    assert decode(b"The fer\x00ry struck a bank.", path="a") == "The ferry struck a bank."


@pytest.mark.parametrize("content", [b"", b" \n\t", b"\0\0\0\0"])
def test_an_empty_file_is_named_in_the_message(content: bytes):
    with pytest.raises(UnreadableError, match=r"'a\.txt' is empty"):
        decode(content, path="a.txt")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n", "picture"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_a_known_binary_format_is_named_with_what_to_do(content: bytes, kind: str):
    with pytest.raises(UnreadableError, match=rf"{kind}.*save the article"):
        decode(content, path="a")


def test_other_binary_is_refused():
    with pytest.raises(UnreadableError, match="is not text"):
        decode(bytes(range(256)) * 20, path="a.bin")
