from stemma.group.adoption import adopt


def near(alone: int, others: dict[int, float]) -> dict[tuple[int, int], float]:
    return {(min(alone, one), max(alone, one)): score for one, score in others.items()}


def test_a_lone_report_goes_to_the_story_it_is_near():
    scores = near(4, {0: 0.8, 1: 0.7, 2: 0.6, 3: 0.0})
    assert adopt([[0, 1, 2, 3], [4]], scores, [None] * 5) == [[0, 1, 2, 3, 4]]


def test_a_lone_report_between_two_stories_stays_alone():
    scores = near(6, {0: 0.8, 1: 0.7, 2: 0.6, 3: 0.7, 4: 0.7, 5: 0.6})
    assert adopt([[0, 1, 2], [3, 4, 5], [6]], scores, [None] * 7) == [[0, 1, 2], [3, 4, 5], [6]]


def test_two_reports_do_not_adopt_a_third():
    assert adopt([[0, 1], [2]], near(2, {0: 0.9, 1: 0.9}), [None] * 3) == [[0, 1], [2]]


def test_a_lone_report_of_another_month_must_be_nearer():
    scores = near(3, {0: 0.35, 1: 0.35, 2: 0.35})
    assert adopt([[0, 1, 2], [3]], scores, [10, 11, None, 12]) == [[0, 1, 2, 3]]
    assert adopt([[0, 1, 2], [3]], scores, [10, 11, 12, 40]) == [[0, 1, 2], [3]]
    nearer = near(3, {0: 0.6, 1: 0.6, 2: 0.6})
    assert adopt([[0, 1, 2], [3]], nearer, [10, 11, 12, 40]) == [[0, 1, 2, 3]]


def test_of_two_lone_reports_that_are_apart_the_nearer_one_is_adopted():
    scores = near(3, {0: 0.5, 1: 0.5, 2: 0.5}) | near(4, {0: 0.8, 1: 0.8, 2: 0.8})
    stories = adopt([[0, 1, 2], [3], [4]], scores, [None] * 5, apart=[(3, 4)])
    assert stories == [[0, 1, 2, 4], [3]]
