from typing import Any

from django.core.management import call_command
from django.db import migrations

TABLE = "desk_logins"


def make_table(apps: Any, schema_editor: Any) -> None:
    database = schema_editor.connection.alias
    call_command("createcachetable", TABLE, database=database, verbosity=0)


class Migration(migrations.Migration):
    """The table of the cache that counts logins: Django's own, made where everybody migrates."""

    dependencies = [("desk", "0001_accounts")]

    operations = [
        migrations.RunPython(
            make_table, lambda apps, schema_editor: schema_editor.execute(f"DROP TABLE {TABLE}")
        )
    ]
