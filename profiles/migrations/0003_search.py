"""What the search needs: pg_trgm for typing mistakes, and each edition's words, kept by PostgreSQL.

An edition refuses updates, so its words are a generated column: filled when the edition is
inserted, for old editions right here. In a jsonpath `$.*.id` is every Indonesian text at the top of
the JSON: the name, the sections and, since arrays unwrap, the majors.

The functions have SQL bodies rather than quoted ones: these are bound when they are made, so that
a restored dump can compute the column whatever its search_path is.
"""

import django.contrib.postgres.search
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

FORWARD = """
CREATE FUNCTION careerfit_vector(config regconfig, weight "char", frozen jsonb, path jsonpath)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(
    jsonb_to_tsvector(config, jsonb_path_query_array(frozen, path), '["string"]'), weight
);

CREATE FUNCTION careerfit_search_vector(frozen jsonb)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN careerfit_vector('indonesian', 'A', frozen, '$.name.id')
    || careerfit_vector('english', 'A', frozen, '$.name.en')
    || careerfit_vector('indonesian', 'B', frozen, '$.majors.id')
    || careerfit_vector('english', 'B', frozen, '$.majors.en')
    || careerfit_vector('indonesian', 'B', frozen, '$.traits.name.id')
    || careerfit_vector('english', 'B', frozen, '$.traits.name.en')
    || careerfit_vector('indonesian', 'D', frozen, '$.institutions')
    || careerfit_vector('indonesian', 'D', frozen, '$.*.id')
    || careerfit_vector('english', 'D', frozen, '$.*.en');

CREATE FUNCTION careerfit_words(frozen jsonb, language text)
RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN tsvector_to_array(
    careerfit_vector('simple', 'D', frozen, '$.*.id')
    || careerfit_vector('simple', 'D', frozen, '$.traits.name.id')
    || CASE WHEN language = 'en'
        THEN careerfit_vector('simple', 'D', frozen, '$.*.en')
            || careerfit_vector('simple', 'D', frozen, '$.traits.name.en')
        ELSE '' END
);
"""

BACKWARD = """
DROP FUNCTION careerfit_words(jsonb, text);
DROP FUNCTION careerfit_search_vector(jsonb);
DROP FUNCTION careerfit_vector(regconfig, "char", jsonb, jsonpath);
"""


class Migration(migrations.Migration):
    dependencies = [("profiles", "0002_editions_never_change")]
    operations = [
        TrigramExtension(),
        migrations.RunSQL(FORWARD, BACKWARD),
        migrations.AddField(
            model_name="edition",
            name="search",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func("frozen", function="careerfit_search_vector"),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
    ]
