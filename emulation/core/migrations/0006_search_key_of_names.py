"""Names of accounts can be compared with those in dossiers, blind to accents."""

import re
import unicodedata

from django.db import migrations, models

MARKS = re.compile("[\u0300-\u036f]+")
LETTERS = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"})
NOT_WORD = re.compile(r"[^0-9a-z]+")


def key_of(name):
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFC", name).casefold())
    plain = MARKS.sub("", plain).translate(LETTERS)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return NOT_WORD.sub(" ", plain).strip()[:120]


def key_each(apps, schema_editor):
    users = apps.get_model("core", "User").objects.using(schema_editor.connection.alias)
    for user in users.all():
        user.name_key = key_of(user.full_name)
        user.save(update_fields=["name_key"])


class Migration(migrations.Migration):
    dependencies = [("core", "0005_user_name_whatever_capitals")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="name_key",
            field=models.CharField(
                blank=True, db_collation="C", default="", editable=False, max_length=120, verbose_name="search key"
            ),
            preserve_default=False,
        ),
        migrations.RunPython(key_each, migrations.RunPython.noop, elidable=True),
    ]
