"""Traits on the workbench: what each is, its statements, and the texts of its levels."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

CODE_PATTERN = r"^[A-Za-z][A-Za-z0-9_-]{0,29}$"

code_validator = RegexValidator(
    CODE_PATTERN,
    _("Kode hanya boleh berisi huruf, angka, “-” dan “_”, diawali huruf, paling panjang 30."),
)


class Keying(models.IntegerChoices):
    """Whether agreeing with a statement shows more of its trait, or less."""

    FORWARD = 1, _("+ (setuju berarti lebih kuat)")
    REVERSED = -1, _("− (setuju berarti lebih lemah)")


class LevelChoice(models.TextChoices):
    """The three levels of a trait score, named for editors."""

    RARELY = "rarely", _("Jarang begini (di bawah 38)")
    SOMETIMES = "sometimes", _("Kadang begini, kadang tidak (38–62)")
    OFTEN = "often", _("Sering begini (63 ke atas)")


CODES_BEFORE = {"developing": "rarely", "capable": "sometimes", "strong": "often"}


class LevelField(models.CharField):
    """A level's code. In backups that earlier versions made, levels have the codes of then."""

    def to_python(self, value: Any) -> Any:
        """What `loaddata` stores for what the backup holds."""
        return CODES_BEFORE.get(value, value)


class Trait(models.Model):
    """A skill that professions ask for and that statements measure."""

    code = models.CharField(_("kode"), max_length=30, unique=True, validators=[code_validator])
    name = models.CharField(_("nama"), max_length=80)
    name_en = models.CharField(_("nama (Inggris)"), max_length=80, blank=True)
    description = models.TextField(_("penjelasan"), help_text=_("Satu kalimat untuk siswa."))
    description_en = models.TextField(_("penjelasan (Inggris)"), blank=True)
    keywords = models.TextField(
        _("kata kunci"),
        blank=True,
        help_text=_(
            "Satu frasa per baris. Saat dokumen profesi diimpor, frasa-frasa ini dipakai untuk "
            "mengusulkan keterampilan yang diminta profesi itu. “kemampuan komunikasi” hanya "
            "dihitung kalau disebut sebagai kemampuan; “bukan ceroboh” menyebut kekurangannya."
        ),
    )
    position = models.PositiveSmallIntegerField(_("urutan"), default=0)

    class Meta:
        verbose_name = _("keterampilan")
        verbose_name_plural = _("keterampilan dan pernyataan")
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(condition=Q(code__regex=CODE_PATTERN), name="trait_code_format"),
            models.CheckConstraint(condition=~Q(name=""), name="trait_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


class LevelText(models.Model):
    """What a student reads when a trait score lies at one level."""

    trait = models.ForeignKey(Trait, models.CASCADE, related_name="levels")
    level = LevelField(_("tingkat"), max_length=10, choices=LevelChoice)
    feedback = models.TextField(
        _("umpan balik"),
        help_text=_("Bicaralah tentang jawabannya (“Dari jawabanmu …”), bukan tentang orangnya."),
    )
    feedback_en = models.TextField(_("umpan balik (Inggris)"), blank=True)
    step = models.TextField(
        _("langkah latihan"), help_text=_("Satu latihan kecil yang bisa dicoba minggu ini.")
    )
    step_en = models.TextField(_("langkah latihan (Inggris)"), blank=True)

    class Meta:
        verbose_name = _("teks tingkat")
        verbose_name_plural = _("teks untuk setiap tingkat")
        ordering = ["trait", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["trait", "level"], name="one_text_per_trait_level"),
            models.CheckConstraint(
                condition=Q(level__in=LevelChoice.values), name="level_text_known_level"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trait}: {self.get_level_display()}"


class Statement(models.Model):
    """A sentence that a student answers on the scale from 1 to 5."""

    trait = models.ForeignKey(Trait, models.CASCADE, related_name="statements")
    code = models.CharField(_("kode"), max_length=30, unique=True, validators=[code_validator])
    text = models.TextField(
        _("pernyataan"),
        help_text=_("Satu gagasan, dengan kata “saya”, dan bisa dijawab dari keseharian siswa."),
    )
    text_en = models.TextField(_("pernyataan (Inggris)"), blank=True)
    keying = models.SmallIntegerField(_("arah"), choices=Keying, default=Keying.FORWARD)
    position = models.PositiveSmallIntegerField(_("urutan"), blank=True)
    is_used = models.BooleanField(
        _("dipakai"),
        default=True,
        help_text=_("Pernyataan yang tidak dipakai tetap tersimpan, tetapi tidak ditanyakan."),
    )

    class Meta:
        verbose_name = _("pernyataan")
        verbose_name_plural = _("pernyataan")
        ordering = ["trait", "position", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=CODE_PATTERN), name="statement_code_format"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="statement_has_text"),
            models.CheckConstraint(
                condition=Q(keying__in=Keying.values), name="statement_keying_plus_or_minus"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.text}"
