from hypothesis import given
from hypothesis import strategies as st

from stemma.search.matching import find_run

WORDS = st.sampled_from(["grain", "silo", "fire"])


@given(st.lists(WORDS, max_size=12), st.lists(WORDS, min_size=1, max_size=3))
def test_a_run_is_found_wherever_it_begins(words: list[str], run: list[str]):
    size = len(run)
    assert find_run(words, run) == [at for at in range(len(words)) if words[at : at + size] == run]
