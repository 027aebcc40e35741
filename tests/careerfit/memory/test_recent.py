from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from careerfit.memory.recent import Recent, forget_all


def test_what_was_not_used_for_longest_goes_first() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.keep("a", 1)
    recent.keep("b", 2)
    assert recent.get("a") == 1
    recent.keep("c", 3)
    assert (recent.get("a"), recent.get("b"), recent.get("c")) == (1, None, 3)
    assert recent.keys() == ["a", "c"]


def test_one_value_or_all_can_go() -> None:
    recent: Recent[str, int] = Recent(9)
    recent.keep("a", 1)
    recent.keep("b", 2)
    recent.forget("a")
    recent.forget("a")
    assert recent.keys() == ["b"]
    forget_all()
    assert recent.keys() == []


def test_threads_share_it_within_its_bound() -> None:
    recent: Recent[int, int] = Recent(5)

    def use(number: int) -> int | None:
        recent.keep(number % 9, number % 9)
        return recent.get(number % 9)

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(use, range(2000)))
    assert all(value in (None, n % 9) for n, value in enumerate(found))
    assert len(recent.keys()) == 5
