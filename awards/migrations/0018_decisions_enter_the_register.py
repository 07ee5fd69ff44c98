"""A decided dossier knows its line of the register, and the line that it came so."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0017_lists_of_years'),
        ('clusters', '0022_province_conferences'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='honour',
            name='from_dossier',
            field=models.BooleanField(db_default=False, default=False, verbose_name='entered by the decision on a dossier'),
        ),
        migrations.AddField(
            model_name='nomination',
            name='honour',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='dossiers', to='awards.honour', verbose_name='line of the register'),
        ),
        migrations.AddIndex(
            model_name='honour',
            index=models.Index(condition=models.Q(('from_dossier', True)), fields=['organisation', 'decision_date'], name='honour_from_dossier'),
        ),
        migrations.AddIndex(
            model_name='nomination',
            index=models.Index(condition=models.Q(('recipient_key', ''), _negated=True), fields=['recipient_key'], name='nomination_by_person'),
        ),
        migrations.AddConstraint(
            model_name='nomination',
            constraint=models.UniqueConstraint(condition=models.Q(('honour__isnull', False)), fields=('honour',), name='nomination_honour_once', violation_error_message='Another dossier brought this line into the register.'),
        ),
    ]
