"""Signed papers with their numbers, files and originals; drafts are numbered within their period and can be put away; a
report may correct a signed one."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

APPENDED_TO = ("signedpaper", "papersignatory", "signedfile", "signedoriginal")
STAND = "".join(
    f"""
CREATE TRIGGER reports_{table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reports_{table}
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
    for table in APPENDED_TO
)
FALL = "".join(f"DROP TRIGGER reports_{table}_append_only ON reports_{table};" for table in APPENDED_TO)
# what is signed stands, but for the number of the draft that it was
NUMBER = """
ALTER TABLE reports_report DISABLE TRIGGER reports_report_signed_stands;
UPDATE reports_report SET draft_number = counted.place
    FROM (SELECT id, row_number() OVER (PARTITION BY kind, cluster_year_id, half, units ORDER BY id) AS place
          FROM reports_report) AS counted
    WHERE counted.id = reports_report.id;
ALTER TABLE reports_report ENABLE TRIGGER reports_report_signed_stands;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('clusters', '0021_hours_of_conferences'),
        ('core', '0005_user_name_whatever_capitals'),
        ('reports', '0008_kinds_of_reports'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PaperSignatory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('capacity', models.CharField(max_length=20, verbose_name='capacity')),
                ('lines', models.TextField(verbose_name='capacity as printed')),
                ('office', models.CharField(blank=True, max_length=200, verbose_name='office of the signer')),
                ('name', models.CharField(max_length=200, verbose_name='name of the signer')),
            ],
            options={
                'verbose_name': 'signatory of a paper',
                'verbose_name_plural': 'signatories of papers',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='SignedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('format', models.CharField(choices=[('docx', 'DOCX'), ('pdf', 'PDF'), ('xlsx', 'XLSX')], max_length=5, verbose_name='format')),
                ('file', models.FileField(max_length=300, upload_to='', verbose_name='file')),
                ('size', models.PositiveIntegerField(verbose_name='size in bytes')),
                ('checksum', models.CharField(max_length=64, verbose_name='checksum')),
            ],
            options={
                'verbose_name': 'file of a signed paper',
                'verbose_name_plural': 'files of signed papers',
                'ordering': ['format'],
            },
        ),
        migrations.CreateModel(
            name='SignedOriginal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('why', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('attached_by_name', models.CharField(max_length=200, verbose_name='person')),
                ('attached_at', models.DateTimeField(verbose_name='time')),
            ],
            options={
                'verbose_name': 'original of a signed paper',
                'verbose_name_plural': 'originals of signed papers',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='SignedPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('register', models.CharField(max_length=50, verbose_name='register of numbers')),
                ('symbol', models.CharField(max_length=50, verbose_name='symbol')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year of the number')),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('dated', models.DateField(verbose_name='day of signing')),
                ('place', models.CharField(max_length=100, verbose_name='place of signing')),
                ('document', models.JSONField(verbose_name='document')),
                ('checksum', models.CharField(max_length=64, verbose_name='checksum of the document')),
                ('signed_by_name', models.CharField(max_length=200, verbose_name='signed by')),
                ('signed_at', models.DateTimeField(verbose_name='signed at')),
            ],
            options={
                'verbose_name': 'signed paper',
                'verbose_name_plural': 'signed papers',
                'ordering': ['-id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='report',
            name='report_state_known',
        ),
        migrations.RemoveConstraint(
            model_name='report',
            name='report_draft_has_document',
        ),
        migrations.AddField(
            model_name='report',
            name='draft_number',
            field=models.PositiveSmallIntegerField(db_default=1, default=1, verbose_name='number of the draft'),
        ),
        migrations.RunSQL(NUMBER, migrations.RunSQL.noop),
        migrations.AddField(
            model_name='report',
            name='corrects',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='reports.report', verbose_name='corrects'),
        ),
        migrations.AddField(
            model_name='report',
            name='corrects_why',
            field=models.CharField(blank=True, db_default='', max_length=500, verbose_name='reason of the correction'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('corrects_why', '')), models.Q(('corrects__isnull', False), models.Q(('corrects_why', ''), _negated=True)), _connector='OR'), name='report_correction_says_why', violation_error_message='A correction names the report it corrects and says why.'),
        ),
        migrations.AlterField(
            model_name='report',
            name='state',
            field=models.CharField(choices=[('making', 'Being made'), ('draft', 'Draft'), ('signed', 'Signed'), ('put_away', 'No longer used'), ('failed', 'Not made')], default='making', max_length=10, verbose_name='state'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['making', 'draft', 'signed', 'put_away', 'failed'])), name='report_state_known'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['draft', 'signed', 'put_away']), _negated=True), models.Q(('document__isnull', False), models.Q(('checksum', ''), _negated=True)), _connector='OR'), name='report_draft_has_document'),
        ),
        migrations.AddField(
            model_name='signedoriginal',
            name='paper',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.paper', verbose_name='paper'),
        ),
        migrations.AddField(
            model_name='signedpaper',
            name='conference',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signed_paper', to='clusters.conference', verbose_name='conference'),
        ),
        migrations.AddField(
            model_name='signedpaper',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='organisation'),
        ),
        migrations.AddField(
            model_name='signedpaper',
            name='report',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signed_paper', to='reports.report', verbose_name='report'),
        ),
        migrations.AddField(
            model_name='signedpaper',
            name='result',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signed_paper', to='clusters.yearresult', verbose_name='result of the year'),
        ),
        migrations.AddField(
            model_name='signedpaper',
            name='signed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account'),
        ),
        migrations.AddField(
            model_name='signedoriginal',
            name='signed_paper',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='originals', to='reports.signedpaper', verbose_name='signed paper'),
        ),
        migrations.AddField(
            model_name='signedfile',
            name='paper',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='reports.signedpaper', verbose_name='signed paper'),
        ),
        migrations.AddField(
            model_name='papersignatory',
            name='paper',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatories', to='reports.signedpaper', verbose_name='signed paper'),
        ),
        migrations.AddConstraint(
            model_name='signedpaper',
            constraint=models.UniqueConstraint(fields=('register', 'symbol', 'year', 'number'), name='signed_paper_number_once', violation_error_message='This number was given to another paper a moment ago. Enter another one.'),
        ),
        migrations.AddConstraint(
            model_name='signedpaper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('conference__isnull', True), ('report__isnull', False), ('result__isnull', True)), models.Q(('conference__isnull', False), ('report__isnull', True), ('result__isnull', True)), models.Q(('conference__isnull', True), ('report__isnull', True), ('result__isnull', False)), _connector='OR'), name='signed_paper_of_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='signedpaper',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1), ('number__lte', 99999)), name='signed_paper_number_in_range'),
        ),
        migrations.AddConstraint(
            model_name='signedpaper',
            constraint=models.CheckConstraint(condition=models.Q(('year', django.db.models.functions.datetime.ExtractYear(models.F('dated')))), name='signed_paper_numbered_in_its_year'),
        ),
        migrations.AddConstraint(
            model_name='signedpaper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('symbol', ''), _negated=True), models.Q(('place', ''), _negated=True), models.Q(('register', ''), _negated=True), models.Q(('checksum', ''), _negated=True)), name='signed_paper_says_whose_it_is'),
        ),
        migrations.AddConstraint(
            model_name='signedoriginal',
            constraint=models.UniqueConstraint(fields=('signed_paper', 'paper'), name='signed_original_once', violation_error_message='This very file is attached already.'),
        ),
        migrations.AddConstraint(
            model_name='signedfile',
            constraint=models.UniqueConstraint(fields=('paper', 'format'), name='signed_file_once'),
        ),
        migrations.AddConstraint(
            model_name='signedfile',
            constraint=models.CheckConstraint(condition=models.Q(('format__in', ['docx', 'pdf', 'xlsx'])), name='signed_file_format_known'),
        ),
        migrations.AddConstraint(
            model_name='papersignatory',
            constraint=models.UniqueConstraint(fields=('paper', 'capacity'), name='paper_signatory_once_a_capacity'),
        ),
        migrations.AddConstraint(
            model_name='papersignatory',
            constraint=models.CheckConstraint(condition=models.Q(('capacity__in', ['chief', 'deputy', 'secretary', 'chair', 'first_teller', 'second_teller'])), name='paper_signatory_capacity_known'),
        ),
        migrations.AddConstraint(
            model_name='papersignatory',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('lines', ''), _negated=True)), name='paper_signatory_has_name'),
        ),
        migrations.RunSQL(STAND, FALL),
    ]
