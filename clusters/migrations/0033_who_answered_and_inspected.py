"""Who answered a request and in whose name, and who inspected, by their numbers; a request is given by no directive; a
campaign that was recorded by mistake is struck out."""

import clusters.campaigns.rules.terms
import clusters.tasks.rules
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


# `given_on` becomes the day on which the request was entered, no later than its answer; where the journal does not tell
# the entry, it stays. Which directive it named is told in the journal.
OF_NO_DIRECTIVE = """
INSERT INTO core_auditentry
        (at, actor_name, verb, subject_kind, subject_id, subject_name, organisation_id, before, after, why)
    SELECT now(), 'Hệ thống', 'clusters.free_request', 'clusters.task', task.id::text, left(task.text, 300),
           task.organisation_id,
           jsonb_build_object('directive', format('%s số %s ngày %s',
               CASE directive.kind WHEN 'directive' THEN 'Chỉ thị' WHEN 'plan' THEN 'Kế hoạch' ELSE 'Văn bản' END,
               directive.number, to_char(directive.dated, 'DD/MM/YYYY'))),
           jsonb_build_object('directive', ''), ''
    FROM clusters_task task JOIN clusters_directive directive ON directive.id = task.directive_id
    WHERE task.kind = 'request' ORDER BY task.id;
UPDATE clusters_task task SET directive_id = NULL, given_on = COALESCE(
        LEAST((SELECT (told.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM core_auditentry told
               WHERE told.verb = 'clusters.give_task' AND told.subject_kind = 'clusters.task'
                     AND told.subject_id = task.id::text ORDER BY told.id LIMIT 1), task.answered_on), task.given_on)
    WHERE task.kind = 'request' AND task.directive_id IS NOT NULL;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('clusters', '0032_campaign_entries_struck_out'),
        ('core', '0010_records_mentioned_in_the_audit'),
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
    ]
