from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0015_signed_once'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='batchpart',
            name='batch_part_state_known',
        ),
        migrations.RemoveConstraint(
            model_name='batchpart',
            name='batch_part_unmade_says_why',
        ),
        migrations.AlterField(
            model_name='batchpart',
            name='state',
            field=models.CharField(choices=[('waiting', 'Waiting'), ('made', 'Made'), ('unmade', 'Not made'), ('left_out', 'No report')], db_default='waiting', default='waiting', max_length=10, verbose_name='state'),
        ),
        migrations.AddConstraint(
            model_name='batchpart',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'made', 'unmade', 'left_out'])), name='batch_part_state_known'),
        ),
        migrations.AddConstraint(
            model_name='batchpart',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['unmade', 'left_out']), _negated=True), models.Q(('why', ''), _negated=True), _connector='OR'), name='batch_part_unmade_says_why'),
        ),
    ]
