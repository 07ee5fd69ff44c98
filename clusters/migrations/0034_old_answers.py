"""Who gave the answers that stand already, and in whose name, as far as the journal and the mandates of that day tell: an
officer of the body above in its name, others in that of the centre. Apart from the migration that makes the columns:
no index is made while keys wait to be checked."""

from django.db import migrations

WHO_ANSWERED = """
UPDATE clusters_task task SET answerer_id = account.id
    FROM (SELECT DISTINCT ON (subject_id) subject_id, actor_id FROM core_auditentry
          WHERE verb = 'clusters.answer_request' ORDER BY subject_id, id DESC) told
    JOIN core_user account ON account.id = told.actor_id
    WHERE task.answered_on IS NOT NULL AND told.subject_id = task.id::text;
"""
IN_WHOSE_NAME = """
UPDATE clusters_task task SET answered_for_id = COALESCE(
        (SELECT mandate.organisation_id
         FROM core_auditentry told JOIN clusters_mandate mandate ON mandate.user_id = task.answerer_id
         WHERE told.verb = 'clusters.answer_request' AND told.subject_id = task.id::text
               AND mandate.during @> (told.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
               AND (mandate.role = 'officer' AND mandate.organisation_id = asking.parent_id
                    OR mandate.role IN ('central_reviewer', 'central_leader'))
         ORDER BY told.id DESC, mandate.role = 'officer' DESC, mandate.organisation_id LIMIT 1),
        CASE WHEN asking.parent_id IS NULL
             THEN (SELECT min(id) FROM clusters_organisation WHERE kind = 'central_board') END)
    FROM clusters_organisation asking
    WHERE asking.id = task.organisation_id AND task.answered_on IS NOT NULL AND task.answered_for_id IS NULL;
"""


class Migration(migrations.Migration):
    dependencies = [("clusters", "0033_who_answered_and_inspected")]

    operations = [
        migrations.RunSQL(WHO_ANSWERED, migrations.RunSQL.noop),
        migrations.RunSQL(IN_WHOSE_NAME, migrations.RunSQL.noop),
    ]
