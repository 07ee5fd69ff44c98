"""One conference of a kind and subject a day, unless it is not held; one point at each place of an agenda."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clusters", "0012_year_result_stands")]

    operations = [
        migrations.AddConstraint(
            model_name="conference",
            constraint=models.UniqueConstraint(
                fields=["cluster_year", "kind", "held_on", "subject"],
                condition=~models.Q(state="cancelled"),
                name="conference_once_a_day",
                violation_error_message="A conference of this kind is planned for this day already. Open that one, or "
                "choose another day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="conferenceitem",
            constraint=models.UniqueConstraint(
                fields=["conference", "position"],
                name="conference_item_own_place",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message="Another point has this place in the agenda.",
            ),
        ),
    ]
