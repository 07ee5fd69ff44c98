"""What pages answer to who may pass: most are shown. A deed says where it leads, or that the empty form lacks something."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """What a page says to who may pass: its status and, of a redirect, the page it leads to."""

    status: int
    leads_to: str = ""

    def __str__(self) -> str:
        return f"{self.status} {self.leads_to}".strip()


OPEN = Answer(200)
NOT_THERE = Answer(404)

ANSWERS = {
    "awards:batch-accept": Answer(302, "awards:batch"),
    "awards:batch-discard": Answer(302, "awards:batches"),
    "awards:batch-file": Answer(302, "awards:batch"),
    "awards:batch-read": Answer(302, "awards:batch"),
    "awards:batch-refused": Answer(302, "awards:batch"),
    "awards:batch-undo": Answer(302, "awards:batch"),
    "awards:calendar-drop": Answer(302, "awards:calendar-year"),
    "awards:export": Answer(302, "awards:register"),
    "awards:export-file": Answer(302, "awards:exports"),
    "awards:honour-restore": Answer(302, "awards:honour"),
    **dict.fromkeys(
        (
            "awards:nomination-achievement",
            "awards:nomination-achievement-drop",
            "awards:nomination-answer",
            "awards:nomination-approver-step",
            "awards:nomination-comment-back",
            "awards:nomination-from-pact",
            "awards:nomination-officer-step",
            "awards:nomination-minutes",
            "awards:nomination-on-paper",
            "awards:nomination-paper-kind",
            "awards:nomination-paper-withdraw",
            "awards:nomination-papers",
            "awards:nomination-papers-confirm",
            "awards:nomination-review-step",
        ),
        Answer(302, "awards:nomination"),
    ),
    "awards:nomination-save": Answer(400),
    **dict.fromkeys(
        (f"awards:submission-{name}" for name in ("file", "read", "papers", "send")), Answer(302, "awards:submission")
    ),
    **dict.fromkeys((f"awards:year-list-{name}" for name in ("file", "read", "take")), Answer(302, "awards:year-list")),
    "awards:year-list-aside": Answer(302, "awards:year-lists"),
    "awards:nomination-recuse": Answer(302, "awards:review-queue"),
    "awards:kin-withdraw": Answer(302, "awards:kin"),
    "awards:review-undo": Answer(302, "awards:review-deed"),
    **dict.fromkeys(
        (
            "awards:review-ask-drop",
            "awards:review-hand",
            "awards:review-note-back",
            "awards:review-take",
            "awards:review-together",
        ),
        Answer(302, "awards:review-queue"),
    ),
    **dict.fromkeys(
        (
            f"awards:sitting-{name}"
            for name in ("show", "open", "conclude", "open-votes", "vote", "count", "written", "take-off", "aside")
        ),
        Answer(302, "awards:sitting"),
    ),
    "awards:decision-leave": Answer(302, "awards:decision"),
    "awards:decision-bonus-payer": Answer(302, "awards:decision-bonuses"),
    "awards:decision-release": Answer(302, "awards:decision"),
    **dict.fromkeys(("awards:publication-close", "awards:publication-leave"), Answer(302, "awards:publication")),
    "awards:decision-certificates-hand": Answer(302, "awards:decision-certificates"),
    "awards:review-opinion": Answer(422),  # given already
    "clusters:assignment-accept": Answer(302, "clusters:assignment"),
    "clusters:ballot-count": Answer(302, "clusters:ballot"),
    "clusters:ballot-hand-over": Answer(302, "clusters:ballot"),
    "clusters:ballot-open": Answer(302, "clusters:ballot"),
    "clusters:ballot-paper-count": Answer(302, "clusters:ballot"),
    "clusters:ballot-passphrase": Answer(302, "clusters:ballot"),
    "clusters:ballot-teller": Answer(302, "clusters:ballot"),
    "clusters:ballot-vote": Answer(302, "clusters:ballot"),
    "clusters:account-sessions-end": Answer(302, "clusters:account"),
    "clusters:campaign-launch": Answer(302, "clusters:campaign"),
    "clusters:campaigns-record": Answer(302, "clusters:campaigns-send-in"),  # nothing was shown
    "clusters:conference-guest-drop": Answer(302, "clusters:conference"),
    "clusters:conference-item-drop": Answer(302, "clusters:conference"),
    "clusters:conference-open": Answer(302, "clusters:conference"),
    "clusters:conference-paper-withdraw": Answer(302, "clusters:conference"),
    "clusters:directives-record": Answer(302, "clusters:directives-send-in"),  # nothing was shown
    "clusters:tasks-record": Answer(302, "clusters:tasks-send-in"),  # nothing was shown
    "clusters:directive-target-drop": Answer(302, "clusters:directive"),
    "clusters:figure-evidence-withdraw": Answer(302, "clusters:figure-evidence"),
    "clusters:figures-accept": Answer(302, "clusters:figure-sheet"),
    "clusters:figures-apply": Answer(302, "clusters:figures-upload"),
    "clusters:figures-approve": Answer(302, "clusters:figure-sheet"),
    "clusters:figures-recall": Answer(302, "clusters:figure-sheet"),
    "clusters:figures-return-to-member": Answer(409),
    "clusters:figures-return-to-officer": Answer(409),
    "clusters:figures-save": Answer(400),
    "clusters:figures-paste": Answer(302, "clusters:figure-sheet"),
    "clusters:figures-source": Answer(302, "clusters:figure-sheet"),
    "clusters:figures-submit": Answer(302, "clusters:figure-sheet"),
    "clusters:figures-without": Answer(302, "clusters:figure-sheet"),
    "clusters:pact-ask": Answer(302, "clusters:pact"),
    "clusters:pact-begin": Answer(302, "clusters:pacts"),
    "clusters:pact-commitment-drop": Answer(302, "clusters:pact"),
    "clusters:pact-from-directives": Answer(302, "clusters:pact"),
    "clusters:pact-open": Answer(302, "clusters:pact"),
    "clusters:pact-sign": Answer(302, "clusters:pact"),
    "clusters:scheme-adopt": Answer(302, "clusters:scheme"),
    "clusters:scheme-begin": Answer(400),
    "clusters:scoring-accept": Answer(302, "clusters:scoring-table"),
    "clusters:scoring-appraisal-save": Answer(400),
    "clusters:scoring-cross-finish": Answer(302, "clusters:scoring-cross"),
    "clusters:scoring-cross-save": Answer(400),
    "clusters:scoring-evidence-withdraw": Answer(302, "clusters:scoring-self"),
    "clusters:scoring-final-line": Answer(302, "clusters:scoring-table"),
    "clusters:scoring-final-set": Answer(302, "clusters:scoring-table"),
    "clusters:scoring-freeze": Answer(302, "clusters:scoring"),
    "clusters:scoring-open": Answer(302, "clusters:scoring"),
    "clusters:scoring-self-finish": Answer(302, "clusters:scoring-self"),
    "clusters:scoring-self-save": Answer(400),
    "clusters:scoring-self-take": Answer(302, "clusters:scoring-self"),
    "clusters:scoring-step": Answer(302, "clusters:scoring"),
    "clusters:year-open": Answer(302, "clusters:year-open-next"),
    "clusters:year-result-draw-up": Answer(302, "clusters:year-results"),
    "clusters:year-result-freeze": Answer(302, "clusters:year-result"),
    "clusters:year-result-install": Answer(302, "clusters:year-result"),
    "clusters:year-result-place": Answer(302, "clusters:year-result"),
    "clusters:year-result-proposal-drop": Answer(302, "clusters:year-result"),
    "clusters:year-result-propose": Answer(302, "clusters:year-result"),
    "clusters:year-result-take-votes": Answer(302, "clusters:year-result"),
    "clusters:year-result-votes": Answer(302, "clusters:year-result"),
    "clusters:year-result-withdraw": Answer(302, "clusters:year-result"),
    "core:job-cancel": Answer(302, "core:job"),
    "core:administrations-log-in": Answer(302, "core:log-in"),
    "core:administrations-password": Answer(302, "core:password-change"),
    "core:administrations-password-done": Answer(302, "core:password-change"),
    "core:log-in": Answer(302, "desk:home"),
    "core:metrics": NOT_THERE,  # where no token is set
    "awards:nomination-feedback": NOT_THERE,  # before the dossier is closed
    "core:log-in-code": Answer(302, "core:log-in"),
    "core:session-end": Answer(302, "core:security"),
    "core:log-out": Answer(302, "core:log-in"),
    "core:set-language": Answer(302, "desk:home"),
    "reports:batch-cancel": Answer(302, "reports:batch"),
    "reports:batch-retry": Answer(302, "reports:batch"),
    **dict.fromkeys(
        ("reports:sentence", "reports:carry-sentence", "reports:changes", "reports:changes-decide"),
        Answer(302, "reports:report"),
    ),
    "reports:passages-save": Answer(400),
    "reports:province-passages-save": Answer(400),
    "reports:bring-back": Answer(302, "reports:report"),
    "reports:sign": Answer(302, "reports:report"),
    "reports:sign-minutes": Answer(302, "clusters:conference"),
    "reports:sign-result": Answer(302, "clusters:year-result"),
}
BACK_TO_SCORING = Answer(302, "clusters:scoring")
OF_THE_OFFICE = (  # the world's campaign is an office's own; the central board enters those of the whole country
    "change",
    "goal",
    "goal-add",
    "goal-drop",
    "phase-add",
    "phase-drop",
    "review",
    "review-strike-out",
    "strike-out",
)
ANSWERS_TO = {  # by the regulation of the world, the head's panel appraises
    (f"clusters:scoring-appraisal{step}", who): BACK_TO_SCORING
    for step in ("", "-line", "-save")
    for who in ("central reviewer", "central leader")
} | {
    (f"clusters:campaign-{page}", who): NOT_THERE
    for page in OF_THE_OFFICE
    for who in ("central reviewer", "central leader")
}
WITHOUT_LOGGING_IN = {
    **dict.fromkeys(
        (
            "core:administrations-log-in",
            "core:administrations-password",
            "core:administrations-password-done",
            "core:log-in-code",
            "core:log-out",
            "core:password-change",
            "core:recovery-codes",
            "core:second-factor",
            "core:second-factor-off",
            "core:security",
            "core:session-end",
        ),
        Answer(302, "core:log-in"),
    ),
    "core:set-language": Answer(302, "desk:home"),
    "core:metrics": NOT_THERE,
}
