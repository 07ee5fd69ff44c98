"""Steps of a report are kept as those of everything else are."""

import django.db.models.deletion
from django.db import migrations, models


STAND = """
CREATE TRIGGER reports_reportstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reports_reportstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
FALL = """
DROP TRIGGER reports_reportstep_append_only ON reports_reportstep;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0005_closed_year_stands'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReportStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=20, verbose_name='step')),
                ('source', models.CharField(blank=True, max_length=10, verbose_name='from the state')),
                ('target', models.CharField(max_length=10, verbose_name='to the state')),
                ('taken_by_name', models.CharField(max_length=200, verbose_name='person')),
                ('taken_at', models.DateTimeField(verbose_name='time')),
                ('why', models.CharField(blank=True, max_length=500, verbose_name='reason')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='reports.report', verbose_name='report')),
            ],
            options={
                'verbose_name': 'step of a report',
                'verbose_name_plural': 'steps of reports',
                'ordering': ['-id'],
                'abstract': False,
            },
        ),
        migrations.RunSQL(STAND, FALL),
    ]
