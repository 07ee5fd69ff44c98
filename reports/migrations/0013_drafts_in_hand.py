"""Drafts worded by hand, figures changed with a reason, changes of data taken or left; what is signed stands."""

import django.db.models.deletion
from django.db import migrations, models

STAND = """
CREATE TRIGGER reports_sentencewording_signed_stands BEFORE INSERT OR UPDATE OR DELETE ON reports_sentencewording
    FOR EACH ROW EXECUTE FUNCTION reports_refuse_file();
CREATE TRIGGER reports_draftdecision_signed_stands BEFORE INSERT OR UPDATE OR DELETE ON reports_draftdecision
    FOR EACH ROW EXECUTE FUNCTION reports_refuse_file();

CREATE FUNCTION reports_refuse_figure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    signed bigint;
BEGIN
    SELECT report.id INTO signed FROM reports_report AS report
        JOIN reports_sentencewording AS wording ON wording.report_id = report.id
        WHERE report.state = 'signed' AND wording.id IN (OLD.wording_id, NEW.wording_id);
    IF signed IS NOT NULL THEN
        RAISE EXCEPTION 'report % is signed: % of % is refused', signed, TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER reports_changedfigure_signed_stands BEFORE INSERT OR UPDATE OR DELETE ON reports_changedfigure
    FOR EACH ROW EXECUTE FUNCTION reports_refuse_figure();
"""
FALL = """
DROP TRIGGER reports_changedfigure_signed_stands ON reports_changedfigure;
DROP FUNCTION reports_refuse_figure();
DROP TRIGGER reports_draftdecision_signed_stands ON reports_draftdecision;
DROP TRIGGER reports_sentencewording_signed_stands ON reports_sentencewording;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0012_drafting_days'),
    ]

    operations = [
        migrations.AddField(
            model_name='passage',
            name='carried_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reports.passage', verbose_name='carried from'),
        ),
        migrations.AddField(
            model_name='report',
            name='computed',
            field=models.JSONField(blank=True, null=True, verbose_name='document as computed'),
        ),
        migrations.AddField(
            model_name='report',
            name='revised_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='changed by hand at'),
        ),
        migrations.CreateModel(
            name='SentenceWording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=16, verbose_name='sentence')),
                ('part', models.CharField(max_length=500, verbose_name='part of the report')),
                ('computed', models.TextField(max_length=5000, verbose_name='sentence as computed')),
                ('runs', models.JSONField(verbose_name='sentence as worded')),
                ('is_in_use', models.BooleanField(db_default=True, default=True, verbose_name='in use')),
                ('changed_at', models.DateTimeField(verbose_name='changed at')),
                ('changed_by_name', models.CharField(max_length=200, verbose_name='changed by')),
                ('carried_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reports.report', verbose_name='carried from')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='reports.report', verbose_name='report')),
            ],
            options={
                'verbose_name': 'wording of a sentence',
                'verbose_name_plural': 'wordings of sentences',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ChangedFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(verbose_name='place in the sentence')),
                ('computed', models.CharField(max_length=300, verbose_name='as computed')),
                ('written', models.CharField(blank=True, max_length=300, verbose_name='as printed')),
                ('why', models.CharField(max_length=500, verbose_name='reason')),
                ('is_in_use', models.BooleanField(db_default=True, default=True, verbose_name='in use')),
                ('wording', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changed_figures', to='reports.sentencewording', verbose_name='sentence')),
            ],
            options={
                'verbose_name': 'figure changed by hand',
                'verbose_name_plural': 'figures changed by hand',
                'ordering': ['place'],
            },
        ),
        migrations.CreateModel(
            name='DraftDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=16, verbose_name='change')),
                ('part', models.CharField(max_length=500, verbose_name='part of the report')),
                ('told', models.CharField(max_length=500, verbose_name='what changed')),
                ('choice', models.CharField(choices=[('take', 'The new value is taken'), ('keep', 'The old one is kept')], max_length=4, verbose_name='decision')),
                ('day', models.DateField(verbose_name='day of the data')),
                ('decided_at', models.DateTimeField(verbose_name='decided at')),
                ('decided_by_name', models.CharField(max_length=200, verbose_name='decided by')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='reports.report', verbose_name='report')),
            ],
            options={
                'verbose_name': 'decision on a change of data',
                'verbose_name_plural': 'decisions on changes of data',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('report', 'key'), name='change_decided_once'), models.CheckConstraint(condition=models.Q(('choice__in', ['take', 'keep'])), name='change_decision_known')],
            },
        ),
        migrations.AddConstraint(
            model_name='sentencewording',
            constraint=models.UniqueConstraint(fields=('report', 'key'), name='sentence_worded_once'),
        ),
        migrations.AddConstraint(
            model_name='sentencewording',
            constraint=models.CheckConstraint(condition=models.Q(('runs', []), _negated=True), name='sentence_wording_says_something'),
        ),
        migrations.AddConstraint(
            model_name='changedfigure',
            constraint=models.UniqueConstraint(fields=('wording', 'place'), name='figure_changed_once'),
        ),
        migrations.AddConstraint(
            model_name='changedfigure',
            constraint=models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='figure_changed_with_reason', violation_error_message='Say why another figure is printed than the one that was computed.'),
        ),
        migrations.RunSQL(STAND, FALL),
    ]
