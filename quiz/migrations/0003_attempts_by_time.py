"""Attempts are found by time and by edition; the key loses an index that nothing used.

The constraint on the key gets the name that the model gives it. Its index stays as it is: making it
anew would take minutes where there are millions of attempts.
"""

import django.db.models.deletion
from django.db import migrations, models

FORWARD = """
ALTER TABLE quiz_attempt RENAME CONSTRAINT quiz_attempt_key_key TO attempt_key_once;
DROP INDEX quiz_attempt_key_5a9b9793_like;
"""
BACKWARD = """
CREATE INDEX quiz_attempt_key_5a9b9793_like ON quiz_attempt (key varchar_pattern_ops);
ALTER TABLE quiz_attempt RENAME CONSTRAINT attempt_key_once TO quiz_attempt_key_key;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("profiles", "0005_search_leaves_editions"),
        ("quiz", "0002_attempts_never_change"),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(FORWARD, BACKWARD)],
            state_operations=[
                migrations.AlterField(
                    model_name="attempt",
                    name="key",
                    field=models.CharField(
                        help_text="Minted with the form; also the secret last part of the result's address.",
                        max_length=22,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attempt",
                    constraint=models.UniqueConstraint(fields=("key",), name="attempt_key_once"),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="attempt",
            index=models.Index(fields=["submitted_at"], name="attempt_submitted"),
        ),
        migrations.AddIndex(
            model_name="attempt",
            index=models.Index(fields=["edition", "submitted_at", "id"], name="attempt_of_edition"),
        ),
        migrations.AlterField(
            model_name="attempt",
            name="edition",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attempts",
                to="profiles.edition",
                verbose_name="edisi",
            ),
        ),
    ]
