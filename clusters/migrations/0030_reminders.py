"""Members are reminded of their part; what was sent stands."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


STAND = """
CREATE TRIGGER clusters_reminder_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_reminder
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER clusters_reminder_closed_year BEFORE INSERT OR UPDATE OR DELETE ON clusters_reminder
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_closed_by_cluster_year();
"""
FALL = """
DROP TRIGGER clusters_reminder_append_only ON clusters_reminder;
DROP TRIGGER clusters_reminder_closed_year ON clusters_reminder;
"""


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('clusters', '0029_exemplars'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.CharField(max_length=10, verbose_name='stage')),
                ('on', models.DateField(verbose_name='day')),
                ('sent_by_name', models.CharField(max_length=200, verbose_name='person')),
                ('sent_at', models.DateTimeField(verbose_name='time')),
                ('cluster_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='clusters.clusteryear', verbose_name='cluster year')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='member')),
            ],
            options={
                'verbose_name': 'reminder',
                'verbose_name_plural': 'reminders',
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(fields=('cluster_year', 'stage', 'organisation', 'on'), name='reminder_once_a_day', violation_error_message='The member was reminded of this today already.'), models.CheckConstraint(condition=models.Q(('stage__in', ['pact', 'mid_year', 'year', 'self', 'cross'])), name='reminder_stage_of_members')],
            },
        ),
        migrations.CreateModel(
            name='ReminderMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='day')),
                ('sent_at', models.DateTimeField(verbose_name='time')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'mail of reminders',
                'verbose_name_plural': 'mails of reminders',
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(fields=('user', 'on'), name='reminder_mail_once_a_day')],
            },
        ),
        migrations.RunSQL(STAND, FALL),
    ]
