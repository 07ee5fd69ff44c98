from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0013_drafts_in_hand")]

    operations = [
        migrations.AddField(
            model_name="sentencewording",
            name="why",
            field=models.CharField(blank=True, db_default="", max_length=500, verbose_name="reason for other numbers"),
        ),
    ]
