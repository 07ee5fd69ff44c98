"""Days on which reports are drafted by themselves, and what came of each; nobody asked for such a report."""

import django.contrib.postgres.constraints
import django.db.models.deletion
import emulation.core.models.fields
from django.conf import settings
from django.db import migrations, models


STAND = """
CREATE TRIGGER reports_scheduleddraft_closed_year BEFORE INSERT OR UPDATE OR DELETE ON reports_scheduleddraft
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_closed_by_cluster_year();
"""
FALL = "DROP TRIGGER reports_scheduleddraft_closed_year ON reports_scheduleddraft;"


class Migration(migrations.Migration):

    dependencies = [
        ('clusters', '0022_province_conferences'),
        ('reports', '0011_batches'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='report',
            name='created_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by'),
        ),
        migrations.CreateModel(
            name='DraftingDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('cluster-six-month', 'Six-month report of a cluster'), ('cluster-year-end', 'Year-end report of a cluster'), ('province-six-month', 'Six-month report of a province'), ('province-year-end', 'Year-end report of a province')], max_length=30, verbose_name='kind')),
                ('half', models.PositiveSmallIntegerField(verbose_name='half of the year')),
                ('days', models.CharField(choices=[('calendar', 'By the calendar: 01/01, 30/6, 31/12'), ('cut_off', 'By the cut-off days of periodic reports: 15/12 of the year before, 14/6, 14/12')], max_length=8, verbose_name='by which days')),
                ('month', models.PositiveSmallIntegerField(verbose_name='month')),
                ('day', models.PositiveSmallIntegerField(verbose_name='day')),
                ('years_after', models.PositiveSmallIntegerField(choices=[(0, 'of the same year'), (1, 'of the year after')], verbose_name='of which year')),
                ('during', emulation.core.models.fields.PeriodField(verbose_name='holds')),
                ('legal_basis', models.CharField(max_length=300, verbose_name='basis')),
            ],
            options={
                'verbose_name': 'day on which reports are drafted',
                'verbose_name_plural': 'days on which reports are drafted',
                'ordering': ['month', 'day', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('half__in', [1, 2]), ('kind', 'cluster-six-month')), models.Q(('half__in', [0]), ('kind', 'cluster-year-end')), models.Q(('half__in', [1, 2]), ('kind', 'province-six-month')), models.Q(('half__in', [0]), ('kind', 'province-year-end')), _connector='OR'), name='drafting_day_of_its_kind'), models.CheckConstraint(condition=models.Q(('day__range', (1, 31)), ('month__range', (1, 12)), models.Q(('day__gt', 28), ('month', 2), _negated=True), models.Q(('day', 31), ('month__in', (4, 6, 9, 11)), _negated=True)), name='drafting_day_of_the_calendar'), models.CheckConstraint(condition=models.Q(('years_after__in', [0, 1])), name='drafting_day_year_known'), models.CheckConstraint(condition=models.Q(('legal_basis', ''), _negated=True), name='drafting_day_has_basis', violation_error_message='Name the paper that sets the day.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('kind', '='), ('half', '='), ('days', '='), ('during', '&&')], name='drafting_day_once', violation_error_message='A day is set for these reports already. End that one first.')],
            },
        ),
        migrations.CreateModel(
            name='ScheduledDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('outcome', models.CharField(choices=[('drafted', 'Draft asked for'), ('there_already', 'There was one already'), ('unmade', 'Not made')], max_length=15, verbose_name='outcome')),
                ('why', models.CharField(blank=True, max_length=500, verbose_name='why it was not made')),
                ('on', models.DateField(verbose_name='done on')),
                ('cluster_year', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.clusteryear', verbose_name='cluster year')),
                ('drafting_day', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='reports.draftingday', verbose_name='day on which it is drafted')),
                ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='province')),
                ('report', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='scheduled', to='reports.report', verbose_name='report')),
            ],
            options={
                'verbose_name': 'draft of a set day',
                'verbose_name_plural': 'drafts of set days',
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['drafted', 'there_already', 'unmade'])), name='scheduled_draft_outcome_known'), models.CheckConstraint(condition=models.Q(models.Q(('cluster_year__isnull', False), ('province__isnull', True)), models.Q(('cluster_year__isnull', True), ('province__isnull', False)), _connector='OR'), name='scheduled_draft_of_one_subject'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'drafted'), ('report__isnull', False), ('why', '')), models.Q(('outcome', 'there_already'), ('report__isnull', True), ('why', '')), models.Q(('outcome', 'unmade'), ('report__isnull', True), models.Q(('why', ''), _negated=True)), _connector='OR'), name='scheduled_draft_or_why_not'), models.UniqueConstraint(condition=models.Q(('cluster_year__isnull', False)), fields=('drafting_day', 'cluster_year'), name='scheduled_draft_once_a_cluster_year'), models.UniqueConstraint(condition=models.Q(('province__isnull', False)), fields=('drafting_day', 'province', 'year'), name='scheduled_draft_once_a_province_year')],
            },
        ),
        migrations.RunSQL(STAND, FALL),
    ]
