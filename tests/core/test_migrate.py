"""The tables of the tests were made in an empty database, each model by itself (`manage.py migrate`)."""

import pytest
from django.apps import apps
from django.db import connection

pytestmark = pytest.mark.django_db


def test_whatever_the_models_name_stands_in_a_database_that_was_empty():
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if not model._meta.managed:
                continue
            described = connection.introspection.get_table_description(cursor, model._meta.db_table)
            columns = {one.name: one.null_ok for one in described}
            assert columns == {one.column: one.null for one in model._meta.local_concrete_fields}, model
            kept = connection.introspection.get_constraints(cursor, model._meta.db_table)
            named = {one.name for one in [*model._meta.constraints, *model._meta.indexes]}
            assert named <= set(kept), model
            related = {one.column for one in model._meta.local_concrete_fields if one.is_relation and one.db_constraint}
            bound = {one["columns"][0] for one in kept.values() if one["foreign_key"]}
            assert related <= bound, model
