"""Conferences that a province holds by itself, without a cluster."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clusters', '0021_hours_of_conferences'),
    ]

    operations = [
        migrations.CreateModel(
            name='ProvinceConference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('kind', models.CharField(choices=[('mid_year', 'Mid-year conference'), ('year_end', 'Year-end conference'), ('thematic', 'Thematic conference')], max_length=10, verbose_name='kind')),
                ('subject', models.CharField(blank=True, max_length=300, verbose_name='subject')),
                ('held_on', models.DateField(verbose_name='day')),
                ('place', models.CharField(max_length=200, verbose_name='place')),
                ('people', models.PositiveIntegerField(blank=True, null=True, verbose_name='people who took part')),
                ('chair', models.CharField(blank=True, max_length=200, verbose_name='office in the chair')),
                ('conclusion', models.TextField(blank=True, verbose_name='general conclusion')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='struck out at')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='own_conferences', to='clusters.organisation', verbose_name='province')),
            ],
            options={
                'verbose_name': 'conference of the province',
                'verbose_name_plural': 'conferences of the province',
                'ordering': ['held_on', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['mid_year', 'year_end', 'thematic'])), name='province_conference_kind_known'), models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('organisation', 'year', 'kind', 'held_on', 'subject'), name='province_conference_once', violation_error_message='This conference is entered already. Open that one, or choose another day.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'thematic'), _negated=True), models.Q(('subject', ''), _negated=True), _connector='OR'), name='province_conference_thematic_has_subject', violation_error_message='A thematic conference names its subject.'), models.CheckConstraint(condition=models.Q(('place', ''), _negated=True), name='province_conference_says_where'), models.CheckConstraint(condition=models.Q(('year__range', (1948, 2200))), name='province_conference_year_in_range')],
            },
        ),
    ]
