"""Councils with their members, sittings with agenda, seats and ballots. Steps are append-only; what a sitting concluded of a
dossier stands by itself."""

import django.contrib.postgres.constraints
import django.db.models.deletion
import emulation.core.models.fields
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

STAND = """
CREATE TRIGGER awards_sittingstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_sittingstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER awards_sittingitem_concluded BEFORE UPDATE OR DELETE ON awards_sittingitem
    FOR EACH ROW WHEN (OLD.outcome IN ('agreed', 'not_agreed')) EXECUTE FUNCTION core_refuse_change();
"""
FALL = """
DROP TRIGGER awards_sittingitem_concluded ON awards_sittingitem;
DROP TRIGGER awards_sittingstep_append_only ON awards_sittingstep;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0021_staging_without_idle_indexes'),
        ('clusters', '0024_council_members'),
        ('core', '0006_search_key_of_names'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Council',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quorum_share', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='per cent of the members that a sitting needs')),
                ('basis', models.CharField(max_length=300, verbose_name='decision that established it, regulation of work')),
                ('body', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='council', to='clusters.organisation', verbose_name='body of the Council')),
            ],
            options={
                'verbose_name': 'Council',
                'verbose_name_plural': 'Councils',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='CouncilMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('office', models.CharField(choices=[('chair', 'Chair'), ('vice_chair', 'Vice-Chair of the Council'), ('standing', 'Standing member'), ('secretary', 'Secretary'), ('member', 'Member of the Council')], max_length=10, verbose_name='office in the Council')),
                ('name', models.CharField(max_length=200, verbose_name='full name')),
                ('position', models.CharField(blank=True, max_length=300, verbose_name='office and organisation')),
                ('during', emulation.core.models.fields.PeriodField(verbose_name='sits in it')),
                ('legal_basis', models.CharField(max_length=300, verbose_name='legal basis')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='awards.council', verbose_name='Council')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'member of a Council',
                'verbose_name_plural': 'members of Councils',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Sitting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('held_on', models.DateField(verbose_name='day')),
                ('place', models.CharField(max_length=300, verbose_name='place')),
                ('state', models.CharField(choices=[('prepared', 'Convened'), ('open', 'In session'), ('concluded', 'Concluded'), ('cancelled', 'Called off')], db_default='prepared', default='prepared', max_length=10, verbose_name='state')),
                ('quorum', models.PositiveSmallIntegerField(verbose_name='members that must be there')),
                ('conclusion', models.TextField(blank=True, max_length=4000, verbose_name='conclusion')),
                ('version', models.PositiveIntegerField(db_default=1, default=1, verbose_name='version')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sittings', to='awards.council', verbose_name='Council')),
            ],
            options={
                'verbose_name': 'sitting',
                'verbose_name_plural': 'sittings',
                'ordering': ['-held_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='SittingBallot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kept_out', models.PositiveSmallIntegerField(default=0, verbose_name='members who may not judge its dossier')),
                ('ballot', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='sitting_ballot', to='core.sealedballot', verbose_name='ballot')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ballots', to='awards.sitting', verbose_name='sitting')),
            ],
            options={
                'verbose_name': 'ballot of a sitting',
                'verbose_name_plural': 'ballots of sittings',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='SittingItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='place on the agenda')),
                ('outcome', models.CharField(blank=True, choices=[('', 'Not concluded yet'), ('agreed', 'Agreed'), ('not_agreed', 'Not agreed'), ('left_out', 'Left out')], default='', max_length=10, verbose_name='outcome')),
                ('agreed_votes', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='votes for')),
                ('against_votes', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='votes against')),
                ('needed', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='votes needed')),
                ('of', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='out of')),
                ('share', models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name='per cent wanted')),
                ('base', models.CharField(blank=True, choices=[('council_members', 'of all members of the Council'), ('council_present', 'of the members present'), ('valid_votes', 'of the valid votes'), ('cluster_leaders', "of the leaders of the province's clusters and blocks"), ('ldtt_holders', 'of those given “Lao động tiên tiến”'), ('headcount', 'of the people of the unit')], max_length=20, verbose_name='share of')),
                ('ballot', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='awards.sittingballot', verbose_name='ballot of the sitting')),
                ('nomination', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sitting_items', to='awards.nomination', verbose_name='dossier of commendation')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='awards.sitting', verbose_name='sitting')),
            ],
            options={
                'verbose_name': 'dossier on an agenda',
                'verbose_name_plural': 'dossiers on agendas',
                'ordering': ['position', 'id'],
            },
        ),
        migrations.AddField(
            model_name='sitting',
            name='current',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='awards.sittingitem', verbose_name='dossier of the moment'),
        ),
        migrations.CreateModel(
            name='SittingSeat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('office', models.CharField(choices=[('chair', 'Chair'), ('vice_chair', 'Vice-Chair of the Council'), ('standing', 'Standing member'), ('secretary', 'Secretary'), ('member', 'Member of the Council')], max_length=10, verbose_name='office in the Council')),
                ('name', models.CharField(max_length=200, verbose_name='full name')),
                ('position', models.CharField(blank=True, max_length=300, verbose_name='office and organisation')),
                ('attendance', models.CharField(blank=True, choices=[('', 'Not recorded yet'), ('present', 'Present'), ('absent', 'Absent'), ('written', 'Absent, votes in writing')], default='', max_length=10, verbose_name='attendance')),
                ('why_absent', models.CharField(blank=True, max_length=300, verbose_name='reason of the absence')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='awards.councilmember', verbose_name='member')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='awards.sitting', verbose_name='sitting')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'member called to a sitting',
                'verbose_name_plural': 'members called to sittings',
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='sitting',
            name='presides',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='awards.sittingseat', verbose_name='presides'),
        ),
        migrations.AddField(
            model_name='sitting',
            name='secretary',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='awards.sittingseat', verbose_name='secretary'),
        ),
        migrations.CreateModel(
            name='SittingStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=20, verbose_name='step')),
                ('source', models.CharField(blank=True, max_length=10, verbose_name='from the state')),
                ('target', models.CharField(max_length=10, verbose_name='to the state')),
                ('taken_by_name', models.CharField(max_length=200, verbose_name='person')),
                ('taken_at', models.DateTimeField(verbose_name='time')),
                ('why', models.CharField(blank=True, max_length=500, verbose_name='reason')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='awards.sitting', verbose_name='sitting')),
            ],
            options={
                'verbose_name': 'step of a sitting',
                'verbose_name_plural': 'steps of sittings',
                'ordering': ['-id'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='council',
            constraint=models.CheckConstraint(condition=models.Q(('quorum_share__gt', 0), ('quorum_share__lte', Decimal('100'))), name='council_quorum_is_a_share', violation_error_message='The share of members that a sitting needs lies above 0 and up to 100.'),
        ),
        migrations.AddConstraint(
            model_name='council',
            constraint=models.CheckConstraint(condition=models.Q(('basis', ''), _negated=True), name='council_has_basis'),
        ),
        migrations.AddConstraint(
            model_name='councilmember',
            constraint=models.CheckConstraint(condition=models.Q(('office__in', ['chair', 'vice_chair', 'standing', 'secretary', 'member'])), name='council_member_office_known'),
        ),
        migrations.AddConstraint(
            model_name='councilmember',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='council_member_has_name'),
        ),
        migrations.AddConstraint(
            model_name='councilmember',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('office', 'chair')), expressions=[('council', '='), ('during', '&&')], name='council_one_chair', violation_error_message='The Council has a Chair in that time already. End that term first.'),
        ),
        migrations.AddConstraint(
            model_name='councilmember',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('user__isnull', False)), expressions=[('council', '='), ('user', '='), ('during', '&&')], name='council_member_once', violation_error_message='This person sits in the Council in that time already.'),
        ),
        migrations.AddConstraint(
            model_name='sittingitem',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['', 'agreed', 'not_agreed', 'left_out'])), name='sitting_item_outcome_known'),
        ),
        migrations.AddConstraint(
            model_name='sittingitem',
            constraint=models.CheckConstraint(condition=models.Q(('base', ''), ('base__in', ['council_members', 'council_present', 'valid_votes', 'cluster_leaders', 'ldtt_holders', 'headcount']), _connector='OR'), name='sitting_item_base_known'),
        ),
        migrations.AddConstraint(
            model_name='sittingitem',
            constraint=models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('nomination',), name='sitting_item_on_one_agenda', violation_error_message='The dossier stands on the agenda of another sitting already.'),
        ),
        migrations.AddConstraint(
            model_name='sittingitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome__in', ['agreed', 'not_agreed']), _negated=True), models.Q(('against_votes__isnull', False), ('agreed_votes__isnull', False), ('needed__isnull', False), ('of__isnull', False)), _connector='OR'), name='sitting_item_concluded_by_votes'),
        ),
        migrations.AddConstraint(
            model_name='sittingseat',
            constraint=models.UniqueConstraint(fields=('sitting', 'member'), name='sitting_seat_once'),
        ),
        migrations.AddConstraint(
            model_name='sittingseat',
            constraint=models.CheckConstraint(condition=models.Q(('attendance__in', ['', 'present', 'absent', 'written'])), name='sitting_attendance_known'),
        ),
        migrations.AddConstraint(
            model_name='sitting',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['prepared', 'open', 'concluded', 'cancelled'])), name='sitting_state_known'),
        ),
        migrations.AddConstraint(
            model_name='sitting',
            constraint=models.CheckConstraint(condition=models.Q(('quorum__gte', 1)), name='sitting_needs_somebody'),
        ),
        migrations.RunSQL(STAND, FALL),
    ]
