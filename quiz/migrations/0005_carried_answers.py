"""Which answers were given in an earlier quiz, and when. Of what is there, none was."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("quiz", "0004_scattered_answers")]
    operations = [
        migrations.AddField(
            model_name="attempt",
            name="carried",
            field=models.JSONField(
                blank=True,
                db_default=models.Value({}, models.JSONField()),
                default=dict,
                help_text="Statement code → the day on which it was answered, in an earlier quiz.",
                verbose_name="jawaban yang dipakai lagi",
            ),
        ),
    ]
