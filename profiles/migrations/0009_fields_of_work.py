"""Professions have a field of work, codes, relations and a place in lists; cards follow.

The digest on a card is that of its edition's content as today's program reads it, and what lists
are ordered by now begins with the place.
"""

from typing import Any

import django.contrib.postgres.fields
import django.core.validators
from django.db import migrations, models

from profiles.editions.card_parts import digest, place
from profiles.editions.content import EditionContent


def renew_cards(apps: Any, schema_editor: Any) -> None:
    """Write anew what of each card follows otherwise from the same edition."""
    Card = apps.get_model("profiles", "Card")
    for card in Card.objects.select_related("edition").only("edition__frozen").iterator(100):
        content = EditionContent.from_json(card.edition.frozen)
        Card.objects.filter(pk=card.pk).update(
            digest=digest(content), place=place(content, "id"), place_en=place(content, "en")
        )


class Migration(migrations.Migration):

    dependencies = [
        ('profiles', '0008_weights_and_keywords_in_words'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='institution',
            options={'ordering': ['position', 'pk'], 'verbose_name': 'tempat kerja', 'verbose_name_plural': 'contoh tempat kerja'},
        ),
        migrations.AddField(
            model_name='card',
            name='field',
            field=models.CharField(blank=True, default='', max_length=20),
        ),
        migrations.AddField(
            model_name='card',
            name='related',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, help_text='The addresses of those that are similar.', size=None),
        ),
        migrations.AddField(
            model_name='institution',
            name='name_en',
            field=models.TextField(blank=True, verbose_name='tempat kerja (Inggris)'),
        ),
        migrations.AddField(
            model_name='major',
            name='group',
            field=models.CharField(blank=True, max_length=60, verbose_name='kelompok program studi'),
        ),
        migrations.AddField(
            model_name='profession',
            name='field',
            field=models.CharField(blank=True, choices=[('health', 'Kesehatan'), ('people', 'Pendidikan dan sosial'), ('law', 'Hukum dan pemerintahan'), ('business', 'Bisnis dan keuangan'), ('technology', 'Teknologi'), ('making', 'Teknik dan kerja tangan'), ('arts', 'Seni dan media'), ('land', 'Alam, pangan, dan wisata')], help_text='Menentukan gambar di halaman profesi.', max_length=20, verbose_name='bidang'),
        ),
        migrations.AddField(
            model_name='profession',
            name='isco08',
            field=models.CharField(blank=True, help_text='Empat angka. Kosongkan kalau tidak yakin.', max_length=4, validators=[django.core.validators.RegexValidator('^[0-9]{4}$', 'Isi empat angka, atau kosongkan.')], verbose_name='kode ISCO-08'),
        ),
        migrations.AddField(
            model_name='profession',
            name='kbji',
            field=models.CharField(blank=True, help_text='Empat angka. Kosongkan kalau tidak yakin.', max_length=4, validators=[django.core.validators.RegexValidator('^[0-9]{4}$', 'Isi empat angka, atau kosongkan.')], verbose_name='kode KBJI 2014'),
        ),
        migrations.AddField(
            model_name='profession',
            name='position',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Yang bernomor tampil lebih dulu. Yang kosong menyusul menurut abjad.', null=True, verbose_name='urutan di daftar'),
        ),
        migrations.AddField(
            model_name='profession',
            name='related',
            field=models.ManyToManyField(blank=True, help_text='Paling banyak enam. Siswa hanya melihat yang tampil di situs.', related_name='+', to='profiles.profession', verbose_name='profesi mirip'),
        ),
        migrations.AlterField(
            model_name='institution',
            name='name',
            field=models.TextField(verbose_name='tempat kerja'),
        ),
        migrations.AddConstraint(
            model_name='profession',
            constraint=models.CheckConstraint(condition=models.Q(('field__in', ['', 'health', 'people', 'law', 'business', 'technology', 'making', 'arts', 'land'])), name='profession_known_field'),
        ),
        migrations.AddConstraint(
            model_name='profession',
            constraint=models.CheckConstraint(condition=models.Q(('isco08__regex', '^([0-9]{4})?$'), ('kbji__regex', '^([0-9]{4})?$')), name='profession_codes_of_four_digits'),
        ),
        migrations.RunPython(renew_cards, migrations.RunPython.noop),
    ]
