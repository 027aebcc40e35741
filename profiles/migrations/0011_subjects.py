"""Cards name the subjects that support majors, and majors get the groups that are sure.

No edition that is out names a group, so no card has a subject yet. On the workbench a major that
has no group gets the one that its name is sure of; nothing is published by that.
"""

from typing import Any

import django.contrib.postgres.fields
from django.db import migrations, models

from profiles.subjects import suggested_group


def suggest_groups(apps: Any, schema_editor: Any) -> None:
    """Give majors without a group the one that goes with their name, if one does."""
    Major = apps.get_model("profiles", "Major")
    majors = list(Major.objects.filter(group=""))
    for major in majors:
        major.group = suggested_group(major.name)
    Major.objects.bulk_update([major for major in majors if major.group], ["group"], 500)


class Migration(migrations.Migration):
    dependencies = [("profiles", "0010_offers")]
    operations = [
        migrations.AddField(
            model_name="card",
            name="subjects",
            field=models.JSONField(default=list, help_text="Those that support one of the majors."),
        ),
        migrations.AddField(
            model_name="card",
            name="subject_keys",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, size=None
            ),
        ),
        migrations.RunPython(suggest_groups, migrations.RunPython.noop),
    ]
