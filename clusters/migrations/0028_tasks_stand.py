"""Steps of what units owe are only added."""

from django.db import migrations

STAND = """
CREATE TRIGGER clusters_assignmentstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_assignmentstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
FALL = "DROP TRIGGER clusters_assignmentstep_append_only ON clusters_assignmentstep;"


class Migration(migrations.Migration):
    dependencies = [("clusters", "0027_tasks")]

    operations = [migrations.RunSQL(STAND, FALL)]
