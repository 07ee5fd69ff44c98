"""A member of a Council without any other part has a role of their own."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clusters', '0023_council_secretary'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='mandate',
            name='mandate_role_known',
        ),
        migrations.AlterField(
            model_name='mandate',
            name='role',
            field=models.CharField(choices=[('officer', 'Officer of a province'), ('approver', 'Approver of a province'), ('central_reviewer', 'Central reviewer'), ('central_leader', 'Central leader'), ('report_reader', 'Report reader'), ('system_administrator', 'System administrator'), ('council_secretary', 'Secretary of the Council'), ('council_member', 'Member of the Council')], max_length=25, verbose_name='role'),
        ),
        migrations.AddConstraint(
            model_name='mandate',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['officer', 'approver', 'central_reviewer', 'central_leader', 'report_reader', 'system_administrator', 'council_secretary', 'council_member'])), name='mandate_role_known'),
        ),
    ]
