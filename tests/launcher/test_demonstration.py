from datetime import date

import pytest

from tests import databases


def day_that_a_command_sees(environment):
    told = databases.manage(
        "shell",
        "--verbosity=0",
        "-c",
        "from emulation.core import clock; print(clock.today())",
        environment=environment,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


@pytest.fixture
def environment(own_database, tmp_path):
    (tmp_path / "demonstration-day").write_text("2023-07-10")
    (tmp_path / "static").mkdir()
    return {
        name: value
        for name, value in databases.site_environment(own_database, tmp_path).items()
        if name != "DEMONSTRATION_DAY"
    }


def test_every_command_stands_on_the_day_that_is_stored_with_the_demonstration(environment):
    assert day_that_a_command_sees(environment) == "2023-07-10"


def test_the_environment_wins_over_the_stored_day(environment):
    assert day_that_a_command_sees(environment | {"DEMONSTRATION_DAY": "2023-02-01"}) == "2023-02-01"
    assert date.fromisoformat(day_that_a_command_sees(environment | {"DEMONSTRATION_DAY": ""})) >= date(2026, 1, 1)
