"""Campaigns that are there get their place in the alphabet and their level; pacts keep the names that they were signed
with; steps and progress are only added."""

from django.db import migrations

from emulation.core.text import sort_key

NAMES = """
ALTER TABLE clusters_pactcampaign DISABLE TRIGGER USER;
UPDATE clusters_pactcampaign chosen SET name = campaign.name
    FROM clusters_campaign campaign WHERE campaign.id = chosen.campaign_id;
ALTER TABLE clusters_pactcampaign ENABLE TRIGGER USER;
"""
ADDED_TO = ("campaignstep", "progressentry")
APPEND_ONLY = "\n".join(
    f"CREATE TRIGGER clusters_{name}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_{name}"
    " FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();"
    for name in ADDED_TO
)
NO_LONGER = "\n".join(f"DROP TRIGGER clusters_{name}_append_only ON clusters_{name};" for name in ADDED_TO)


def place_and_level(apps, schema_editor):
    campaigns = apps.get_model("clusters", "Campaign").objects
    for one in campaigns.all():
        one.sort_key = sort_key(one.name)
        one.level = "province" if one.initiator_organisation_id else "state"
        one.save(update_fields=["sort_key", "level"])


class Migration(migrations.Migration):
    dependencies = [("clusters", "0025_directives_and_campaigns")]

    operations = [
        migrations.RunPython(place_and_level, migrations.RunPython.noop),
        migrations.RunSQL(NAMES, migrations.RunSQL.noop),
        migrations.RunSQL(APPEND_ONLY, NO_LONGER),
    ]
