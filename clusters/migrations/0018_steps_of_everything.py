"""Steps of a regulation are kept as those of everything else are."""

import django.db.models.deletion
from django.db import migrations, models


STAND = """
CREATE TRIGGER clusters_schemestep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_schemestep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER clusters_schemestep_closed_year BEFORE INSERT OR UPDATE OR DELETE ON clusters_schemestep
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_closed_by_scheme();
"""
FALL = """
DROP TRIGGER clusters_schemestep_append_only ON clusters_schemestep;
DROP TRIGGER clusters_schemestep_closed_year ON clusters_schemestep;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('clusters', '0017_closed_year_stands'),
    ]

    operations = [
        migrations.AlterField(
            model_name='conferencestep',
            name='source',
            field=models.CharField(blank=True, max_length=10, verbose_name='from the state'),
        ),
        migrations.AlterField(
            model_name='pactstep',
            name='source',
            field=models.CharField(blank=True, max_length=10, verbose_name='from the state'),
        ),
        migrations.AlterField(
            model_name='scoringstep',
            name='source',
            field=models.CharField(blank=True, max_length=10, verbose_name='from the state'),
        ),
        migrations.AlterField(
            model_name='sheetstep',
            name='source',
            field=models.CharField(blank=True, max_length=10, verbose_name='from the state'),
        ),
        migrations.CreateModel(
            name='SchemeStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=20, verbose_name='step')),
                ('source', models.CharField(blank=True, max_length=10, verbose_name='from the state')),
                ('target', models.CharField(max_length=10, verbose_name='to the state')),
                ('taken_by_name', models.CharField(max_length=200, verbose_name='person')),
                ('taken_at', models.DateTimeField(verbose_name='time')),
                ('why', models.CharField(blank=True, max_length=500, verbose_name='reason')),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='clusters.scheme', verbose_name='scoring scheme')),
            ],
            options={
                'verbose_name': 'step of the regulation',
                'verbose_name_plural': 'steps of the regulation',
                'ordering': ['-id'],
                'abstract': False,
            },
        ),
        migrations.RunSQL(STAND, FALL),
    ]
