"""Editions no longer carry their search words: those are on the cards."""

import importlib

from django.db import migrations

search = importlib.import_module("profiles.migrations.0003_search")


class Migration(migrations.Migration):
    dependencies = [("profiles", "0004_cards")]
    operations = [
        migrations.RemoveField(model_name="edition", name="search"),
        migrations.RunSQL(search.BACKWARD, search.FORWARD),
    ]
