"""A trigger that refuses to change an attempt."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER attempt_never_changes BEFORE UPDATE ON quiz_attempt
    FOR EACH ROW EXECUTE FUNCTION careerfit_refuse_update();
"""

BACKWARD = "DROP TRIGGER attempt_never_changes ON quiz_attempt;"


class Migration(migrations.Migration):
    dependencies = [
        ("quiz", "0001_initial"),
        ("profiles", "0002_editions_never_change"),
    ]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
