from stemma.group.adoption import adopt


def near(alone: int, others: dict[int, float]) -> dict[tuple[int, int], float]:
    return {(min(alone, one), max(alone, one)): score for one, score in others.items()}


def test_a_lone_report_goes_to_the_story_it_is_near():
    scores = near(4, {0: 0.8, 1: 0.7, 2: 0.6, 3: 0.0})
    assert adopt([[0, 1, 2, 3], [4]], scores) == [[0, 1, 2, 3, 4]]


def test_a_lone_report_between_two_stories_stays_alone():
    scores = near(6, {0: 0.8, 1: 0.7, 2: 0.6, 3: 0.7, 4: 0.7, 5: 0.6})
    assert adopt([[0, 1, 2], [3, 4, 5], [6]], scores) == [[0, 1, 2], [3, 4, 5], [6]]


def test_two_reports_do_not_adopt_a_third():
    assert adopt([[0, 1], [2]], near(2, {0: 0.9, 1: 0.9})) == [[0, 1], [2]]
