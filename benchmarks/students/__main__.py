"""What a result may claim, tried with simulated students, whose true scores are known.

Run it with `.venv/bin/python -m benchmarks.students`; it takes a few minutes. `--students`
says how many each world has, `--seed` which they are: the same seed prints the same every time.

The model is graded response (Samejima), the quiz that of the campaign manager, and at the end all
statements that ship; every statement is answered.
What is assumed stands in worlds.py and is printed above the tables. Nobody here is a real student:
the tables show what the arithmetic can carry, not what pupils are like.
"""

from __future__ import annotations

import argparse
from random import Random
from typing import Final

from benchmarks.students import noticing, spreading, tables
from benchmarks.students.claims import survey
from benchmarks.students.clickers import CLICKERS
from benchmarks.students.quiz_shape import Quiz, shipped_demands
from benchmarks.students.worlds import WORLDS, Classroom, describe

SEED: Final = 2026
STUDENTS: Final = 20_000


def chance_for(purpose: str, seed: int) -> Random:
    """Chance for one purpose, so that no table depends on what was drawn for another."""
    return Random(f"{seed} {purpose}")  # noqa: S311 - nothing here is secret


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description="What a result may claim, simulated.")
    parser.add_argument("--students", type=int, default=STUDENTS, help="in each world")
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    print(f"{chosen.students} students in each world, seed {chosen.seed}")
    print(*describe(), "", sep="\n")
    quiz = Quiz(shipped_demands())
    worlds = {
        world.name: survey(
            Classroom(world, quiz, chance_for(world.name, chosen.seed)), chosen.students
        )
        for world in WORLDS
    }
    clickers = {}
    for name, answer in CLICKERS.items():
        chance = chance_for(name, chosen.seed)
        clickers[name] = [answer(chance, quiz) for _ in range(chosen.students)]
    print(*tables.about(worlds), *tables.ranges(worlds), *tables.levels(worlds), sep="\n")
    print(*tables.changes(worlds, quiz), *tables.next_steps(worlds, quiz), sep="\n")
    print(*noticing.noticing(quiz, worlds, clickers), *noticing.told(quiz, clickers), sep="\n")
    shapes = chance_for("shapes", chosen.seed)
    print(*noticing.other_shapes(WORLDS[0], chosen.students, shapes), sep="\n")
    everything = spreading.quiz_of_all_traits()
    ranking = spreading.Ranking(everything)
    spreads = {
        world.name: spreading.spread_in(
            Classroom(world, everything, chance_for(f"all traits, {world.name}", chosen.seed)),
            ranking,
            chosen.students,
        )
        for world in WORLDS
    }
    print(*spreading.spreading(ranking, spreads), sep="\n")


if __name__ == "__main__":
    main()
