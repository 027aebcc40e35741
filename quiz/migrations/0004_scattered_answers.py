"""A fourth sign that answers may say little: those to like statements lie far apart."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("quiz", "0003_attempts_by_time")]
    operations = [
        migrations.RemoveConstraint(model_name="attempt", name="attempt_known_signs"),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.CheckConstraint(
                condition=models.Q(signs__contained_by=["fast", "same", "mixed", "scattered"]),
                name="attempt_known_signs",
            ),
        ),
    ]
