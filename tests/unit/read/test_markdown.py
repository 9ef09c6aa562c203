from stemma.read.markdown import read_markdown

_FRONT = """---
title: "Ferry aground: what we know"
author: Ann Ox and Bo Ely
date: 2031-05-12
source: The Tarn Courier
url: https://www.tarncourier.example/news/ferry/?utm_source=feed
tags:
  - sea
---
The ferry *Corrie* struck a [sandbank](https://tarn.example/bank_(north)).

## What happened

- **Ninety** people were on board.
> "We felt a jolt," said a passenger.

![the ferry](ferry.jpg)
"""


def test_front_matter_gives_what_it_names():
    draft = read_markdown(_FRONT, path="a.md")
    assert draft.title == "Ferry aground: what we know"
    assert draft.authors == ("Ann Ox", "Bo Ely")
    assert draft.outlet == "The Tarn Courier"
    assert draft.url == "https://tarncourier.example/news/ferry"
    assert [date.value for date in draft.published] == ["2031-05-12"]


def test_markup_leaves_only_the_words():
    assert read_markdown(_FRONT, path="a.md").lines == (
        "The ferry Corrie struck a sandbank.",
        "What happened",
        "Ninety people were on board.",
        '"We felt a jolt," said a passenger.',
    )


def test_a_list_of_authors_keeps_its_order():
    draft = read_markdown("---\nauthors:\n  - Bo Ely\n  - Ann Ox\n---\nText of it.", path="a.md")
    assert draft.authors == ("Bo Ely", "Ann Ox")


def test_an_opening_heading_is_the_title():
    assert read_markdown("# Ferry *aground*\n\nText of it.", path="a.md").title == "Ferry aground"
    assert (
        read_markdown("Ferry aground\n=====\n\nText of it.", path="a.md").title == "Ferry aground"
    )


def test_a_heading_inside_the_text_is_no_title():
    assert read_markdown("Text of it.\n\n# Background\n\nMore.", path="a.md").title is None


def test_rules_around_the_first_paragraph_make_no_front_matter_of_it():
    text = "---\nThe ferry struck a bank, the owner said.\n\n---\nNobody was hurt."
    lines = read_markdown(text, path="a.md").lines
    assert lines == ("The ferry struck a bank, the owner said.", "Nobody was hurt.")


def test_underscores_and_asterisks_within_words_stay():
    assert read_markdown("The file ferry_log_2 and 5*3*2.", path="a.md").lines == (
        "The file ferry_log_2 and 5*3*2.",
    )
