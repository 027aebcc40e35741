"""A trigger that refuses to change an edition, and the function that quiz uses for attempts."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION careerfit_refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER edition_never_changes BEFORE UPDATE ON profiles_edition
    FOR EACH ROW EXECUTE FUNCTION careerfit_refuse_update();
"""

BACKWARD = """
DROP TRIGGER edition_never_changes ON profiles_edition;
DROP FUNCTION careerfit_refuse_update();
"""


class Migration(migrations.Migration):
    dependencies = [("profiles", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
