"""A dossier of commendation, its papers, achievements, comments; steps are kept, what is said of them stays."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


STAND = """
CREATE TRIGGER awards_nominationstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_nominationstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER awards_ruleoverride_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_ruleoverride
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
FALL = """
DROP TRIGGER awards_ruleoverride_append_only ON awards_ruleoverride;
DROP TRIGGER awards_nominationstep_append_only ON awards_nominationstep;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0012_records_and_declared"),
        ("clusters", "0019_averages"),
        ("core", "0002_append_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Nomination",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_since", models.DateTimeField(verbose_name="held since")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Dossier in preparation"),
                            ("presented", "Waiting for the unit's approver"),
                            ("submitted", "Sent, not yet taken up"),
                            ("review", "Being appraised"),
                            ("council", "Before the Council"),
                            ("awarded", "Awarded"),
                            ("declined", "Not proposed"),
                            ("withdrawn", "Withdrawn by the unit"),
                        ],
                        db_default="draft",
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "subject_kind",
                    models.CharField(
                        choices=[
                            ("individual", "Individual"),
                            ("collective", "Collective"),
                            ("household", "Household"),
                        ],
                        max_length=12,
                        verbose_name="subject",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=300, verbose_name="name")),
                ("name_key", models.CharField(blank=True, db_collation="C", max_length=300, verbose_name="search key")),
                ("sort_key", models.CharField(blank=True, db_collation="C", max_length=700, verbose_name="sort key")),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                ("birth_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year of birth")),
                ("position", models.CharField(blank=True, max_length=300, verbose_name="position")),
                ("unit", models.CharField(blank=True, max_length=300, verbose_name="unit")),
                (
                    "unit_key",
                    models.CharField(
                        blank=True, db_collation="C", max_length=300, verbose_name="search key of the unit"
                    ),
                ),
                (
                    "target_group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("senior_executive", "Leaders of ministry or province level and above"),
                            ("department_executive", "Leaders of department level"),
                            ("entrepreneur", "Entrepreneurs"),
                            ("other_executive", "Other leaders from deputy head of division up"),
                            ("direct_worker", "Direct workers"),
                        ],
                        max_length=25,
                        verbose_name="target group",
                    ),
                ),
                (
                    "recipient_key",
                    models.CharField(blank=True, db_collation="C", max_length=400, verbose_name="key of the person"),
                ),
                ("achieved_from", models.DateField(blank=True, null=True, verbose_name="achievement from the day")),
                ("achieved_to", models.DateField(blank=True, null=True, verbose_name="to the end of the day")),
                ("summary", models.TextField(blank=True, max_length=12000, verbose_name="summary of the achievements")),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="first taken up on")),
                ("decision_number", models.CharField(blank=True, max_length=60, verbose_name="decision number")),
                ("decision_date", models.DateField(blank=True, null=True, verbose_name="decision date")),
                ("created_at", models.DateTimeField(verbose_name="begun at")),
                (
                    "award",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="awards.award",
                        verbose_name="award",
                    ),
                ),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="sent to the central board",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="begun by",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="held by",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="clusters.organisation",
                        verbose_name="nominated by",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.yearplace",
                        verbose_name="place in the result of the year",
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="sent to the province",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="nominated collective",
                    ),
                ),
            ],
            options={
                "verbose_name": "dossier of commendation",
                "verbose_name_plural": "dossiers of commendation",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Achievement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        choices=[("own", "Entered in the dossier"), ("pact", "Taken over from the pact")],
                        default="own",
                        max_length=10,
                        verbose_name="comes from",
                    ),
                ),
                ("text", models.CharField(blank=True, max_length=500, verbose_name="what was achieved")),
                ("target", models.CharField(blank=True, max_length=200, verbose_name="aimed at")),
                ("result", models.CharField(blank=True, max_length=200, verbose_name="reached")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="source")),
                (
                    "figure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.figure",
                        verbose_name="figure",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="achievements",
                        to="awards.nomination",
                        verbose_name="dossier of commendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "measured achievement",
                "verbose_name_plural": "measured achievements",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="NominationPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("submission_letter", "Submission letter"),
                            ("summary_list", "Summary list"),
                            ("achievement_report", "Achievement report, confirmed by the submitting level"),
                            ("council_minutes", "Minutes of the Council"),
                            ("cluster_minutes", "Minutes of the cluster or block"),
                            ("vote_result", "Result of the secret vote"),
                            ("initiative_certificate", "Confirmation of the effect and scope of the initiative"),
                            ("earlier_decisions", "Copies of earlier award decisions"),
                            ("consulted_opinion", "Opinion of a consulted body"),
                            ("party_opinion", "Opinion of the Party committee"),
                            ("tax_confirmation", "Tax confirmation of an enterprise"),
                            ("publication_proof", "Proof of publication"),
                            ("other_documents", "Other documents that the decree asks for"),
                        ],
                        max_length=30,
                        verbose_name="kind of paper",
                    ),
                ),
                ("is_confirmed", models.BooleanField(default=False, verbose_name="kind confirmed")),
                ("on_paper_only", models.BooleanField(default=False, verbose_name="on paper only")),
                (
                    "file",
                    models.FileField(blank=True, max_length=300, upload_to="nominations/%Y/%m", verbose_name="file"),
                ),
                ("name", models.CharField(max_length=255, verbose_name="file name")),
                ("size", models.PositiveIntegerField(default=0, verbose_name="size in bytes")),
                ("checksum", models.CharField(blank=True, max_length=64, verbose_name="checksum")),
                ("content_type", models.CharField(blank=True, max_length=100, verbose_name="kind of content")),
                ("filed_by_name", models.CharField(max_length=200, verbose_name="filed by")),
                ("filed_at", models.DateTimeField(verbose_name="filed at")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="filed for",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="awards.nomination",
                        verbose_name="dossier of commendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "paper of a dossier",
                "verbose_name_plural": "papers of dossiers",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="NominationComment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("subject", "Who is nominated"),
                            ("award", "Award"),
                            ("period", "Time of the achievement"),
                            ("achievements", "Measured achievements"),
                            ("summary", "Summary of the achievements"),
                            ("papers", "Papers of the dossier"),
                            ("whole", "The dossier as a whole"),
                        ],
                        max_length=20,
                        verbose_name="place in the dossier",
                    ),
                ),
                ("text", models.CharField(max_length=1000, verbose_name="comment")),
                ("made_by_name", models.CharField(max_length=200, verbose_name="person")),
                ("made_at", models.DateTimeField(verbose_name="time")),
                ("answer", models.CharField(blank=True, max_length=1000, verbose_name="answer")),
                ("answered_by_name", models.CharField(blank=True, max_length=200, verbose_name="answered by")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="made by",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="awards.nomination",
                        verbose_name="dossier of commendation",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="awards.nominationpaper",
                        verbose_name="paper",
                    ),
                ),
            ],
            options={
                "verbose_name": "comment on a dossier",
                "verbose_name_plural": "comments on dossiers",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="NominationStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=20, verbose_name="step")),
                ("source", models.CharField(blank=True, max_length=10, verbose_name="from the state")),
                ("target", models.CharField(max_length=10, verbose_name="to the state")),
                ("taken_by_name", models.CharField(max_length=200, verbose_name="person")),
                ("taken_at", models.DateTimeField(verbose_name="time")),
                ("why", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                ("holder_name", models.CharField(blank=True, max_length=200, verbose_name="held by")),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="awards.nomination",
                        verbose_name="dossier of commendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a dossier",
                "verbose_name_plural": "steps of dossiers",
                "ordering": ["-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RuleOverride",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.CharField(
                        choices=[
                            ("CSTD_TINH.chain", "Given “Chiến sĩ thi đua cơ sở” three times in a row."),
                            (
                                "CSTD_TINH.initiative",
                                "Has an initiative or topic that took effect and can be spread in the province.",
                            ),
                            ("CSTDTQ.chain", "Given “Chiến sĩ thi đua” of a ministry or province twice in a row."),
                            ("CSTDTQ.initiative", "Has an initiative or topic with effect in the whole country."),
                            (
                                "CSTDTQ.timing",
                                "Proposed in the year right after the second decision on the title of a province.",
                            ),
                            ("CSTDCS.ldtt", "Meets the standard of “Lao động tiên tiến”."),
                            (
                                "CSTDCS.rating_or_initiative",
                                "Rated as excellent, or has an initiative recognised at the grassroots.",
                            ),
                            ("CSTDCS.quota", "The list stays within the quota of “Chiến sĩ thi đua cơ sở”."),
                            (
                                "CO_CP.route",
                                "Led a cluster or block, or a campaign of the Prime Minister of five years or more.",
                            ),
                            (
                                "CO_CP.minutes",
                                "The minutes of the Council name the cluster or block that the unit led.",
                            ),
                            (
                                "CO_CP.quota",
                                "The list stays within the quota of the leaders of the province's clusters and blocks.",
                            ),
                            (
                                "CO_TINH.leads",
                                "Led a cluster or block, or a campaign of the province of three years or more.",
                            ),
                            ("TTLDXS.rating", "The collective is rated as excellent."),
                            ("TTLDXS.all_complete", "All members completed their tasks."),
                            (
                                "TTLDXS.ldtt_share",
                                "At least 70 per cent of the members are given “Lao động tiên tiến”.",
                            ),
                            ("TTLDXS.cstdcs", "At least one member is given “Chiến sĩ thi đua cơ sở”."),
                            ("TTLDXS.discipline", "No member is disciplined with a warning or more."),
                            (
                                "BK_TTG.window",
                                "Enough years of good work since the certificate of merit of the ministry or province.",
                            ),
                            (
                                "HC_LD_3.window",
                                "Enough years of good work since the Prime Minister's certificate of merit.",
                            ),
                            ("common.in_force", "The award is given on the day that decides the version of the law."),
                            ("common.one_form", "No two forms of commendation for one achievement."),
                            ("common.dissolved", "The unit is not dissolved or merged on the day of the proposal."),
                            ("common.discipline", "Not disciplined in the time of the achievement."),
                            (
                                "common.executive",
                                "The dossier of an executive comes with the result of the collective led.",
                            ),
                            ("common.papers", "Every paper of the checklist is there."),
                            ("common.publication", "Published long enough before the Council meets."),
                            ("common.vote", "The vote of the Council reaches the share needed."),
                        ],
                        max_length=40,
                        verbose_name="rule",
                    ),
                ),
                ("why", models.CharField(max_length=500, verbose_name="reason")),
                ("made_by_name", models.CharField(max_length=200, verbose_name="person")),
                ("made_at", models.DateTimeField(verbose_name="time")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="made by",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overrides",
                        to="awards.nomination",
                        verbose_name="dossier of commendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule overridden",
                "verbose_name_plural": "rules overridden",
                "ordering": ["id"],
            },
        ),
        migrations.AddIndex(
            model_name="nomination",
            index=models.Index(fields=["organisation", "-id"], name="nomination_by_nominator"),
        ),
        migrations.AddIndex(
            model_name="nomination",
            index=models.Index(fields=["province", "-id"], name="nomination_by_province"),
        ),
        migrations.AddIndex(
            model_name="nomination",
            index=models.Index(fields=["board", "-id"], name="nomination_by_board"),
        ),
        migrations.AddIndex(
            model_name="nomination",
            index=models.Index(fields=["holder", "state"], name="nomination_by_holder"),
        ),
        migrations.AddIndex(
            model_name="nomination",
            index=models.Index(fields=["name_key"], name="nomination_by_name"),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["draft", "presented", "submitted", "review", "council", "awarded", "declined", "withdrawn"],
                    )
                ),
                name="nomination_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.CheckConstraint(
                condition=models.Q(("subject_kind__in", ["individual", "collective", "household"])),
                name="nomination_subject_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("target_group", ""),
                    models.Q(
                        ("subject_kind", "individual"),
                        (
                            "target_group__in",
                            [
                                "senior_executive",
                                "department_executive",
                                "entrepreneur",
                                "other_executive",
                                "direct_worker",
                            ],
                        ),
                    ),
                    _connector="OR",
                ),
                name="nomination_target_group_of_people",
                violation_error_message="Only individuals have a target group.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.CheckConstraint(
                condition=models.Q(("subject__isnull", True), ("subject_kind", "collective"), _connector="OR"),
                name="nomination_body_is_collective",
                violation_error_message="An organisation is nominated as a collective.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("achieved_from__isnull", True),
                    ("achieved_to__isnull", True),
                    ("achieved_from__lte", models.F("achieved_to")),
                    _connector="OR",
                ),
                name="nomination_period_runs_forward",
                violation_error_message="The last day of the achievement comes before its first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "withdrawn"]), models.Q(("name", ""), _negated=True), _connector="OR"
                ),
                name="nomination_sent_has_subject",
                violation_error_message="A dossier that is sent names who is nominated.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "awarded"), _negated=True),
                    models.Q(models.Q(("decision_number", ""), _negated=True), ("decision_date__isnull", False)),
                    _connector="OR",
                ),
                name="nomination_awarded_by_decision",
                violation_error_message="An award names its decision: number and day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.UniqueConstraint(
                condition=models.Q(("place__isnull", False), models.Q(("state", "withdrawn"), _negated=True)),
                fields=("organisation", "award", "place"),
                name="nomination_once_from_a_place",
                violation_error_message="A dossier for this award was begun from this result already. Open that one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="achievement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("figure__isnull", True), ("origin", "own")),
                    models.Q(("figure__isnull", False), ("origin", "pact")),
                    _connector="OR",
                ),
                name="achievement_of_the_pact_has_figure",
            ),
        ),
        migrations.AddConstraint(
            model_name="achievement",
            constraint=models.UniqueConstraint(
                fields=("nomination", "figure"),
                name="achievement_figure_once",
                violation_error_message="This result of the pact is taken over already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nominationpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", ""),
                    (
                        "kind__in",
                        [
                            "submission_letter",
                            "summary_list",
                            "achievement_report",
                            "council_minutes",
                            "cluster_minutes",
                            "vote_result",
                            "initiative_certificate",
                            "earlier_decisions",
                            "consulted_opinion",
                            "party_opinion",
                            "tax_confirmation",
                            "publication_proof",
                            "other_documents",
                        ],
                    ),
                    _connector="OR",
                ),
                name="nomination_paper_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="nominationpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checksum", ""), ("file", ""), ("on_paper_only", True), ("size", 0)),
                    models.Q(
                        ("on_paper_only", False),
                        ("size__gt", 0),
                        models.Q(("file", ""), _negated=True),
                        models.Q(("checksum", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="nomination_paper_file_or_none",
                violation_error_message="A paper is a file, or it is marked as existing on paper only.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nominationpaper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("on_paper_only", False), ("withdrawn_at__isnull", True)),
                fields=("nomination", "checksum"),
                name="nomination_paper_once",
                violation_error_message="This very file lies in the dossier already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nominationpaper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("on_paper_only", True), ("withdrawn_at__isnull", True)),
                fields=("nomination", "kind"),
                name="nomination_paper_mark_once",
                violation_error_message="This paper is marked as existing on paper only already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nominationcomment",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="nomination_comment_says_something",
                violation_error_message="Say what is to be mended.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nominationcomment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("place__in", ["subject", "award", "period", "achievements", "summary", "papers", "whole"])
                ),
                name="nomination_comment_place_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="nominationcomment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at__isnull", True)),
                    models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                    _connector="OR",
                ),
                name="nomination_comment_answer_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="ruleoverride",
            constraint=models.UniqueConstraint(
                fields=("nomination", "code"),
                name="rule_override_once",
                violation_error_message="This rule is overridden in this dossier already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="ruleoverride",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "code__in",
                        [
                            "CSTD_TINH.chain",
                            "CSTD_TINH.initiative",
                            "CSTDTQ.chain",
                            "CSTDTQ.initiative",
                            "CSTDTQ.timing",
                            "CSTDCS.ldtt",
                            "CSTDCS.rating_or_initiative",
                            "CSTDCS.quota",
                            "CO_CP.route",
                            "CO_CP.minutes",
                            "CO_CP.quota",
                            "CO_TINH.leads",
                            "TTLDXS.rating",
                            "TTLDXS.all_complete",
                            "TTLDXS.ldtt_share",
                            "TTLDXS.cstdcs",
                            "TTLDXS.discipline",
                            "BK_TTG.window",
                            "HC_LD_3.window",
                            "common.in_force",
                            "common.one_form",
                            "common.dissolved",
                            "common.discipline",
                            "common.executive",
                            "common.papers",
                            "common.publication",
                            "common.vote",
                        ],
                    )
                ),
                name="rule_override_code_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="ruleoverride",
            constraint=models.CheckConstraint(
                condition=models.Q(("why", ""), _negated=True), name="rule_override_has_reason"
            ),
        ),
        migrations.RunSQL(STAND, FALL),
    ]
