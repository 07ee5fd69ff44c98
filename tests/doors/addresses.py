"""What stands in the URL of every page that speaks of a record of the world."""

from tests.doors.dossiers import of_decision, of_nomination, of_publication, of_sitting

PACT_PAGES = (
    "",
    "-ask",
    "-take-back",
    "-open",
    "-reopen",
    "-close",
    "-head",
    "-commitment-add",
    "-campaigns",
    "-indicators",
)
CONFERENCE_PAGES = (
    "",
    "-change",
    "-open",
    "-go-back",
    "-close",
    "-cancel",
    "-item-add",
    "-attendance",
    "-guest",
    "-paper",
)
BALLOT_PAGES = ("", "-open", "-annul", "-paper-count", "-passphrase", "-hand-over", "-count")
RESULT_PAGES = ("", "-votes", "-propose", "-later-act", "-withdraw", "-freeze", "-install")


def arguments(name, world):
    """What stands in the URL of the page; reckoned once for a world."""
    if "addresses" not in world:
        world["addresses"] = addresses(world)
    return world["addresses"].get(name, {})


def addresses(world):
    """{page that speaks of a record: what stands in its URL}"""
    code, year = world["cluster"].code, world["cluster_year"].year
    of = {key: {"pk": value.pk} for key, value in world.items() if hasattr(value, "pk")}
    sheet = {"year_pk": world["cluster_year"].pk, "half": 1, "whose": str(world["organisation"].pk)}
    of_year = {"year_pk": world["cluster_year"].pk}
    of_pact = of_year | {"number": 0}
    of_conference = of_year | of["conference"]
    of_ballot = of_conference | {"ballot": world["ballot"].pk}
    of_result = of_year | {"number": 0}
    steps = ("save", "submit", "recall", "approve", "accept", "return-to-officer", "return-to-member")
    steps += ("unlock", "differences", "form", "upload", "apply", "without", "paste", "source")
    of_member = of_year | of["organisation"]
    of_line = {"line": world["criterion"].pk}
    of_calendar_year = {"number": world["calendar_year"].pk}
    of_rule = of["procedure"] | {"part": "dieu-kien", "row": world["procedure"].rules.get().pk}
    return {f"clusters:figures-{step}": sheet for step in steps} | {
        "clusters:figure-sheet": sheet,
        "clusters:cluster-figures": {"year_pk": world["cluster_year"].pk, "half": 1},
        "clusters:sheet-term": {"year_pk": world["cluster_year"].pk, "half": 1},
        "clusters:figures-accept-many": {"year_pk": world["cluster_year"].pk, "half": 1},
        "clusters:sheet-extend": {"year_pk": world["cluster_year"].pk, "half": 1},
        "reports:passages": {"year_pk": world["cluster_year"].pk, "half": 1},
        "reports:passages-save": {"year_pk": world["cluster_year"].pk, "half": 1},
        **{
            f"reports:province-passages{name}": of["organisation"] | {"year": year, "half": 1} for name in ("", "-save")
        },
        **{f"reports:batch{name}": of["report_batch"] for name in ("", "-retry", "-cancel", "-files")},
        **{f"reports:drafting-day{name}": of["drafting_day"] for name in ("", "-end")},
        **{
            f"clusters:campaign{name}": of["campaign"]
            for name in ("", "-change", "-goal-add", "-phase-add", "-review", "-strike-out")
        },
        **{f"clusters:campaign-{name}": of["campaign_draft"] for name in ("launch", "drop")},
        **{f"clusters:campaign-goal{name}": of["campaign"] | {"goal": world["goal"].pk} for name in ("", "-drop")},
        "clusters:campaign-phase-drop": of["campaign"] | {"phase": world["phase"].pk},
        "clusters:campaign-join": of["campaign"] | {"organisation": world["organisation"].pk},
        **{
            f"clusters:participation{name}": of["participation"]
            for name in ("", "-goals", "-progress", "-inspect", "-review", "-strike-out")
        },
        "clusters:campaign-review-strike-out": of["campaign"] | {"review": world["campaign_review"].pk},
        "clusters:participation-progress-strike-out": of["participation"] | {"entry": world["progress_entry"].pk},
        "clusters:participation-inspect-strike-out": of["participation"] | {"inspection": world["inspection"].pk},
        "clusters:participation-review-strike-out": of["participation"] | {"review": world["part_review"].pk},
        "clusters:inspection-repair": of["inspection"],
        "reports:form-0601": of["organisation"] | {"year": year},
        "reports:form-0601-paper": of["organisation"] | {"year": year, "form": "pdf"},
        "clusters:exemplar": of["exemplar"],
        **{f"clusters:exemplar-{name}": of["exemplar_card"] for name in ("change", "recognise", "strike-out")},
        "clusters:exemplar-apply": of["exemplar"] | {"organisation": world["organisation"].pk},
        **{f"clusters:adoption-{name}": of["adoption"] for name in ("correct", "measure")},
        **{f"clusters:directive{name}": of["directive"] for name in ("", "-change", "-strike-out", "-target-add")},
        **{
            f"clusters:directive-target{name}": of["directive"] | {"target": world["directive_target"].pk}
            for name in ("", "-drop")
        },
        **{f"clusters:task{name}": of["task"] for name in ("", "-strike-out")},
        "clusters:task-answer": of["request"],
        **{f"clusters:assignment{name}": of["assignment"] for name in ("", "-report")},
        **{f"clusters:assignment-{name}": of["assignment_reported"] for name in ("accept", "send-back")},
        **{f"awards:campaign-{name}": of["campaign"] for name in ("honours", "dossiers")},
        "clusters:pact-from-directives": of_pact,
        "clusters:province-conferences": of["organisation"],
        "clusters:province-conference-add": of["organisation"],
        **{
            f"clusters:province-conference{name}": of["organisation"] | {"conference": world["province_conference"].pk}
            for name in ("", "-strike-out")
        },
        "clusters:indicator-change": of["indicator"],
        "clusters:indicator-end": of["indicator"],
        "clusters:paper": of["paper"],
        "clusters:figure-evidence": sheet | {"indicator": world["indicator"].pk},
        "clusters:figure-evidence-withdraw": sheet
        | {"indicator": world["indicator"].pk, "pk": world["figure_evidence"].pk},
        **{f"clusters:scheme{name}": of_year for name in ("", "-begin", "-change", "-changes", "-adopt", "-reopen")},
        **{f"clusters:{name}-add": of_year for name in ("scheme-group", "criterion", "knock-out")},
        **{f"clusters:{name}": of_year for name in ("pacts", "pact-begin", "pact-addendum")},
        **{f"clusters:pact{name}": of_pact for name in PACT_PAGES},
        **{f"clusters:pact-{name}": of_pact | {"member": world["organisation"].pk} for name in ("answer", "sign")},
        **{f"clusters:pact-commitment{name}": of_pact | of["commitment"] for name in ("", "-drop")},
        "clusters:pact-targets": of_pact | {"indicator": world["indicator"].pk},
        **{f"clusters:scoring{name}": of_year for name in ("", "-open", "-freeze", "-appraisal", "-table", "-accept")},
        **{f"clusters:scoring-self{name}": of_member for name in ("", "-save", "-take", "-finish")},
        **{f"clusters:scoring-cross{name}": of_member for name in ("", "-finish")},
        **{f"clusters:scoring-cross-{name}": of_member | of_line for name in ("line", "save")},
        **{f"clusters:scoring-appraisal-{name}": of_year | of_line for name in ("line", "save")},
        "clusters:scoring-step": of_year | {"name": "open-cross"},
        "clusters:scoring-evidence": of_member | of_line,
        "clusters:scoring-evidence-withdraw": of_member | {"evidence": world["evidence"].pk},
        "clusters:scoring-finding": of_year,
        "clusters:scoring-finding-drop": of_year | of["finding"],
        "clusters:scoring-final-line": of_year | of_line,
        "clusters:scoring-final-set": of_year | of_line | of["organisation"],
        "clusters:scheme-group": of_year | of["group"],
        "clusters:criterion": of_year | of["criterion"],
        "clusters:knock-out": of_year | of["knock_out"],
        "clusters:scheme-remove": of_year | of["group"] | {"part": "nhom"},
        **{f"clusters:year-result{name}": of_year for name in ("s", "-draw-up")},
        **{f"clusters:year-result{name}": of_result for name in RESULT_PAGES},
        **{f"clusters:ballot-prepare{name}": of_conference for name in ("", "-paper")},
        **{f"clusters:ballot{name}": of_ballot for name in BALLOT_PAGES},
        "clusters:ballot-teller": of_ballot | {"position": 1},
        "clusters:ballot-vote": of_ballot | {"member": world["organisation"].pk},
        "clusters:year-result-take-votes": of_result | {"conference": world["conference"].pk},
        "reports:ballot-minutes": of["ballot"] | {"form": "pdf"},
        "clusters:year-result-proposal-drop": of_result | {"pk": world["result"].proposals.get().pk},
        "clusters:year-result-place": of_result | {"member": world["organisation"].pk},
        "clusters:cluster-ranking": {"code": code},
        "reports:year-result-paper": of["result"] | {"form": "docx"},
        "core:job": of["job"],
        "core:job-cancel": of["job"],
        "awards:honour": of["honour"],
        "awards:honour-recipient": of["honour"],
        "awards:honour-correct": of["honour"],
        "awards:honour-revoke": of["honour"],
        "awards:honour-restore": of["honour"],
        **{f"awards:total{name}": of["total"] for name in ("", "-correct", "-withdraw", "-scan")},
        "awards:subject-of-honour": of["honour"],
        **{f"awards:{name}": of["subject"] for name in ("subject", "year-record", "declare")},
        "awards:year-record-change": of["subject"] | {"year": world["year_record"].year},
        "awards:subject-move": of["subject"] | {"honour": world["honour"].pk},
        **{f"awards:declared{name}": of["declared"] for name in ("", "-confirm", "-refuse", "-withdraw")},
        "awards:export-file": of["export"],
        "awards:kin-withdraw": of["kin"],
        **of_nomination(world),
        **of_sitting(world),
        **of_decision(world),
        **of_publication(world),
        **{
            f"awards:submission{name}": of["submission"]
            for name in ("", "-file", "-read", "-papers", "-send", "-withdraw")
        },
        **{f"awards:year-list{name}": of["year_list"] for name in ("", "-file", "-read", "-take", "-aside")},
        "awards:procedure": of["procedure"],
        **{f"awards:procedure-{name}": of_rule for name in ("change", "unverify")},
        "awards:procedure-council": of["procedure"],
        "awards:procedure-council-out": of["procedure"] | {"row": world["procedure"].stages.first().pk},
        **{f"awards:calendar-{name}": of_calendar_year for name in ("year", "days", "close", "reopen")},
        "awards:calendar-drop": of_calendar_year | {"pk": world["calendar_year"].days.get().pk},
        "awards:batch": of["batch"],
        "awards:batch-columns": of["batch"],
        "awards:batch-accept": of["batch"],
        "awards:batch-discard": of["batch"],
        "awards:batch-file": of["batch"],
        "awards:batch-read": of["batch"],
        "awards:batch-refused": of["batch"],
        "awards:batch-undo": of["batch"],
        "clusters:cluster": {"code": code},
        "clusters:cluster-year": {"code": code, "year": year},
        "clusters:cluster-change": {"code": code},
        "clusters:member-add": {"code": code},
        "clusters:year-open": {"code": code},
        "clusters:year-supervisor": {"code": code, "year": year},
        **{
            f"clusters:year-{name}": {"code": code, "year": year}
            for name in ("close", "open-next", "differences", "remind")
        },
        "clusters:post-appoint": {"code": code, "year": year},
        "clusters:membership-end": of["membership"],
        "clusters:membership-correct": of["membership"],
        "clusters:post-end": of["post"],
        "clusters:post-correct": of["post"],
        "clusters:organisation": of["organisation"],
        "clusters:unit-add": of["organisation"],
        "clusters:organisation-on-paper": of["organisation"],
        "clusters:merger": of["merger"],
        "clusters:account": of["account"],
        "clusters:mandate-grant": of["account"],
        "clusters:account-suspend": of["account"],
        "clusters:account-restore": of["account"],
        "clusters:account-second-factor-reset": of["account"],
        "clusters:account-sessions-end": of["account"],
        "clusters:mandate-end": of["mandate"],
        "reports:report": of["report"],
        "reports:compared": of["report"],
        **{f"reports:changes{name}": of["report"] for name in ("", "-decide")},
        **{f"reports:{name}": of["report"] | {"key": "0" * 16} for name in ("sentence", "carry-sentence")},
        "reports:agreement": of["report"],
        "reports:sign": of["report"],
        "reports:correct": of["report"],
        "reports:put-away": of["report"],
        "reports:bring-back": of["report"],
        "reports:sign-minutes": of["conference"],
        "reports:minutes-panel": of["conference"],
        "reports:sign-result": of["result"],
        "reports:result-panel": of["result"],
        "reports:attach-original": {"pk": world["signed_paper"].pk},
        "reports:file": {**of["report"], "form": "pdf"},
        "reports:pact-paper": of["pact"] | {"form": "docx"},
        "reports:pact-reading": of["pact"],
        "reports:regulation-paper": of_year | {"form": "pdf"},
        "reports:conference-minutes": of["conference"] | {"form": "docx"},
        **{f"clusters:{name}": of_year for name in ("conferences", "conference-plan", "activity-add")},
        **{f"clusters:activity{name}": of_year | of["activity"] for name in ("", "-strike-out")},
        **{f"clusters:conference{name}": of_year | of["conference"] for name in CONFERENCE_PAGES},
        **{f"clusters:conference-item{name}": of_conference | {"item": world["item"].pk} for name in ("", "-drop")},
        "clusters:conference-guest-drop": of_conference | {"guest": world["guest"].pk},
        "clusters:conference-paper-withdraw": of_conference | {"paper": world["conference_paper"].pk},
        "reports:cluster-year-panel": of["cluster_year"],
    }
