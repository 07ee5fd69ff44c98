"""What stands in the addresses of the pages of a dossier."""


def of_nomination(world):
    """What stands in the URL of each page of a dossier."""
    found = world["nomination"]
    one = {"pk": found.pk}
    pages = (
        "",
        "-save",
        "-subject",
        "-achievement",
        "-from-pact",
        "-papers",
        "-papers-confirm",
        "-minutes",
        "-on-paper",
        "-decision",
        "-halt",
        "-go-on",
        "-ask",
        "-record",
    )
    steps = {
        "officer-step": "lay-lai",
        "approver-step": "rut-ve",
        "withdraw": "rut-de-nghi",
        "review-step": "tra-lai",
        "leader-step": "khong-de-nghi",
        "sender-step": "lay-ve",
        "secretary-step": "tham-dinh-lai",
    }
    papers = {"paper": found.papers.get().pk}
    question = {"pk": world["consultation"].pk}
    comments = {"comment": found.comments.get().pk}
    return {
        **{f"awards:nomination{name}": one for name in pages},
        **{f"awards:nomination-{name}": one | {"step": step} for name, step in steps.items()},
        **{f"awards:nomination-paper{name}": one | papers for name in ("", "-kind", "-withdraw")},
        **{f"awards:nomination-{name}": one | comments for name in ("answer", "comment-back")},
        "awards:nomination-exception": one | {"code": "CSTDTQ.chain"},
        **{f"awards:consultation{name}": question for name in ("", "-answer", "-enter", "-back", "-scan")},
        "awards:consultation-paper": question | papers,
        "reports:nomination-extract": one | {"form": "pdf"},
        "awards:nomination-recuse": one,
        "awards:nomination-recusal-lift": one | {"recusal": world["recusal"].pk},
        "awards:nomination-namesake": one | {"user": world["people"]["central reviewer"].pk},
        "awards:nomination-feedback": one,
        **of_review(world),
        "awards:nomination-override": one | {"code": "common.one_form"},
        "reports:nomination-files": one,
        "reports:nomination-paper": one | {"form": "docx"},
        "awards:nomination-comment": one | {"place": "whole"},
        "awards:nomination-achievement-drop": one | {"achievement": found.achievements.get().pk},
        "awards:nomination-from-result": {"place": world["result"].places.get(organisation=world["organisation"]).pk},
    }


def of_review(world):
    """What stands in the URL of each page of a review."""
    found = world["review"]
    one, deed = {"pk": found.pk}, {"pk": world["bulk_deed"].pk}
    pages = ("", "-take", "-opinion", "-ask", "-discussion", "-note", "-feedback")
    return {
        **{f"awards:review{name}": one for name in pages},
        **{f"awards:review-{name}": deed for name in ("deed", "undo")},
        "awards:review-ask-drop": one | {"seat": 1},
        "awards:review-moderate": one | {"criterion": found.procedure.criteria.get().pk},
        "awards:review-note-back": one | {"note": found.notes.get().pk},
    }


def of_sitting(world):
    """What stands in the URL of each page of a Council and of its sitting."""
    council, sitting = {"pk": world["council"].pk}, {"pk": world["sitting"].pk}
    item = world["sitting"].items.get()
    dossier = sitting | {"item": item.pk}
    pages = ("", "-moment", "-attendance", "-agenda", "-show", "-open", "-prolong", "-cancel", "-conclude", "-prepare")
    votes = ("-passphrase", "-open-votes", "-annul", "-vote", "-count")
    return {
        **{f"awards:council{name}": council for name in ("", "-change", "-seat")},
        "awards:council-end": {"pk": world["council_member"].pk},
        "awards:sitting-ask": council,
        "awards:sitting-convene": council,
        **{f"awards:sitting{name}": sitting for name in (*pages, *votes)},
        "awards:sitting-written": sitting | {"seat": world["sitting"].seats.get(user=None).pk},
        **{f"awards:sitting-{name}": dossier for name in ("dossier", "take-off", "aside")},
        "awards:sitting-paper": dossier | {"paper": item.nomination.papers.get().pk},
        "reports:sitting-minutes": sitting | {"form": "docx"},
    }


def of_publication(world):
    """What stands in the URL of each page of a list under public consultation."""
    comment = world["public_comment"]
    one = {"pk": comment.publication_id}
    pages = ("", "-take", "-open", "-close", "-withdraw", "-drop")
    return {
        **{f"awards:publication{name}": one for name in pages},
        "awards:publication-leave": one | {"line": comment.line_id},
        "awards:publication-note": one | {"comment": comment.pk},
        "awards:public-list": one,
        "awards:decision-release": {"pk": world["decision"].pk},
    }


def of_decision(world):
    """What stands in the URL of each page of a decision."""
    found = world["decision"]
    one = {"pk": found.pk}
    pages = ("", "-change", "-take", "-issue", "-drop", "-scan", "-later")
    pages += ("-bonuses", "-bonus-rounding", "-bonus-payer")
    of_certificates = ("", "-make", "-hand", "-look")
    return {
        **{f"awards:decision{name}": one for name in pages},
        **{f"awards:decision-certificates{name}": one for name in of_certificates},
        "awards:decision-certificate-unsay": one | {"certificate": found.certificate_list.certificates.get().pk},
        "reports:certificates": one | {"way": "in-thu"},
        "reports:handing-list": one | {"form": "docx"},
        "awards:decision-leave": one | {"line": found.lines.get(stands=True).pk},
        "awards:decision-scan-file": one | {"scan": found.scans.get().pk},
        "reports:decision-paper": one | {"form": "docx"},
        "reports:decision-reading": one,
    }
