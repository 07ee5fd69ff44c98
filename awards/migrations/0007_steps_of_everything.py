"""Steps of a list are kept as those of everything else are."""

import django.db.models.deletion
from django.db import migrations, models


STAND = """
CREATE TRIGGER awards_batchstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_batchstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
FALL = """
DROP TRIGGER awards_batchstep_append_only ON awards_batchstep;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0006_batch_read_and_undone'),
    ]

    operations = [
        migrations.CreateModel(
            name='BatchStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=20, verbose_name='step')),
                ('source', models.CharField(blank=True, max_length=10, verbose_name='from the state')),
                ('target', models.CharField(max_length=10, verbose_name='to the state')),
                ('taken_by_name', models.CharField(max_length=200, verbose_name='person')),
                ('taken_at', models.DateTimeField(verbose_name='time')),
                ('why', models.CharField(blank=True, max_length=500, verbose_name='reason')),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='awards.honourbatch', verbose_name='batch of honours')),
            ],
            options={
                'verbose_name': 'step of a batch',
                'verbose_name_plural': 'steps of batches',
                'ordering': ['-id'],
                'abstract': False,
            },
        ),
        migrations.RunSQL(STAND, FALL),
    ]
