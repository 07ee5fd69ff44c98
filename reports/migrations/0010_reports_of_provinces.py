"""A report, and a text of one, is of a cluster's year or of a province's year."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clusters', '0022_province_conferences'),
        ('core', '0005_user_name_whatever_capitals'),
        ('reports', '0009_signed_papers'),
        ('reports', '0009_which_days'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='report',
            name='report_kind_known',
        ),
        migrations.RemoveConstraint(
            model_name='report',
            name='report_period_of_its_kind',
        ),
        migrations.AddField(
            model_name='passage',
            name='province',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='province'),
        ),
        migrations.AddField(
            model_name='passage',
            name='year',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year of the province'),
        ),
        migrations.AddField(
            model_name='report',
            name='province',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='province'),
        ),
        migrations.AddField(
            model_name='report',
            name='year',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year of the province'),
        ),
        migrations.AlterField(
            model_name='passage',
            name='cluster_year',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='passages', to='clusters.clusteryear', verbose_name='cluster year'),
        ),
        migrations.AlterField(
            model_name='report',
            name='cluster_year',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='clusters.clusteryear', verbose_name='cluster year'),
        ),
        migrations.AlterField(
            model_name='report',
            name='kind',
            field=models.CharField(choices=[('cluster-six-month', 'Six-month report of a cluster'), ('cluster-year-end', 'Year-end report of a cluster'), ('province-six-month', 'Six-month report of a province'), ('province-year-end', 'Year-end report of a province')], max_length=30, verbose_name='kind'),
        ),
        migrations.AlterField(
            model_name='report',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='clusters.organisation', verbose_name='made by'),
        ),
        migrations.AddConstraint(
            model_name='passage',
            constraint=models.UniqueConstraint(fields=('province', 'year', 'half', 'place'), name='passage_of_a_province_once'),
        ),
        migrations.AddConstraint(
            model_name='passage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cluster_year__isnull', False), ('province__isnull', True), ('year__isnull', True)), models.Q(('cluster_year__isnull', True), ('province__isnull', False), ('year__isnull', False)), _connector='OR'), name='passage_of_one_subject'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['cluster-six-month', 'cluster-year-end', 'province-six-month', 'province-year-end'])), name='report_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('half__in', [1, 2]), ('kind', 'cluster-six-month')), models.Q(('half__in', [0]), ('kind', 'cluster-year-end'), models.Q(('units__in', ['today']), _negated=True)), models.Q(('half__in', [1, 2]), ('kind', 'province-six-month'), models.Q(('units__in', ['today']), _negated=True)), models.Q(('half__in', [0]), ('kind', 'province-year-end'), models.Q(('units__in', ['today']), _negated=True)), _connector='OR'), name='report_period_of_its_kind'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cluster_year__isnull', False), ('kind__in', ['cluster-six-month', 'cluster-year-end']), ('province__isnull', True), ('year__isnull', True)), models.Q(('cluster_year__isnull', True), ('kind__in', ['province-six-month', 'province-year-end']), ('province__isnull', False), ('year__isnull', False)), _connector='OR'), name='report_subject_of_its_kind'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('province__isnull', True), ('organisation', models.F('province')), _connector='OR'), name='report_made_by_its_province'),
        ),
    ]
