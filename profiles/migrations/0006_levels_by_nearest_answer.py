"""The workbench's levels get the codes that editions are published with now; cards follow.

The digest on a card is that of its edition's content as today's program reads it, which knows since
how near to a border both levels are named.
"""

from typing import Any

from django.db import migrations, models

import profiles.models.traits
from profiles.editions.card_parts import digest
from profiles.editions.content import EditionContent

FORWARD = """
UPDATE profiles_leveltext SET level = CASE level
    WHEN 'developing' THEN 'rarely' WHEN 'capable' THEN 'sometimes' WHEN 'strong' THEN 'often'
END
"""
BACKWARD = """
UPDATE profiles_leveltext SET level = CASE level
    WHEN 'rarely' THEN 'developing' WHEN 'sometimes' THEN 'capable' WHEN 'often' THEN 'strong'
END
"""
LABELS = [
    ("rarely", "Jarang begini (di bawah 38)"),
    ("sometimes", "Kadang begini, kadang tidak (38–62)"),
    ("often", "Sering begini (63 ke atas)"),
]


def renew_digests(apps: Any, schema_editor: Any) -> None:
    """Write each card's digest anew."""
    Card = apps.get_model("profiles", "Card")
    for card in Card.objects.select_related("edition").only("edition__frozen").iterator(100):
        content = EditionContent.from_json(card.edition.frozen)
        Card.objects.filter(pk=card.pk).update(digest=digest(content))


class Migration(migrations.Migration):
    dependencies = [("profiles", "0005_search_leaves_editions")]
    operations = [
        migrations.RemoveConstraint(model_name="leveltext", name="level_text_known_level"),
        migrations.RunSQL(FORWARD, BACKWARD),
        migrations.AlterField(
            model_name="leveltext",
            name="level",
            field=profiles.models.traits.LevelField(
                choices=LABELS, max_length=10, verbose_name="tingkat"
            ),
        ),
        migrations.AddConstraint(
            model_name="leveltext",
            constraint=models.CheckConstraint(
                condition=models.Q(level__in=[code for code, _label in LABELS]),
                name="level_text_known_level",
            ),
        ),
        migrations.RunPython(renew_digests, migrations.RunPython.noop),
    ]
