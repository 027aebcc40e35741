"""Editions say who published them and why; what is frozen in them still never changes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# An account can be deleted, and its editions stay: that alone may be taken off an edition.
FORWARD = """
DROP TRIGGER edition_never_changes ON profiles_edition;
CREATE TRIGGER edition_never_changes BEFORE UPDATE ON profiles_edition
    FOR EACH ROW WHEN (
        OLD.publisher_id IS NULL OR NEW.publisher_id IS NOT NULL
        OR to_jsonb(NEW) - 'publisher_id' IS DISTINCT FROM to_jsonb(OLD) - 'publisher_id'
    ) EXECUTE FUNCTION careerfit_refuse_update();
"""

BACKWARD = """
DROP TRIGGER edition_never_changes ON profiles_edition;
CREATE TRIGGER edition_never_changes BEFORE UPDATE ON profiles_edition
    FOR EACH ROW EXECUTE FUNCTION careerfit_refuse_update();
"""


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("profiles", "0011_subjects"),
    ]
    operations = [
        migrations.AddField(
            "edition",
            "publisher",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="diterbitkan oleh",
            ),
        ),
        migrations.AddField(
            "edition", "note", models.TextField(blank=True, default="", verbose_name="catatan")
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
