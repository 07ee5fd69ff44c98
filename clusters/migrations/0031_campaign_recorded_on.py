"""The day on which a campaign was recorded, of those there already as the journal has it."""

from django.conf import settings
from django.db import migrations, models


FROM_THE_JOURNAL = """
UPDATE clusters_campaign SET recorded_on = journal.first
FROM (
    SELECT subject_id, (min(at) AT TIME ZONE %s)::date AS first
    FROM core_auditentry
    WHERE subject_kind = 'clusters.campaign' AND verb IN ('clusters.set_campaign', 'clusters.prepare_campaign')
    GROUP BY subject_id
) AS journal
WHERE journal.subject_id = clusters_campaign.id::text
"""


class Migration(migrations.Migration):

    dependencies = [
        ('clusters', '0030_reminders'),
    ]

    operations = [
        migrations.AddField(
            model_name='campaign',
            name='recorded_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='recorded on'),
        ),
        migrations.RunSQL([(FROM_THE_JOURNAL, [settings.TIME_ZONE])], migrations.RunSQL.noop),
    ]
