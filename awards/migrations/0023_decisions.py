"""Decisions on honours, their lines, scans, steps, and later decisions that name them; an honour can be suspended."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

STAND = """
CREATE TRIGGER awards_decisionstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_decisionstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER awards_laterdecision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_laterdecision
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER awards_decisionscan_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_decisionscan
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
FALL = """
DROP TRIGGER awards_decisionscan_append_only ON awards_decisionscan;
DROP TRIGGER awards_laterdecision_append_only ON awards_laterdecision;
DROP TRIGGER awards_decisionstep_append_only ON awards_decisionstep;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0022_councils_and_sittings'),
        ('clusters', '0024_council_members'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_by', models.CharField(blank=True, max_length=200, verbose_name='made by')),
                ('subject', models.CharField(max_length=300, verbose_name='about what')),
                ('state', models.CharField(choices=[('draft', 'Draft of a decision'), ('issued', 'Issued'), ('dropped', 'Dropped')], db_default='draft', default='draft', max_length=10, verbose_name='state')),
                ('number', models.CharField(blank=True, max_length=10, verbose_name='number')),
                ('symbol', models.CharField(blank=True, max_length=40, verbose_name='symbol')),
                ('day', models.DateField(blank=True, null=True, verbose_name='day')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year')),
                ('signer_name', models.CharField(blank=True, max_length=200, verbose_name='signed by')),
                ('signed_as', models.CharField(choices=[('chief', 'The chief'), ('deputy', 'A deputy, for the chief (KT.)')], default='chief', max_length=10, verbose_name='signs as')),
                ('bases', models.TextField(blank=True, max_length=2000, verbose_name='what it rests on besides the law')),
            ],
            options={
                'verbose_name': 'decision on honours',
                'verbose_name_plural': 'decisions on honours',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='DecisionLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stands', models.BooleanField(default=True, verbose_name='stands')),
            ],
            options={
                'verbose_name': 'line of a decision',
                'verbose_name_plural': 'lines of decisions',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='DecisionScan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file', models.FileField(max_length=300, upload_to='decisions/%Y/%m', verbose_name='file')),
                ('name', models.CharField(max_length=255, verbose_name='file name')),
                ('size', models.PositiveIntegerField(verbose_name='size in bytes')),
                ('checksum', models.CharField(max_length=64, verbose_name='checksum')),
                ('content_type', models.CharField(max_length=100, verbose_name='kind of content')),
                ('filed_by_name', models.CharField(max_length=200, verbose_name='filed by')),
                ('filed_at', models.DateTimeField(verbose_name='filed at')),
            ],
            options={
                'verbose_name': 'scan of a decision',
                'verbose_name_plural': 'scans of decisions',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='DecisionStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=20, verbose_name='step')),
                ('source', models.CharField(blank=True, max_length=10, verbose_name='from the state')),
                ('target', models.CharField(max_length=10, verbose_name='to the state')),
                ('taken_by_name', models.CharField(max_length=200, verbose_name='person')),
                ('taken_at', models.DateTimeField(verbose_name='time')),
                ('why', models.CharField(blank=True, max_length=500, verbose_name='reason')),
            ],
            options={
                'verbose_name': 'step of a decision',
                'verbose_name_plural': 'steps of decisions',
                'ordering': ['-id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LaterDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('suspend', 'Suspends'), ('revoke', 'Revokes'), ('restore', 'Restores')], max_length=10, verbose_name='what it does')),
                ('number', models.CharField(max_length=60, verbose_name='number and symbol')),
                ('day', models.DateField(verbose_name='day')),
                ('why', models.CharField(max_length=500, verbose_name='reason')),
                ('recorded_by_name', models.CharField(max_length=200, verbose_name='recorded by')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded at')),
            ],
            options={
                'verbose_name': 'later decision',
                'verbose_name_plural': 'later decisions',
                'ordering': ['id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='honour',
            name='honour_status_known',
        ),
        migrations.AlterField(
            model_name='honour',
            name='status',
            field=models.CharField(choices=[('in_force', 'In force'), ('suspended', 'Suspended by a decision'), ('revoked', 'Revoked'), ('undone', 'Import undone')], db_default='in_force', default='in_force', max_length=10, verbose_name='status'),
        ),
        migrations.AddConstraint(
            model_name='honour',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['in_force', 'suspended', 'revoked', 'undone'])), name='honour_status_known'),
        ),
        migrations.AddField(
            model_name='decision',
            name='body',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='body'),
        ),
        migrations.AddField(
            model_name='decision',
            name='signer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account of the signer'),
        ),
        migrations.AddField(
            model_name='decisionline',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='awards.decision', verbose_name='decision'),
        ),
        migrations.AddField(
            model_name='decisionline',
            name='honour',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decision_lines', to='awards.honour', verbose_name='line of the register'),
        ),
        migrations.AddField(
            model_name='decisionline',
            name='item',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='awards.sittingitem', verbose_name='on the agenda'),
        ),
        migrations.AddField(
            model_name='decisionline',
            name='nomination',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decision_lines', to='awards.nomination', verbose_name='dossier of commendation'),
        ),
        migrations.AddField(
            model_name='decisionscan',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scans', to='awards.decision', verbose_name='decision'),
        ),
        migrations.AddField(
            model_name='decisionstep',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='awards.decision', verbose_name='decision'),
        ),
        migrations.AddField(
            model_name='laterdecision',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='later', to='awards.decision', verbose_name='decision'),
        ),
        migrations.AddField(
            model_name='laterdecision',
            name='lines',
            field=models.ManyToManyField(related_name='later', to='awards.decisionline', verbose_name='lines'),
        ),
        migrations.AddField(
            model_name='decisionscan',
            name='later',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='scan', to='awards.laterdecision', verbose_name='later decision'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'issued', 'dropped'])), name='decision_state_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('signed_as__in', ['chief', 'deputy'])), name='decision_capacity_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('subject', ''), _negated=True), name='decision_has_subject'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'issued'), _negated=True), models.Q(models.Q(('number', ''), _negated=True), models.Q(('symbol', ''), _negated=True), ('day__isnull', False), ('year', models.F('day__year'))), _connector='OR'), name='decision_issued_under_number', violation_error_message='A decision that is issued has its number, symbol and day.'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'issued')), fields=('body', 'made_by', 'symbol', 'year', 'number'), name='decision_number_once', violation_error_message='This number was given to another decision of the same year and symbol.'),
        ),
        migrations.AddConstraint(
            model_name='decisionline',
            constraint=models.UniqueConstraint(condition=models.Q(('stands', True)), fields=('nomination',), name='decision_line_once', violation_error_message='The dossier stands in another decision already.'),
        ),
        migrations.AddConstraint(
            model_name='laterdecision',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['suspend', 'revoke', 'restore'])), name='later_decision_kind_known'),
        ),
        migrations.RunSQL(STAND, FALL),
    ]
