"""Which questions are one, since one number answers them all?"""

from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.roots import Roots

PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=12)


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_joining_does_not_matter(pairs, chance):
    shuffled = chance.sample(pairs, len(pairs))
    found = []
    for order in (pairs, shuffled):
        roots = Roots()
        for left, right in order:
            roots.join(left, right)
        found.append([roots.find(key) for key in "abcdefgh"])
    assert found[0] == found[1]


@given(PAIRS)
def test_keys_that_were_joined_go_by_one_key_and_others_by_their_own(pairs):
    roots = Roots()
    for left, right in pairs:
        roots.join(left, right)
    assert all(roots.find(left) == roots.find(right) for left, right in pairs)
    assert all(roots.find(key) == key for key in "abcdefgh" if all(key not in pair for pair in pairs))
