"""A bare % in what a constraint says broke the refusal; nothing changes in the database."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0028_opinions_in_writing'),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name='declaredtotal',
            name='declared_total_within_reason',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('count__isnull', True), ('count__lte', 9999999), _connector='OR'), models.Q(('share__isnull', True), ('share__range', (0, 100)), _connector='OR')), name='declared_total_within_reason', violation_error_message='A count has at most seven digits, a share lies between 0%% and 100%%.'),
        ),
        migrations.AlterConstraint(
            model_name='proceduremeasure',
            name='procedure_measure_in_range',
            constraint=models.CheckConstraint(condition=models.Q(('number__gt', 0), models.Q(models.Q(('kind__in', ['vote_share', 'quota_share']), _negated=True), ('number__lte', 100), _connector='OR')), name='procedure_measure_in_range', violation_error_message='A number is above zero, and a share at most 100%%.'),
        ),
    ]
