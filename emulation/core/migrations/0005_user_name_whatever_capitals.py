"""No two accounts differ in capitals alone, so that a person logs in however the user name is typed."""

import django.db.models.functions.text
from django.db import migrations, models
from django.db.models import Count
from django.db.models.functions import Lower


def name_those_that_differ_in_capitals(apps, schema_editor):
    """Says which accounts stand in the way, before the constraint would fail with less."""
    users = apps.get_model("core", "User").objects.using(schema_editor.connection.alias)
    same = users.annotate(lower=Lower("username")).values("lower").annotate(several=Count("pk")).filter(several__gt=1)
    names = list(
        users.annotate(lower=Lower("username")).filter(lower__in=same.values("lower")).values_list("username", flat=True)
    )
    if names:
        raise RuntimeError(
            f"Các tài khoản sau chỉ khác nhau ở chữ hoa, chữ thường; hãy đổi tên trước khi cập nhật: {', '.join(names)}"
        )


class Migration(migrations.Migration):
    dependencies = [("core", "0004_ballot_stands")]

    operations = [
        migrations.RunPython(name_those_that_differ_in_capitals, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("username"),
                name="user_name_once",
                violation_error_message="This user name is already taken; choose another one.",
            ),
        ),
    ]
