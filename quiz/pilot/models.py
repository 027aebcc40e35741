"""What students say of a result during a pilot: apart from the attempt, and never scored."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Accuracy(models.IntegerChoices):
    """How right a result feels."""

    WRONG = 1, _("Kurang tepat")
    PARTLY = 2, _("Sebagian tepat")
    RIGHT = 3, _("Tepat")


class Interest(models.IntegerChoices):
    """Whether the work is something for them, whatever the answers say."""

    NO = 1, _("Tidak")
    UNSURE = 2, _("Belum tahu")
    YES = 3, _("Ya")


class PilotAnswer(models.Model):
    """Three taps after a result, each of them optional, at least one of them given."""

    attempt = models.OneToOneField(
        "quiz.Attempt", models.CASCADE, related_name="pilot_answer", primary_key=True
    )
    accuracy = models.SmallIntegerField(choices=Accuracy, null=True, blank=True)
    interest = models.SmallIntegerField(choices=Interest, null=True, blank=True)
    unclear = ArrayField(
        models.CharField(max_length=30),
        default=list,
        blank=True,
        help_text="Codes of the statements that were hard to understand.",
    )

    class Meta:
        app_label = "quiz"
        constraints = [
            models.CheckConstraint(
                condition=Q(accuracy__in=Accuracy.values) | Q(accuracy=None),
                name="pilot_known_accuracy",
            ),
            models.CheckConstraint(
                condition=Q(interest__in=Interest.values) | Q(interest=None),
                name="pilot_known_interest",
            ),
            models.CheckConstraint(
                condition=~Q(accuracy=None, interest=None, unclear=[]), name="pilot_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt}"
