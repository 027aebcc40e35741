"""The workbench: the rows that editors change, and that no student ever meets.

Texts that students read have an Indonesian column and an optional English one, `…_en`. A text of
several paragraphs has one paragraph a line; `paragraphs()` reads it.
"""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

CODE_PATTERN = r"^[A-Za-z][A-Za-z0-9_-]{0,29}$"
HIGHEST_WEIGHT = 9

code_validator = RegexValidator(
    CODE_PATTERN,
    _("Kode hanya boleh berisi huruf, angka, “-” dan “_”, diawali huruf, paling panjang 30."),
)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text: its lines that are not blank, without outer white space."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


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


class ProfessionQuerySet(QuerySet["Profession"]):
    """Professions with what belongs to them."""

    def with_parts(self) -> ProfessionQuerySet:
        """With all that an edition is pressed from, in as many queries for many as for one."""
        return self.prefetch_related(
            "majors", "institutions", "demands__trait__levels", "demands__trait__statements"
        )

    def with_published(self) -> ProfessionQuerySet:
        """With the number and the digest of the newest edition, None where there is none."""
        return self.annotate(
            published_number=F("card__edition__number"), published_digest=F("card__digest")
        )


def _section(label: Any, help_text: Any = "") -> models.TextField[str, str]:
    return models.TextField(label, blank=True, help_text=help_text)


class Profession(models.Model):
    """A profession as editors are describing it. Students see it once it has been published."""

    slug = models.SlugField(
        _("alamat"),
        max_length=80,
        unique=True,
        help_text=_(
            "Bagian terakhir alamat halaman: /profesi/<b>alamat</b>/. "
            "Tidak bisa diubah setelah terbit."
        ),
    )
    name = models.CharField(_("nama"), max_length=120)
    name_en = models.CharField(_("nama (Inggris)"), max_length=120, blank=True)
    is_listed = models.BooleanField(
        _("tampil di situs"),
        default=True,
        help_text=_(
            "Hilangkan centang untuk menarik profesi ini dari situs. Hasil siswa tetap bisa dibuka."
        ),
    )

    overview = _section(_("gambaran pekerjaan"), _("Apa pekerjaannya dan apa tugas utamanya."))
    suited = _section(_("siapa yang akan menikmatinya"), _("Apa yang diminta pekerjaan ini."))
    unsuited = _section(
        _("kapan pekerjaan ini terasa berat"),
        _("Bicaralah tentang pekerjaannya; jangan menulis “kamu tidak cocok”."),
    )
    misconception = _section(_("miskonsepsi"))
    expectation = _section(_("ekspektasi dan kenyataan"))
    difference = _section(_("beda dengan profesi yang mirip"))
    overview_en = _section(_("gambaran pekerjaan (Inggris)"))
    suited_en = _section(_("siapa yang akan menikmatinya (Inggris)"))
    unsuited_en = _section(_("kapan pekerjaan ini terasa berat (Inggris)"))
    misconception_en = _section(_("miskonsepsi (Inggris)"))
    expectation_en = _section(_("ekspektasi dan kenyataan (Inggris)"))
    difference_en = _section(_("beda dengan profesi yang mirip (Inggris)"))

    not_measured = _section(
        _("yang belum diukur kuis"),
        _("Satu kalimat: apa yang diminta profesi ini, tetapi tidak ditanyakan di kuis."),
    )
    not_measured_en = _section(_("yang belum diukur kuis (Inggris)"))
    unplaced = models.TextField(
        _("belum ditempatkan"),
        blank=True,
        help_text=_(
            "Paragraf dari dokumen yang belum jelas tempatnya. Pindahkan ke bagian yang sesuai, "
            "lalu hapus dari sini. Siswa tidak melihat bagian ini."
        ),
    )
    imported = models.JSONField(
        default=dict,
        editable=False,
        help_text="What the last import wrote, to tell an editor's own changes from it.",
    )

    published_number: int | None
    published_digest: str | None
    objects = ProfessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("profesi")
        verbose_name_plural = _("profesi")
        ordering = ["name"]
        indexes = [
            models.Index(fields=["id"], condition=Q(is_listed=True), name="profession_listed"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="profession_has_name"),
            models.CheckConstraint(
                condition=Q(slug__regex=r"^[-a-zA-Z0-9_]+$"), name="profession_slug_format"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Demand(models.Model):
    """How much a profession asks for a trait, and the sentence of its profile that says so."""

    profession = models.ForeignKey(Profession, models.CASCADE, related_name="demands")
    trait = models.ForeignKey(
        Trait, models.PROTECT, related_name="demands", verbose_name=_("keterampilan")
    )
    weight = models.PositiveSmallIntegerField(
        _("bobot"),
        validators=[MaxValueValidator(HIGHEST_WEIGHT)],
        help_text=_("3 = kekurangannya disebut sebagai alasan; 2 = diminta."),
    )
    essential = models.BooleanField(
        _("kunci"),
        default=False,
        help_text=_("Skor akhir paling tinggi 25 poin di atas keterampilan kunci yang terlemah."),
    )
    evidence = models.TextField(
        _("bukti"),
        blank=True,
        help_text=_("Satu kalimat yang tertulis persis di profil di atas. Siswa membacanya."),
    )
    evidence_en = models.TextField(_("bukti (Inggris)"), blank=True)

    class Meta:
        verbose_name = _("permintaan")
        verbose_name_plural = _("keterampilan yang diminta")
        ordering = ["-weight", "trait__position", "trait__code"]
        constraints = [
            models.UniqueConstraint(
                fields=["profession", "trait"],
                name="one_demand_per_trait",
                violation_error_message=_(
                    "Keterampilan ini sudah ada di daftar permintaan profesi ini."
                ),
            ),
            models.CheckConstraint(
                condition=Q(weight__gte=0, weight__lte=HIGHEST_WEIGHT), name="demand_weight_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trait} ({self.weight})"


class Major(models.Model):
    """A field of study that leads to a profession."""

    profession = models.ForeignKey(Profession, models.CASCADE, related_name="majors")
    name = models.TextField(_("jurusan"))
    name_en = models.TextField(_("jurusan (Inggris)"), blank=True)
    position = models.PositiveSmallIntegerField(_("urutan"), blank=True)

    class Meta:
        verbose_name = _("jurusan")
        verbose_name_plural = _("jurusan kuliah yang mendukung")
        ordering = ["position", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="major_has_name")]

    def __str__(self) -> str:
        return self.name


class Institution(models.Model):
    """An organisation that employs people of a profession."""

    profession = models.ForeignKey(Profession, models.CASCADE, related_name="institutions")
    name = models.TextField(_("institusi"))
    position = models.PositiveSmallIntegerField(_("urutan"), blank=True)

    class Meta:
        verbose_name = _("institusi")
        verbose_name_plural = _("contoh perusahaan atau institusi")
        ordering = ["position", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="institution_has_name")]

    def __str__(self) -> str:
        return self.name
