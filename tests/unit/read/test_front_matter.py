import pytest

from stemma.read.front_matter import read_fields


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('title: "Ferry aground"', "Ferry aground"),
        ("title: 'Pilots: it''s over'", "Pilots: it's over"),
        (r'title: "Mayor: \"we will not go\""', 'Mayor: "we will not go"'),
        ("Title: 'We will not go', says mayor", "'We will not go', says mayor"),
        ('Title: Mayor says "we will not go"', 'Mayor says "we will not go"'),
        ("title: \"Mayor: 'We will not go'\"", "Mayor: 'We will not go'"),
    ],
)
def test_marks_around_a_value_go_and_those_of_a_headline_stay(line: str, title: str):
    assert read_fields([line]) == {"title": [title]}
