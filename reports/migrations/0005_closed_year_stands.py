"""The head's words for a report no longer change once the year is closed. Reports themselves may still end on their
way: one that was being made when the year was closed is finished or given up by its worker."""

from django.db import migrations

STAND = """
CREATE TRIGGER reports_passage_closed_year BEFORE INSERT OR UPDATE OR DELETE ON reports_passage
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_closed_by_cluster_year();
"""
FALL = "DROP TRIGGER reports_passage_closed_year ON reports_passage;"


class Migration(migrations.Migration):
    dependencies = [("reports", "0004_units_of_today"), ("clusters", "0017_closed_year_stands")]

    operations = [migrations.RunSQL(STAND, FALL)]
