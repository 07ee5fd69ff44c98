"""Entries written before mentions were kept: the dossiers that stand today in the sitting, decision, list or opinion
that each tells of. A dossier that was left out of a draft before is no longer known there."""

from django.db import migrations

MENTION = """
INSERT INTO core_auditmention (entry_id, subject_kind, subject_id)
SELECT DISTINCT entry.id, 'awards.nomination', told.nomination_id
FROM core_auditentry entry
JOIN (
    SELECT 'awards.sitting' AS kind, sitting_id AS record, nomination_id FROM awards_sittingitem
    UNION ALL SELECT 'awards.decision', decision_id, nomination_id FROM awards_decisionline
    UNION ALL SELECT 'awards.publication', publication_id, nomination_id FROM awards_publicationline
    UNION ALL SELECT 'awards.consultation', id, nomination_id FROM awards_consultation
) told ON entry.subject_kind = told.kind AND entry.subject_id = told.record::text
WHERE entry.verb IN (
    'awards.put_on_agenda', 'awards.take_off_agenda', 'awards.prepare_votes', 'awards.open_votes',
    'awards.count_council_votes', 'awards.annul_votes', 'awards.conclude_sitting',
    'awards.take_into_decision', 'awards.leave_out_of_decision', 'awards.set_bonus_payer',
    'reports.export_decision', 'reports.export_certificates',
    'awards.take_into_publication', 'awards.leave_out_of_publication', 'awards.open_publication',
    'awards.close_publication', 'awards.note_on_comment',
    'awards.ask_consultation', 'awards.answer_consultation', 'awards.enter_consultation',
    'awards.take_back_consultation'
)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0030_all_faults_of_a_row"),
        ("core", "0010_records_mentioned_in_the_audit"),
    ]

    operations = [migrations.RunSQL(MENTION, migrations.RunSQL.noop)]
