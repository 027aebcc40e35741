"""A card for each profession and the words of all of them, filled from the editions that exist.

Everything on a card follows from its edition. So a migration that changes what cards hold fills
them anew, and this one needs to know only how they are filled today.
"""

from typing import Any

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

from profiles.editions.content import EditionContent
from profiles.models.cards import card_values
from profiles.models.search import LEARN_WORDS

AT_ONCE = 100


def fill(apps: Any, schema_editor: Any) -> None:
    """Make the card of each profession that has an edition; a hundred at once, they are large."""
    Edition, Card = (apps.get_model("profiles", name) for name in ("Edition", "Card"))
    fields = {field.name for field in Card._meta.get_fields()}
    newest = Edition.objects.order_by("profession_id", "-number").distinct("profession_id")
    ids = list(newest.values_list("pk", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        editions = Edition.objects.defer("search").filter(pk__in=ids[start : start + AT_ONCE])
        cards = []
        for edition in editions:
            values = card_values(EditionContent.from_json(edition.frozen))
            # Later versions may put more on a card than this one has.
            known = {name: value for name, value in values.items() if name in fields}
            cards.append(
                Card(profession_id=edition.profession_id, edition_id=edition.pk, **known)
            )
        Card.objects.bulk_create(cards)
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(LEARN_WORDS, [[card.profession_id for card in cards]])


class Migration(migrations.Migration):

    dependencies = [
        ('profiles', '0003_search'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='profession',
            index=models.Index(condition=models.Q(('is_listed', True)), fields=['id'], name='profession_listed'),
        ),
        migrations.CreateModel(
            name='Word',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.TextField()),
                ('stem', models.TextField()),
                ('stem_en', models.TextField()),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['word'], name='word_alike', opclasses=['gin_trgm_ops']), django.contrib.postgres.indexes.GinIndex(fields=['stem'], name='word_stem_alike', opclasses=['gin_trgm_ops']), django.contrib.postgres.indexes.GinIndex(fields=['stem_en'], name='word_stem_en_alike', opclasses=['gin_trgm_ops'])],
                'constraints': [models.UniqueConstraint(fields=('word',), name='word_once')],
            },
        ),
        migrations.CreateModel(
            name='Card',
            fields=[
                ('profession', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='card', serialize=False, to='profiles.profession')),
                ('digest', models.CharField(help_text="That of the edition's content.", max_length=64)),
                ('slug', models.SlugField(db_index=False, max_length=80)),
                ('name', models.JSONField()),
                ('opening', models.JSONField()),
                ('traits', models.JSONField(help_text='In the order of the edition.')),
                ('majors', models.JSONField()),
                ('trait_keys', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('major_keys', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('place', models.TextField(db_collation='C')),
                ('place_en', models.TextField(db_collation='C')),
                ('search', django.contrib.postgres.search.SearchVectorField()),
                ('words', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('words_en', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), help_text='Those in Indonesian as well.', size=None)),
                ('quiz', models.JSONField(help_text='The edition without its texts, as editions write it.')),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='card', to='profiles.edition')),
            ],
            options={
                'indexes': [models.Index(fields=['profession'], include=('digest',), name='card_state'), django.contrib.postgres.indexes.GinIndex(fields=['search'], name='card_search'), django.contrib.postgres.indexes.GinIndex(fields=['words'], name='card_words'), django.contrib.postgres.indexes.GinIndex(fields=['words_en'], name='card_words_en')],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
