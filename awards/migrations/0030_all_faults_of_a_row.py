"""A row of a list of proposals keeps all of its faults, not the first alone."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0029_messages_of_constraints'),
    ]

    operations = [
        migrations.AddField(
            model_name='submissionrow',
            name='besides',
            field=models.JSONField(blank=True, db_default=[], default=list, verbose_name='further problems'),
        ),
    ]
