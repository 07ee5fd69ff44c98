"""Reports of all clusters, or of all provinces, made together."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clusters', '0022_province_conferences'),
        ('core', '0005_user_name_whatever_capitals'),
        ('reports', '0010_reports_of_provinces'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ReportBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(choices=[('clusters', 'All clusters of the Central Council'), ('provinces', 'All provinces and cities')], max_length=10, verbose_name='whose reports')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('half', models.PositiveSmallIntegerField(verbose_name='half of the year')),
                ('days', models.CharField(choices=[('calendar', 'By the calendar: 01/01, 30/6, 31/12'), ('cut_off', 'By the cut-off days of periodic reports: 15/12 of the year before, 14/6, 14/12')], max_length=8, verbose_name='by which days')),
                ('format', models.CharField(choices=[('docx', 'DOCX'), ('pdf', 'PDF'), ('xlsx', 'XLSX')], max_length=5, verbose_name='format')),
                ('day', models.DateField(verbose_name='day of the reports')),
                ('created_at', models.DateTimeField(verbose_name='asked at')),
                ('fetched_at', models.DateTimeField(blank=True, null=True, verbose_name='fetched at')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by')),
                ('job', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.job', verbose_name='job')),
            ],
            options={
                'verbose_name': 'batch of reports',
                'verbose_name_plural': 'batches of reports',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='BatchPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='place in the batch')),
                ('name', models.CharField(max_length=300, verbose_name='whose report')),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('made', 'Made'), ('unmade', 'Not made')], db_default='waiting', default='waiting', max_length=10, verbose_name='state')),
                ('why', models.CharField(blank=True, max_length=500, verbose_name='why it was not made')),
                ('total', models.PositiveIntegerField(blank=True, null=True, verbose_name='honours counted')),
                ('file', models.FileField(blank=True, max_length=300, upload_to='reports/batches/%Y/%m', verbose_name='file')),
                ('checksum', models.CharField(blank=True, max_length=64, verbose_name='checksum')),
                ('cluster_year', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.clusteryear', verbose_name='cluster year')),
                ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='province')),
                ('report', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reports.report', verbose_name='signed report')),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='reports.reportbatch', verbose_name='batch')),
            ],
            options={
                'verbose_name': 'report of a batch',
                'verbose_name_plural': 'reports of batches',
                'ordering': ['position'],
            },
        ),
        migrations.AddConstraint(
            model_name='reportbatch',
            constraint=models.CheckConstraint(condition=models.Q(('scope__in', ['clusters', 'provinces'])), name='report_batch_scope_known'),
        ),
        migrations.AddConstraint(
            model_name='reportbatch',
            constraint=models.CheckConstraint(condition=models.Q(('half__in', [1, 2, 0])), name='report_batch_period_known'),
        ),
        migrations.AddConstraint(
            model_name='reportbatch',
            constraint=models.CheckConstraint(condition=models.Q(('days__in', ['calendar', 'cut_off'])), name='report_batch_days_known'),
        ),
        migrations.AddConstraint(
            model_name='reportbatch',
            constraint=models.CheckConstraint(condition=models.Q(('format__in', ['docx', 'pdf', 'xlsx'])), name='report_batch_format_known'),
        ),
        migrations.AddConstraint(
            model_name='batchpart',
            constraint=models.UniqueConstraint(fields=('batch', 'position'), name='batch_part_place_once'),
        ),
        migrations.AddConstraint(
            model_name='batchpart',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'made', 'unmade'])), name='batch_part_state_known'),
        ),
        migrations.AddConstraint(
            model_name='batchpart',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cluster_year__isnull', False), ('province__isnull', True)), models.Q(('cluster_year__isnull', True), ('province__isnull', False)), _connector='OR'), name='batch_part_of_one_subject'),
        ),
        migrations.AddConstraint(
            model_name='batchpart',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'made'), models.Q(('file', ''), _negated=True), models.Q(('checksum', ''), _negated=True)), models.Q(models.Q(('state', 'made'), _negated=True), ('checksum', ''), ('file', ''), ('report__isnull', True)), _connector='OR'), name='batch_part_made_has_file'),
        ),
        migrations.AddConstraint(
            model_name='batchpart',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'unmade'), _negated=True), models.Q(('why', ''), _negated=True), _connector='OR'), name='batch_part_unmade_says_why'),
        ),
    ]
