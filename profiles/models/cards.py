"""Cards: what lists and searches need of each profession's current edition, filled at publishing.

All of it follows from the edition, so it is replaced together with it. Whether a card is shown
depends on the profession, which editors take off the site and put back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import connections, models
from django.db.models import Func, QuerySet, Value
from django.utils.text import slugify

from profiles.editions.card_parts import digest, opening, place, quiz_alone, searchable
from profiles.editions.content import EditionContent, Text
from profiles.models.professions import Profession
from profiles.models.search import LEARN_WORDS, QUIZZES, Asking, Looked
from profiles.subjects import subjects_of

if TYPE_CHECKING:
    from profiles.models.editions import Edition


def major_key(name: str) -> str:
    """A major as it stands in addresses; the same for "Ilmu komunikasi" and "Ilmu Komunikasi"."""
    return slugify(name) or name


class CardQuerySet(QuerySet["Card"]):
    """Filling cards, and looking through them."""

    def replace(self, editions: Iterable[Edition]) -> None:
        """Make the cards of these editions' professions anew, from these editions.

        Call it inside a transaction: what finds an edition must come and go with it.
        """
        cards = [
            Card(profession_id=e.profession_id, edition=e, **card_values(e.content))
            for e in editions
        ]
        fields = [field.name for field in Card._meta.concrete_fields if not field.primary_key]
        Card.objects.bulk_create(
            cards, update_conflicts=True, unique_fields=["profession"], update_fields=fields
        )
        Word.objects.learn(card.profession_id for card in cards)

    def look(self, asking: Asking) -> Looked:
        """One page of the cards that are meant, and what there is to say of the others."""
        with connections[self.db].cursor() as cursor:
            cursor.execute(*asking.statement())
            return Looked.read(cursor.fetchone())

    def shown(self, slugs: Iterable[str]) -> CardQuerySet:
        """The cards of those of these professions that are on the site, by name."""
        listed = self.filter(profession__is_listed=True, profession__slug__in=slugs)
        return listed.order_by("place")

    def quizzes(self, *, unless: str) -> tuple[str, list[dict[str, Any]] | None]:
        """The state of the cards that are shown, and their quizzes unless that state is known."""
        with connections[self.db].cursor() as cursor:
            cursor.execute(QUIZZES, [unless])
            state, quizzes = cursor.fetchone()
        return state, None if quizzes is None else json.loads(quizzes)


class Card(models.Model):
    """What a list shows of a profession's current edition, and by what a search finds it."""

    profession = models.OneToOneField(
        Profession, models.CASCADE, primary_key=True, related_name="card"
    )
    edition = models.OneToOneField("profiles.Edition", models.CASCADE, related_name="card")
    digest = models.CharField(max_length=64, help_text="That of the edition's content.")
    slug = models.SlugField(max_length=80, db_index=False)
    name = models.JSONField()
    opening = models.JSONField()
    field = models.CharField(max_length=20, blank=True, default="")
    related = ArrayField(
        models.TextField(), default=list, help_text="The addresses of those that are similar."
    )
    traits = models.JSONField(help_text="In the order of the edition.")
    majors = models.JSONField()
    subjects = models.JSONField(default=list, help_text="Those that support one of the majors.")
    trait_keys = ArrayField(models.TextField())
    major_keys = ArrayField(models.TextField())
    subject_keys = ArrayField(models.TextField(), default=list)
    # Whatever the language of the database is, code points decide about the order, as in Python.
    place = models.TextField(db_collation="C")
    place_en = models.TextField(db_collation="C")
    search = SearchVectorField()
    words = ArrayField(models.TextField())
    words_en = ArrayField(models.TextField(), help_text="Those in Indonesian as well.")
    quiz = models.JSONField(help_text="The edition without its texts, as editions write it.")

    objects = CardQuerySet.as_manager()

    class Meta:
        indexes = [
            # All that it takes to know whether the cards that are shown are still the same.
            models.Index(fields=["profession"], include=["digest"], name="card_state"),
            GinIndex(fields=["search"], name="card_search"),
            GinIndex(fields=["words"], name="card_words"),
            GinIndex(fields=["words_en"], name="card_words_en"),
        ]

    def __str__(self) -> str:
        return self.slug


def card_values(content: EditionContent) -> dict[str, Any]:
    """What a card holds of an edition; PostgreSQL takes the texts apart when it is stored."""
    texts = searchable(content)
    traits = {trait.code: trait.name for trait in content.traits}
    majors = {major_key(major.name.id): major.name for major in content.majors}
    subjects = {subject.key: subject.name for subject in subjects_of(content.majors)}
    places = content.institutions
    return {
        "digest": digest(content),
        "slug": content.slug,
        "name": asdict(content.name),
        "opening": asdict(opening(content)),
        "field": content.field,
        "related": list(content.related),
        "traits": _entries(traits),
        "majors": _entries(majors),
        "subjects": _entries(subjects),
        "trait_keys": list(traits),
        "major_keys": list(majors),
        "subject_keys": list(subjects),
        "place": place(content, "id"),
        "place_en": place(content, "en"),
        "search": _stems(
            [*texts.id, *(one.id for one in places)], [*texts.en, *(one.en for one in places)]
        ),
        "words": _words(texts.id),
        "words_en": _words([*texts.id, *texts.en]),
        "quiz": quiz_alone(content).to_json(),
    }


def _entries(names: dict[str, Text]) -> list[dict[str, Any]]:
    return [{"key": key, "name": asdict(name)} for key, name in names.items()]


def _stems(indonesian: Iterable[str], english: Iterable[str]) -> Func:
    """The stems of all words, each once: where and how often they stand has no say."""
    both = _parsed(indonesian, "indonesian") + _parsed(english, "english")
    return Func(both, function="strip")


def _words(texts: Iterable[str]) -> Func:
    return Func(_parsed(texts, "simple"), function="tsvector_to_array")


def _parsed(texts: Iterable[str], config: str) -> SearchVector:
    return SearchVector(Value("\n".join(texts)), config=config)


class WordQuerySet(QuerySet["Word"]):
    """Keeping the words of the site."""

    def learn(self, professions: Iterable[int]) -> None:
        """Add the words on the cards of these professions that are not there yet."""
        with connections[self.db].cursor() as cursor:
            cursor.execute(LEARN_WORDS, [list(professions)])


class Word(models.Model):
    """A word that is or was on a card, to tell which one a typing mistake was meant to be.

    None is taken away: two editors may publish at once, and a word that no card has finds nothing.
    """

    word = models.TextField()
    stem = models.TextField()
    stem_en = models.TextField()

    objects = WordQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["word"], name="word_once")]
        indexes = [
            GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="word_alike"),
            GinIndex(fields=["stem"], opclasses=["gin_trgm_ops"], name="word_stem_alike"),
            GinIndex(fields=["stem_en"], opclasses=["gin_trgm_ops"], name="word_stem_en_alike"),
        ]

    def __str__(self) -> str:
        return self.word
