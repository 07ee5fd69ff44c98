"""What was entered of a campaign by mistake is struck out and stays; progress still changes in nothing else. Who answered
a request is kept; a draft that came to nothing frees its name; the longest name has its key."""

import clusters.campaigns.rules.terms
from django.db import migrations, models

STANDS = """
DROP TRIGGER clusters_progressentry_append_only ON clusters_progressentry;
CREATE TRIGGER clusters_progressentry_append_only BEFORE DELETE OR TRUNCATE ON clusters_progressentry
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER clusters_progressentry_stands
    BEFORE UPDATE OF id, participation_id, "on", text, figure, paper_id, entered_by_name, entered_at
    ON clusters_progressentry FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
NO_LONGER = """
DROP TRIGGER clusters_progressentry_stands ON clusters_progressentry;
DROP TRIGGER clusters_progressentry_append_only ON clusters_progressentry;
CREATE TRIGGER clusters_progressentry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_progressentry
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('clusters', '0031_campaign_recorded_on'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='campaign',
            name='campaign_once_per_initiator',
        ),
        migrations.RemoveConstraint(
            model_name='campaignreview',
            name='campaign_final_review_once',
        ),
        migrations.RemoveConstraint(
            model_name='participation',
            name='participation_once',
        ),
        migrations.AddField(
            model_name='campaignreview',
            name='withdrawn_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='struck out at'),
        ),
        migrations.AddField(
            model_name='campaignreview',
            name='withdrawn_by',
            field=models.CharField(blank=True, db_default='', default='', max_length=200, verbose_name='struck out by'),
        ),
        migrations.AddField(
            model_name='campaignreview',
            name='withdrawn_why',
            field=models.CharField(blank=True, db_default='', default='', max_length=500, verbose_name='reason'),
        ),
        migrations.AddField(
            model_name='inspection',
            name='withdrawn_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='struck out at'),
        ),
        migrations.AddField(
            model_name='inspection',
            name='withdrawn_by',
            field=models.CharField(blank=True, db_default='', default='', max_length=200, verbose_name='struck out by'),
        ),
        migrations.AddField(
            model_name='inspection',
            name='withdrawn_why',
            field=models.CharField(blank=True, db_default='', default='', max_length=500, verbose_name='reason'),
        ),
        migrations.AddField(
            model_name='participation',
            name='withdrawn_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='struck out at'),
        ),
        migrations.AddField(
            model_name='participation',
            name='withdrawn_by',
            field=models.CharField(blank=True, db_default='', default='', max_length=200, verbose_name='struck out by'),
        ),
        migrations.AddField(
            model_name='participation',
            name='withdrawn_why',
            field=models.CharField(blank=True, db_default='', default='', max_length=500, verbose_name='reason'),
        ),
        migrations.AddField(
            model_name='progressentry',
            name='withdrawn_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='struck out at'),
        ),
        migrations.AddField(
            model_name='progressentry',
            name='withdrawn_by',
            field=models.CharField(blank=True, db_default='', default='', max_length=200, verbose_name='struck out by'),
        ),
        migrations.AddField(
            model_name='progressentry',
            name='withdrawn_why',
            field=models.CharField(blank=True, db_default='', default='', max_length=500, verbose_name='reason'),
        ),
        migrations.AddField(
            model_name='task',
            name='answered_by',
            field=models.CharField(blank=True, db_default='', default='', max_length=200, verbose_name='answered by'),
        ),
        migrations.AlterField(
            model_name='campaign',
            name='name_key',
            field=models.CharField(db_index=True, max_length=1000, verbose_name='search key'),
        ),
        migrations.AlterField(
            model_name='campaignalias',
            name='name_key',
            field=models.CharField(db_index=True, max_length=1000, verbose_name='search key'),
        ),
        migrations.AlterField(
            model_name='campaign',
            name='sort_key',
            field=models.CharField(db_collation='C', db_default='', default='', max_length=1000, verbose_name='sort key'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.UniqueConstraint(condition=models.Q(('state', clusters.campaigns.rules.terms.CampaignState['DROPPED']), _negated=True), fields=('name_key', 'initiator'), name='campaign_once_per_initiator', violation_error_message='A campaign of this name by the same office is there already. Open that one, or tell them apart by the year in the name.'),
        ),
        migrations.AddConstraint(
            model_name='campaignreview',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', clusters.campaigns.rules.terms.ReviewKind['FINAL']), ('withdrawn_at__isnull', True)), fields=('campaign', 'participation'), name='campaign_final_review_once', nulls_distinct=False, violation_error_message='The final review is recorded already.'),
        ),
        migrations.AddConstraint(
            model_name='participation',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('campaign', 'organisation'), name='participation_once', violation_error_message='This unit takes part already.'),
        ),
        migrations.RunSQL(STANDS, NO_LONGER),
    ]
