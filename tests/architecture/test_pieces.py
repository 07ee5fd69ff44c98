"""Pieces that exist once: who needs one takes it, and nobody makes a second beside it."""

import re
from pathlib import Path

import pytest

from awards.lists.models.wording import BATCH_BADGES
from awards.nominations.models.wording import NOMINATION_BADGES
from awards.totals.models.wording import TOTAL_BADGES
from clusters.conferences.models.wording import BADGES as CONFERENCE_BADGES
from clusters.figures.models.wording import SHEET_BADGES
from clusters.pacts.models.wording import PACT_BADGES
from clusters.regulation.models.wording import SCHEME_BADGES
from clusters.results.models.wording import RESULT_BADGES
from clusters.scores.models.wording import ROUND_BADGES
from clusters.year.views.stages import BADGES as PROGRESS_BADGES
from clusters.year.words import BADGES as FINDING_BADGES
from emulation.core.badges import Tone
from emulation.core.icons import PATHS
from emulation.core.models.ballot import BADGES as BALLOT_BADGES
from reports.agreement.words import VERDICTS
from reports.runs.models.report import BADGES as REPORT_BADGES

ROOT = Path(__file__).resolve().parents[2]
TABLES = (
    BATCH_BADGES,
    NOMINATION_BADGES,
    CONFERENCE_BADGES,
    SHEET_BADGES,
    PACT_BADGES,
    SCHEME_BADGES,
    RESULT_BADGES,
    ROUND_BADGES,
    PROGRESS_BADGES,
    FINDING_BADGES,
    BALLOT_BADGES,
    REPORT_BADGES,
    TOTAL_BADGES,
    VERDICTS,
)
HOMES = {
    "breadcrumb-item": {"templates/components/breadcrumb.html"},
    'class="badge-status': {"templates/components/status.html"},
    "attr(data-heading)": {"static/css/components.css"},
    "form.form_html": {"templates/forms/fields.html"},
}
BOUND_BY_NO_COLUMN = {
    "awards/catalogue/forms.py": ["tim"],
    "awards/certificates/forms.py": ["ma"],  # compared with codes, which are shorter
    "awards/procedures/forms.py": ["tim"],
    "awards/publication/forms.py": ["tim"],
    "awards/register/forms/honours.py": ["identity"],
    "awards/register/forms/register.py": ["tim"],
    "emulation/core/forms/accounts.py": ["code", "password", "code"],  # compared with digests and keys, never stored
}


def sources(*folders: str) -> dict[str, str]:
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*.*") if path.suffix in (".html", ".css")]
    return {str(path.relative_to(ROOT)): path.read_text() for path in paths}


@pytest.mark.parametrize("mark", HOMES)
def test_a_piece_is_made_in_one_place(mark):
    assert {name for name, text in sources("templates", "static/css").items() if mark in text} == HOMES[mark]


def test_how_fields_stand_is_said_by_their_form():
    assert [name for name, text in sources("templates").items() if "|as_crispy_field" in text] == []


def test_how_long_a_text_may_be_is_asked_of_its_column():
    """Else two numbers for one text drift apart, and what the form lets through the database refuses."""
    said = {}
    for app in ("clusters", "awards", "reports", "emulation/core"):
        for path in sorted((ROOT / app).rglob("forms*")):
            for module in [path] if path.suffix == ".py" else sorted(path.rglob("*.py")):
                fields = re.findall(
                    r"(\w+) = (?:\w+\.)?\w+Field\((?:[^()]|\([^()]*\))*?max_length=\d", module.read_text()
                )
                if fields:
                    said[str(module.relative_to(ROOT))] = fields
    assert said == BOUND_BY_NO_COLUMN


def test_a_state_of_every_table_has_its_word_its_tone_and_a_drawing_that_is_there():
    css = (ROOT / "static/css/components.css").read_text()
    for table in TABLES:
        states = type(next(iter(table)))
        assert set(table) == set(states), states
        assert all(badge.icon in PATHS for badge in table.values()), states
    assert all(f".badge-status.{tone}" in css for tone in Tone if tone)


def test_a_step_offered_apart_from_its_page_still_bears_the_forms_key():
    """Without it the button's form is refused as an old one; clients of tests do not ask for it, browsers do."""
    apart = re.compile(r'include "components/step_offer\.html"[^%]* only %}')
    lacking = [
        path.relative_to(ROOT)
        for path in (ROOT / "templates").rglob("*.html")
        for found in apart.findall(path.read_text())
        if "csrf_token=csrf_token" not in found
    ]
    assert lacking == []
