"""The deployment files name only what exists: variables, commands, paths."""

import re
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
DOCKERFILE = (ROOT / "Dockerfile").read_text()
GUIDE = (ROOT / "docs/howto/deploy.md").read_text()
IN_PRODUCTION = ("base", "stores", "prod")
READ_BY_SETTINGS = set(
    re.findall(
        r'env\.(?:text|flag|integer|count|day|words|one_of|database|bucket)\(\s*"(\w+)"',
        "".join((ROOT / f"emulation/settings/{name}.py").read_text() for name in IN_PRODUCTION),
    )
)
REFUSED_IN_PRODUCTION = {"DEMONSTRATION_DAY"}


def commands_in(text):
    return set(re.findall(r"manage\.py[\",\s]+([a-z_]+)", text))


def test_the_services_are_those_of_the_house():
    assert set(COMPOSE["services"]) == {"front", "web", "worker", "beat", "migrate", "database", "broker"}
    assert COMPOSE["services"]["database"]["image"] == "postgres:18"
    for name in ("web", "worker", "beat"):
        assert COMPOSE["services"][name]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"


@pytest.mark.parametrize("name", ["web", "worker", "beat", "migrate"])
def test_every_variable_that_the_settings_read_is_given_and_no_other(name):
    given = set(COMPOSE["services"][name]["environment"]) - {"DJANGO_SETTINGS_MODULE"}
    assert {"DATABASE_URL", "MAIL_FROM"} <= READ_BY_SETTINGS
    assert given == READ_BY_SETTINGS - REFUSED_IN_PRODUCTION


def test_every_command_named_exists():
    named = commands_in((ROOT / "docker-compose.yml").read_text()) | commands_in(DOCKERFILE) | commands_in(GUIDE)
    assert {"migrate", "load_reference", "check_ready", "check_worker"} <= named
    assert named <= set(get_commands())


def test_every_volume_is_declared_and_mounted_where_the_application_writes():
    mounts = [mount for service in COMPOSE["services"].values() for mount in service.get("volumes", [])]
    named, ours = ({each for each in mounts if each.startswith("./") is of_ours} for of_ours in (False, True))
    assert {mount.split(":")[0] for mount in named} <= set(COMPOSE["volumes"])
    assert all((ROOT / mount.split(":")[0]).is_file() for mount in ours)
    inside = {mount.split(":")[1] for mount in mounts}
    written = {f"/var/lib/thi-dua/{folder}" for folder in ("files", "seal", "ballot-parts")}
    assert written <= inside
    assert all(folder in DOCKERFILE for folder in written)


def test_what_serves_has_a_health_check():
    for name in ("web", "database", "broker"):
        assert COMPOSE["services"][name]["healthcheck"]["test"]


def test_the_image_copies_what_exists_and_runs_as_nobody_special():
    for source in re.findall(r"^COPY ([\w.-]+) ", DOCKERFILE, re.MULTILINE):
        assert source == "." or (ROOT / source).exists()
    assert re.search(r"^USER thidua$", DOCKERFILE, re.MULTILINE)
    assert DOCKERFILE.index("USER thidua") < DOCKERFILE.index("CMD")


def test_the_guide_names_every_variable_that_the_operator_may_set():
    asked = set(re.findall(r"\$\{(\w+):", (ROOT / "docker-compose.yml").read_text()))
    assert {name for name in asked if name not in GUIDE} == set()
