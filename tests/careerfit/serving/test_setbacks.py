"""When a worker that died is started again."""

from __future__ import annotations

from careerfit.serving.setbacks import LONGEST_PAUSE, SECONDS_TO_PROVE_ITSELF, Setbacks


def test_the_first_death_is_made_good_at_once() -> None:
    setbacks = Setbacks()
    setbacks.note(1, now=100.0)
    assert setbacks.take_due(100.0) == [1]
    assert setbacks.take_due(100.0) == []


def test_whoever_dies_again_and_again_waits_longer_but_never_for_long() -> None:
    setbacks = Setbacks()
    now, pauses = 100.0, []
    for _ in range(8):
        pauses.append(setbacks.note(0, now))
        now += pauses[-1]
        assert setbacks.take_due(now) == [0]
        now += 0.1
    assert pauses[:4] == [0.0, 0.5, 1.0, 2.0]
    assert pauses[-1] == LONGEST_PAUSE


def test_whoever_lived_for_a_while_is_forgiven() -> None:
    setbacks = Setbacks()
    for now in (100.0, 101.0):
        setbacks.note(0, now)
        setbacks.take_due(now + 1)
    assert setbacks.note(0, 102.0 + SECONDS_TO_PROVE_ITSELF) == 0.0


def test_one_worker_does_not_wait_for_another() -> None:
    setbacks = Setbacks()
    setbacks.note(0, 100.0)
    setbacks.take_due(100.0)
    setbacks.note(0, 100.1)
    setbacks.note(1, 100.1)
    assert setbacks.take_due(100.2) == [1]
    assert setbacks.until_next_due(100.2) > 0
    assert setbacks.take_due(101.0) == [0]
    assert setbacks.until_next_due(101.0) == float("inf")
