"""Opinions of consulted bodies on dossiers, whom procedures consult, exceptions that a Council accepts; how long dossiers
usually stay is looked up by who held them."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


STAND = """
CREATE TRIGGER awards_consultationstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_consultationstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
FALL = """
DROP TRIGGER awards_consultationstep_append_only ON awards_consultationstep;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0014_totals_without_names'),
        ('clusters', '0023_council_secretary'),
        ('core', '0002_append_only'),
    ]

    operations = [
        migrations.CreateModel(
            name='Consultation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('superior', 'Agency in charge of the field'), ('tax', 'Tax authority'), ('police', 'Police'), ('inspectorate', 'Inspectorate'), ('environment', 'Agency of natural resources and environment'), ('insurance', 'Social insurance'), ('party_committee', 'Party committee'), ('locality', 'Locality where the subject works'), ('other', 'Another body')], max_length=20, verbose_name='kind of body')),
                ('name', models.CharField(max_length=200, verbose_name='name of the body')),
                ('question', models.CharField(blank=True, max_length=1000, verbose_name='what is asked')),
                ('asked_by_name', models.CharField(max_length=200, verbose_name='person')),
                ('asked_at', models.DateTimeField(verbose_name='asked at')),
                ('due_on', models.DateField(verbose_name='to be answered until')),
                ('days', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='working days')),
                ('days_verified', models.BooleanField(default=False, verbose_name='days verified')),
                ('state', models.CharField(choices=[('asked', 'Asked, not answered'), ('answered', 'Answered'), ('withdrawn', 'Question taken back')], db_default='asked', default='asked', max_length=10, verbose_name='state')),
                ('opinion', models.CharField(blank=True, choices=[('agrees', 'Agrees'), ('disagrees', 'Does not agree'), ('no_opinion', 'Has no opinion')], max_length=10, verbose_name='opinion')),
                ('reason', models.CharField(blank=True, max_length=1000, verbose_name='reason')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                ('answered_by_name', models.CharField(blank=True, max_length=200, verbose_name='answered by')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='number of the letter')),
                ('file', models.FileField(blank=True, max_length=300, upload_to='consultations/%Y/%m', verbose_name='scan')),
                ('file_name', models.CharField(blank=True, max_length=255, verbose_name='file name')),
                ('size', models.PositiveIntegerField(default=0, verbose_name='size in bytes')),
                ('checksum', models.CharField(blank=True, max_length=64, verbose_name='checksum')),
                ('content_type', models.CharField(blank=True, max_length=100, verbose_name='kind of content')),
            ],
            options={
                'verbose_name': 'consultation on a dossier',
                'verbose_name_plural': 'consultations on dossiers',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ConsultationStep',
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
                'verbose_name': 'step of a consultation',
                'verbose_name_plural': 'steps of consultations',
                'ordering': ['-id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProcedureConsultation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provision', models.CharField(blank=True, max_length=300, verbose_name='provision')),
                ('verified', models.BooleanField(default=False, verbose_name='verified')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                ('position', models.PositiveSmallIntegerField(verbose_name='place in lists')),
                ('kind', models.CharField(choices=[('superior', 'Agency in charge of the field'), ('tax', 'Tax authority'), ('police', 'Police'), ('inspectorate', 'Inspectorate'), ('environment', 'Agency of natural resources and environment'), ('insurance', 'Social insurance'), ('party_committee', 'Party committee'), ('locality', 'Locality where the subject works'), ('other', 'Another body')], max_length=20, verbose_name='consulted body')),
                ('days', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(366)], verbose_name='working days to answer')),
            ],
            options={
                'verbose_name': 'consulted body of a procedure',
                'verbose_name_plural': 'consulted bodies of procedures',
                'ordering': ['procedure', 'position'],
            },
        ),
        migrations.AddField(
            model_name='ruleoverride',
            name='by_council',
            field=models.BooleanField(db_default=False, default=False, verbose_name='by the Council'),
        ),
        migrations.AddIndex(
            model_name='nominationstep',
            index=models.Index(fields=['holder_name', 'target', '-id'], name='nomination_step_by_holder'),
        ),
        migrations.AddField(
            model_name='consultation',
            name='asker',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='asked by'),
        ),
        migrations.AddField(
            model_name='consultation',
            name='body',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='consulted body'),
        ),
        migrations.AddField(
            model_name='consultation',
            name='nomination',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consultations', to='awards.nomination', verbose_name='dossier of commendation'),
        ),
        migrations.AddField(
            model_name='consultationstep',
            name='consultation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='awards.consultation', verbose_name='consultation on a dossier'),
        ),
        migrations.AddField(
            model_name='procedureconsultation',
            name='procedure',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consultations', to='awards.procedure'),
        ),
        migrations.AddIndex(
            model_name='consultation',
            index=models.Index(fields=['body', 'state', 'due_on'], name='consultation_by_body'),
        ),
        migrations.AddIndex(
            model_name='consultation',
            index=models.Index(fields=['nomination', 'state', 'due_on'], name='consultation_by_dossier'),
        ),
        migrations.AddConstraint(
            model_name='consultation',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['asked', 'answered', 'withdrawn'])), name='consultation_state_known'),
        ),
        migrations.AddConstraint(
            model_name='consultation',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['superior', 'tax', 'police', 'inspectorate', 'environment', 'insurance', 'party_committee', 'locality', 'other'])), name='consultation_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='consultation',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='consultation_names_the_body', violation_error_message='Say which body is consulted.'),
        ),
        migrations.AddConstraint(
            model_name='consultation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_on__isnull', False), ('opinion__in', ['agrees', 'disagrees', 'no_opinion']), ('state', 'answered')), models.Q(models.Q(('state', 'answered'), _negated=True), ('answered_on__isnull', True), ('opinion', '')), _connector='OR'), name='consultation_answered_with_opinion', violation_error_message='Choose whether the body agrees, does not agree, or has no opinion.'),
        ),
        migrations.AddConstraint(
            model_name='consultation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('opinion', 'disagrees'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='consultation_disagrees_with_reason', violation_error_message='Whoever does not agree says why.'),
        ),
        migrations.AddConstraint(
            model_name='consultation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('checksum', ''), ('file', ''), ('size', 0)), models.Q(('size__gt', 0), models.Q(('file', ''), _negated=True), models.Q(('checksum', ''), _negated=True)), _connector='OR'), name='consultation_scan_whole'),
        ),
        migrations.AddConstraint(
            model_name='consultation',
            constraint=models.UniqueConstraint(condition=models.Q(('body__isnull', False), ('state', 'asked')), fields=('nomination', 'asker', 'body'), name='consultation_body_once', violation_error_message='This body is asked already and has not answered yet.'),
        ),
        migrations.AddConstraint(
            model_name='consultation',
            constraint=models.UniqueConstraint(condition=models.Q(('body__isnull', True), ('state', 'asked')), fields=('nomination', 'asker', 'name'), name='consultation_name_once', violation_error_message='This body is asked already and has not answered yet.'),
        ),
        migrations.AddConstraint(
            model_name='procedureconsultation',
            constraint=models.CheckConstraint(condition=models.Q(('verified', False), models.Q(('provision', ''), _negated=True), _connector='OR'), name='procedureconsultation_verified_by_provision', violation_error_message='A value is verified against a provision; write which.'),
        ),
        migrations.AddConstraint(
            model_name='procedureconsultation',
            constraint=models.UniqueConstraint(fields=('procedure', 'kind'), name='procedure_consultation_once', violation_error_message='The procedure names this body already.'),
        ),
        migrations.AddConstraint(
            model_name='procedureconsultation',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['superior', 'tax', 'police', 'inspectorate', 'environment', 'insurance', 'party_committee', 'locality', 'other'])), name='procedure_consultation_known'),
        ),
        migrations.AddConstraint(
            model_name='procedureconsultation',
            constraint=models.CheckConstraint(condition=models.Q(('days__isnull', True), ('days__range', (1, 366)), _connector='OR'), name='procedure_consultation_days'),
        ),
        migrations.RunSQL(STAND, FALL),
    ]
