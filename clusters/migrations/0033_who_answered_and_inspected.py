"""Who answered a request and in whose name, and who inspected, by their numbers; a request is given by no directive; a
campaign that was recorded by mistake is struck out."""

import clusters.campaigns.rules.terms
import clusters.tasks.rules
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


OF_NO_DIRECTIVE = """
UPDATE clusters_task SET directive_id = NULL, given_on = NULL WHERE kind = 'request' AND directive_id IS NOT NULL;
"""
WHO_ANSWERED = """
UPDATE clusters_task task SET answerer_id = account.id
    FROM (SELECT DISTINCT ON (subject_id) subject_id, actor_id FROM core_auditentry
          WHERE verb = 'clusters.answer_request' ORDER BY subject_id, id DESC) told
    JOIN core_user account ON account.id = told.actor_id
    WHERE task.answered_on IS NOT NULL AND told.subject_id = task.id::text;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('clusters', '0032_campaign_entries_struck_out'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(OF_NO_DIRECTIVE, migrations.RunSQL.noop),
        migrations.RemoveConstraint(
            model_name='campaign',
            name='campaign_state_known',
        ),
        migrations.RemoveConstraint(
            model_name='campaign',
            name='campaign_recorded_is_launched',
        ),
        migrations.RemoveConstraint(
            model_name='campaign',
            name='campaign_once_per_initiator',
        ),
        migrations.AddField(
            model_name='inspection',
            name='inspector',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='entered in the name of'),
        ),
        migrations.AddField(
            model_name='task',
            name='answered_for',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='answered in the name of'),
        ),
        migrations.AddField(
            model_name='task',
            name='answerer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account of the person who answered'),
        ),
        migrations.AlterField(
            model_name='campaign',
            name='state',
            field=models.CharField(choices=[('draft', 'Being prepared'), ('launched', 'Launched'), ('dropped', 'Not launched'), ('struck_out', 'Struck out')], db_default=clusters.campaigns.rules.terms.CampaignState['LAUNCHED'], default=clusters.campaigns.rules.terms.CampaignState['LAUNCHED'], max_length=10, verbose_name='state'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', (clusters.campaigns.rules.terms.CampaignState['DROPPED'], clusters.campaigns.rules.terms.CampaignState['STRUCK_OUT'])), _negated=True), fields=('name_key', 'initiator'), name='campaign_once_per_initiator', violation_error_message='A campaign of this name by the same office is there already. Open that one, or tell them apart by the year in the name.'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', [clusters.campaigns.rules.terms.CampaignState['DRAFT'], clusters.campaigns.rules.terms.CampaignState['LAUNCHED'], clusters.campaigns.rules.terms.CampaignState['DROPPED'], clusters.campaigns.rules.terms.CampaignState['STRUCK_OUT']])), name='campaign_state_known'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(('is_recorded', False), ('state__in', [clusters.campaigns.rules.terms.CampaignState['LAUNCHED'], clusters.campaigns.rules.terms.CampaignState['STRUCK_OUT']]), _connector='OR'), name='campaign_recorded_is_launched'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('directive__isnull', True), ('kind', clusters.tasks.rules.TaskKind['TASK']), _connector='OR'), name='task_request_of_no_directive', violation_error_message='A directive gives tasks, no requests. Leave the directive empty.'),
        ),
        migrations.RunSQL(WHO_ANSWERED, migrations.RunSQL.noop),
    ]
