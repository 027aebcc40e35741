"""Professions on the workbench: the rows that editors change, and that no student ever meets.

Texts that students read have an Indonesian column and an optional English one, `…_en`. A text of
several paragraphs has one paragraph a line; `paragraphs()` reads it.
"""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from profiles.models.traits import Trait

HIGHEST_WEIGHT = 9
MOST_RELATED = 6
CODE_OF_UNIT_GROUP = r"^[0-9]{4}$"
OR_NONE = r"^([0-9]{4})?$"


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text: its lines that are not blank, without outer white space."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class Field(models.TextChoices):
    """The fields of work among which professions are told apart."""

    HEALTH = "health", _("Kesehatan")
    PEOPLE = "people", _("Pendidikan dan sosial")
    LAW = "law", _("Hukum dan pemerintahan")
    BUSINESS = "business", _("Bisnis dan keuangan")
    TECHNOLOGY = "technology", _("Teknologi")
    MAKING = "making", _("Teknik dan kerja tangan")
    ARTS = "arts", _("Seni dan media")
    LAND = "land", _("Alam, pangan, dan wisata")


class ProfessionQuerySet(QuerySet["Profession"]):
    """Professions with what belongs to them."""

    def with_parts(self) -> ProfessionQuerySet:
        """With all that an edition is pressed from, in as many queries for many as for one."""
        return self.prefetch_related(
            *("majors", "institutions", "related"),
            *("demands__trait__levels", "demands__trait__statements"),
        )

    def shipped(self) -> ProfessionQuerySet:
        """Those that came with the program and have been published; drafts are for editors."""
        return self.filter(offer__isnull=False, card__isnull=False)

    def with_published(self) -> ProfessionQuerySet:
        """With the number and the digest of the newest edition, None where there is none."""
        return self.annotate(
            published_number=F("card__edition__number"), published_digest=F("card__digest")
        )


def _section(label: Any, help_text: Any = "") -> models.TextField[str, str]:
    return models.TextField(label, blank=True, help_text=help_text)


def _code_of_unit_group(label: Any) -> models.CharField[str, str]:
    """A code of four digits; ISCO-08 and KBJI 2014 call what it stands for a unit group."""
    return models.CharField(
        label,
        max_length=4,
        blank=True,
        validators=[RegexValidator(CODE_OF_UNIT_GROUP, _("Isi empat angka, atau kosongkan."))],
        help_text=_("Empat angka. Kosongkan kalau tidak yakin."),
    )


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
    position = models.PositiveSmallIntegerField(
        _("urutan di daftar"),
        blank=True,
        null=True,
        help_text=_("Yang bernomor tampil lebih dulu. Yang kosong menyusul menurut abjad."),
    )
    field = models.CharField(
        _("bidang"),
        max_length=20,
        blank=True,
        choices=Field,
        help_text=_("Menentukan gambar di halaman profesi."),
    )
    isco08 = _code_of_unit_group(_("kode ISCO-08"))
    kbji = _code_of_unit_group(_("kode KBJI 2014"))
    related = models.ManyToManyField(
        "self",
        symmetrical=False,
        related_name="+",
        blank=True,
        verbose_name=_("profesi mirip"),
        help_text=_("Paling banyak enam. Siswa hanya melihat yang tampil di situs."),
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
            models.CheckConstraint(
                condition=Q(field__in=["", *Field.values]), name="profession_known_field"
            ),
            models.CheckConstraint(
                condition=Q(isco08__regex=OR_NONE) & Q(kbji__regex=OR_NONE),
                name="profession_codes_of_four_digits",
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
        help_text=_(
            "3 dan kunci = profil menyebut kekurangannya sebagai alasan; 2 = profil memintanya."
        ),
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
    group = models.CharField(_("kelompok program studi"), max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(_("urutan"), blank=True)

    class Meta:
        verbose_name = _("jurusan")
        verbose_name_plural = _("jurusan kuliah yang mendukung")
        ordering = ["position", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="major_has_name")]

    def __str__(self) -> str:
        return self.name


class Institution(models.Model):
    """A kind of workplace of a profession, or one of them by its name."""

    profession = models.ForeignKey(Profession, models.CASCADE, related_name="institutions")
    name = models.TextField(_("tempat kerja"))
    name_en = models.TextField(_("tempat kerja (Inggris)"), blank=True)
    position = models.PositiveSmallIntegerField(_("urutan"), blank=True)

    class Meta:
        verbose_name = _("tempat kerja")
        verbose_name_plural = _("contoh tempat kerja")
        ordering = ["position", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="institution_has_name")]

    def __str__(self) -> str:
        return self.name
