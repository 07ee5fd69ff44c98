"""Votes of a conference that is over stand with it; none is ever deleted."""

from django.db import migrations

STAND = """
CREATE TRIGGER clusters_conferenceballot_stands BEFORE INSERT OR UPDATE ON clusters_conferenceballot
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_conference_part();
CREATE TRIGGER clusters_conferenceballot_kept BEFORE DELETE ON clusters_conferenceballot
    FOR EACH ROW EXECUTE FUNCTION core_refuse_change();
"""
FALL = """
DROP TRIGGER clusters_conferenceballot_kept ON clusters_conferenceballot;
DROP TRIGGER clusters_conferenceballot_stands ON clusters_conferenceballot;
"""


class Migration(migrations.Migration):
    dependencies = [("clusters", "0014_conference_ballots"), ("core", "0004_ballot_stands")]

    operations = [migrations.RunSQL(STAND, FALL)]
