"""A period is signed once, and so is a correction of a report. Reports that were signed beside another one before stay,
told apart from the one that was signed first."""

from django.db import migrations, models

TELL_APART = """
ALTER TABLE reports_report DISABLE TRIGGER reports_report_signed_stands;
UPDATE reports_report SET signed_beside = true
FROM (
    SELECT id, row_number() OVER (
        PARTITION BY corrects_id, cluster_year_id, province_id, year, half, days ORDER BY signed_at, id
    ) AS place
    FROM reports_report WHERE state = 'signed'
) AS signed
WHERE signed.id = reports_report.id AND signed.place > 1;
ALTER TABLE reports_report ENABLE TRIGGER reports_report_signed_stands;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0014_reason_for_other_numbers'),
    ]

    operations = [
        migrations.AddField(
            model_name='report',
            name='signed_beside',
            field=models.BooleanField(db_default=False, default=False, editable=False, verbose_name='signed beside another of its period'),
        ),
        migrations.RunSQL(TELL_APART, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.UniqueConstraint(condition=models.Q(('corrects__isnull', True), ('signed_beside', False), ('state', 'signed')), fields=('cluster_year', 'half', 'days'), name='report_signed_once_of_a_cluster', violation_error_message='A report of this period is signed already. Make a correction to it.'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.UniqueConstraint(condition=models.Q(('corrects__isnull', True), ('signed_beside', False), ('state', 'signed')), fields=('province', 'year', 'half', 'days'), name='report_signed_once_of_a_province', violation_error_message='A report of this period is signed already. Make a correction to it.'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.UniqueConstraint(condition=models.Q(('corrects__isnull', False), ('signed_beside', False), ('state', 'signed')), fields=('corrects',), name='report_signed_once_as_correction', violation_error_message='This report is corrected already. Correct the correction.'),
        ),
    ]
