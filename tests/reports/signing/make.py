"""Builders of signed papers: what an approver says of one, and a paper signed without a page."""

import hashlib
import subprocess
from collections.abc import Iterable
from datetime import date

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear, Organisation
from emulation.core import clock
from emulation.core.actions import jobs
from emulation.core.actor import Role
from emulation.core.models import User
from reports.document.rules.document import Document, Letterhead
from reports.document.rules.issuer import Issuer
from reports.document.rules.snapshot import freeze
from reports.models import FileFormat, Report, SignedPaper
from reports.runs.actions.making import ask_for_report
from reports.signing.actions.signing import sign_report
from reports.signing.actions.to_sign import report_to_sign
from reports.signing.rules import PaperSaid, Signatory, is_signed_in_one
from tests.clusters.people.make import actor_for, make_mandate, make_user

NAME = "Người Ký Thử"


def person(organisation: Organisation, role: Role) -> User:
    user = make_user()
    make_mandate(user=user, organisation=organisation, role=role)
    return user


def made(cluster_year: ClusterYear, user: User, *, on: date, half=1, days=Days.CALENDAR) -> Report:
    """A draft, by a worker."""
    report = ask_for_report(cluster_year, half, days=days, actor=actor_for(user=user), on=on)
    jobs.run(report.job_id)
    report.refresh_from_db()
    return report


def words_of(paper: SignedPaper) -> str:
    """What its PDF says."""
    path = paper.files.get(format=FileFormat.PDF).file.path
    read = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return " ".join(read.stdout.decode().split())


def said_of(issuer: Issuer, *, number: int, dated: date, office="", **more) -> PaperSaid:
    """By the likeliest: its place, the first of its capacities or all of them, one name for each."""
    capacities = issuer.capacities[:1] if is_signed_in_one(issuer.capacities) else issuer.capacities
    signatories = tuple(Signatory(one, NAME, office) for one in capacities)
    return PaperSaid(**{"number": number, "dated": dated, "place": "Cần Thơ", "signatories": signatories, **more})


def signed(report: Report, *, actor, number=1, dated: date | None = None, **more) -> Report:
    """Through the deed itself."""
    issuer = report_to_sign(report).issuer
    sign_report(report, said_of(issuer, number=number, dated=dated or clock.today(), **more), actor=actor)
    report.refresh_from_db()
    return report


def make_signed_paper(
    *, organisation: Organisation, signed_by: User, dated: date, formats: Iterable[str] = (FileFormat.DOCX,), **of
) -> SignedPaper:
    """`of`: report, conference or result. What it says is not what the thing says."""
    document = Document(Letterhead("UBND"), "BC", "Nơi Thử", "Thử", dated, ())
    paper = SignedPaper.objects.create(
        organisation=organisation,
        register=f"organisation/{organisation.pk}",
        symbol="TB-CTĐ",
        year=dated.year,
        number=SignedPaper.objects.count() + 1,
        dated=dated,
        place="Nơi Thử",
        document=freeze(document),
        checksum="0" * 64,
        signed_by=signed_by,
        signed_by_name=signed_by.full_name,
        signed_at=clock.real_now(),
        **of,
    )
    content = b"PK"
    for form in formats:
        paper.files.create(
            format=form,
            file=default_storage.save(f"signed/thu.{form}", ContentFile(content)),
            size=len(content),
            checksum=hashlib.sha256(content).hexdigest(),
        )
    return paper
