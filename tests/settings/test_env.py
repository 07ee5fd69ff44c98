from datetime import date

import pytest

from emulation.settings.env import Environment, EnvironmentProblem

URL = "postgresql://thi%20dua:p%40ss@db.example:6543/emulation"


def test_each_kind_of_value_is_read_as_its_type():
    env = Environment(
        {
            "NAME": " Thi đua ",
            "ON": "yes",
            "OFF": "0",
            "COUNT": "12",
            "PROXIES": "0",
            "DAY": "2023-07-10",
            "HOSTS": "a, b,,c",
            "DB": URL,
        }
    )
    assert env.text("NAME") == "Thi đua"
    assert env.flag("ON") is True
    assert env.flag("OFF") is False
    assert env.integer("COUNT") == 12
    assert env.count("PROXIES") == 0
    assert env.day("DAY") == date(2023, 7, 10)
    assert env.words("HOSTS") == ["a", "b", "c"]
    read = env.database("DB")
    assert (read["USER"], read["PASSWORD"], read["HOST"]) == ("thi dua", "p@ss", "db.example")
    assert (read["PORT"], read["NAME"]) == ("6543", "emulation")
    env.check()


def test_what_is_unset_or_blank_takes_the_default():
    env = Environment({"BLANK": "  "})
    assert env.text("BLANK", "x") == "x"
    assert env.integer("MISSING", 7) == 7
    assert env.day("MISSING", None) is None
    env.check()


def test_one_error_names_everything_that_is_missing_or_malformed():
    env = Environment({"COUNT": "twelve", "DAY": "10/07/2023", "ON": "perhaps", "DB": "mysql://x/y"})
    env.text("SECRET_KEY")
    env.integer("COUNT", 1)
    env.day("DAY", None)
    env.flag("ON", False)
    env.database("DB")
    with pytest.raises(EnvironmentProblem) as raised:
        env.check()
    assert len(raised.value.problems) == 5
    for name in (
        "SECRET_KEY is missing",
        "COUNT is malformed",
        "DAY is malformed",
        "ON is malformed",
        "DB is malformed",
    ):
        assert name in str(raised.value)


@pytest.mark.parametrize(
    "written", ["mysql://u:p@h/n", "postgresql://u:p@h/", "postgresql:///n", "postgresql://u:p@h:port/n", "h"]
)
def test_an_address_of_a_database_must_be_whole(written):
    env = Environment({"DATABASE_URL": written})
    env.database("DATABASE_URL")
    assert len(env.problems) == 1


def test_a_secret_is_never_shown():
    env = Environment({"DATABASE_URL": "postgres:hidden", "SECRET_NUMBER": "hidden", "MAIL_PASSWORD": "hidden"})
    env.database("DATABASE_URL")
    env.integer("SECRET_NUMBER")
    env.day("MAIL_PASSWORD")
    assert len(env.problems) == 3
    assert "hidden" not in " ".join(env.problems)


@pytest.mark.parametrize("written", ["-1", "1.5", "+1", "one"])
def test_a_count_is_never_below_nought(written):
    env = Environment({"TRUSTED_PROXIES": written})
    env.count("TRUSTED_PROXIES", 0)
    assert env.problems == [f"TRUSTED_PROXIES is malformed ({written!r}): it must be a whole number, 0 or more."]


def test_one_of_a_few_words_is_wanted():
    env = Environment({"FORM": "json", "OTHER": "xml"})
    assert env.one_of("FORM", ("line", "json"), "line") == "json"
    env.one_of("OTHER", ("line", "json"), "line")
    with pytest.raises(EnvironmentProblem, match=r"OTHER is malformed \('xml'\): it must be line or json"):
        env.check()


@pytest.mark.parametrize(
    "written", ["s3://k:s@store/files", "https://store/files", "https://k:s@store", "https://k:s@h/a/b"]
)
def test_a_bucket_is_named_whole(written):
    read = Environment({"GOOD": "https://k:s%2F@store.example:9000/files?region=hn", "BAD_URL": written})
    assert read.bucket("GOOD") == {
        "endpoint_url": "https://store.example:9000",
        "bucket_name": "files",
        "access_key": "k",
        "secret_key": "s/",
        "region_name": "hn",
    }
    assert read.bucket("BAD_URL") == {}
    assert "BAD_URL is malformed: it must be https://key:secret@host:port/bucket." in read.problems
