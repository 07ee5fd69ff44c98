"""Codes of the numbered rules that procedures name. The code never changes; which procedure names it, whether it blocks
or warns and by which provision are dated rows (`reference/rules.csv`); its sentence is in `models.wording.RULES`; what
it looks at is registered under the code by the room that holds the records.

`law` of a check is a code of `LawVersion`: LUAT_2003_ND91, LUAT_2022 (Decree 98/2023), LUAT_2022_ND152.
"""

from enum import StrEnum


class RuleCode(StrEnum):
    CSTD_TINH_CHAIN = "CSTD_TINH.chain"
    """Three CSTDCS in a row, by achievement year. Law of 2022, Article 22."""
    CSTD_TINH_INITIATIVE = "CSTD_TINH.initiative"
    """An initiative or topic applied and spread in the province, recognised by its head. Law of 2022, Article 22."""
    CSTDTQ_CHAIN = "CSTDTQ.chain"
    """Two CSTD of a ministry or province in a row, by achievement year. Law of 2022, Article 21."""
    CSTDTQ_INITIATIVE = "CSTDTQ.initiative"
    """An initiative or topic with effect in the whole country. Law of 2022, Article 21."""
    CSTDTQ_TIMING = "CSTDTQ.timing"
    """Proposed in the year right after the decision on the second CSTD. Decree 91/2017, Article 48."""
    CSTDCS_LDTT = "CSTDCS.ldtt"
    """Meets what LDTT or CSTT asks. Law of 2022, Article 23."""
    CSTDCS_RATING_OR_INITIATIVE = "CSTDCS.rating_or_initiative"
    """Rated "hoàn thành xuất sắc nhiệm vụ", or an initiative recognised at the grassroots. Law of 2022, Article 23."""
    CSTDCS_QUOTA = "CSTDCS.quota"
    """At most the share of LDTT holders. Decree 91/2017, Article 9.3 (15 %); later the province's own."""
    CO_CP_ROUTE = "CO_CP.route"
    """Led a cluster or block of the province, or of the Central Council, or a campaign of the Prime Minister of five
    years or more; a cluster led is a frozen result. Law of 2022, Article 25."""
    CO_CP_MINUTES = "CO_CP.minutes"
    """The Council's minutes name the cluster or block that was led. Letter 5007/BNV-TĐKT of 2023."""
    CO_CP_QUOTA = "CO_CP.quota"
    """At most 20 % of the leaders of the province's own clusters and blocks. Decree 91/2017, Article 11."""
    CO_TINH_LEADS = "CO_TINH.leads"
    """Led a cluster or block of the province, or its campaign of three years or more. Law of 2022, Article 26."""
    TTLDXS_RATING = "TTLDXS.rating"
    """Rated "hoàn thành xuất sắc nhiệm vụ". Law of 2022, Article 27 a."""
    TTLDXS_ALL_COMPLETE = "TTLDXS.all_complete"
    """All members completed their tasks. Law of 2022, Article 27 c."""
    TTLDXS_LDTT_SHARE = "TTLDXS.ldtt_share"
    """At least 70 % of the members are LDTT. Law of 2022, Article 27 c."""
    TTLDXS_CSTDCS = "TTLDXS.cstdcs"
    """At least one member is CSTDCS. Law of 2022, Article 27 d."""
    TTLDXS_DISCIPLINE = "TTLDXS.discipline"
    """Nobody disciplined from "cảnh cáo" up. Law of 2003."""
    BK_TTG_WINDOW = "BK_TTG.window"
    """BK of a ministry or province, then five years in a row rated "hoàn thành tốt" or better, with three CSTDCS in
    that time. Law of 2022, Article 73.1 b. Under Decree 91/2017, Article 38: five years "xuất sắc" and five
    initiatives."""
    HC_LD_3_WINDOW = "HC_LD_3.window"
    """BK_TTG, then five years in a row rated "hoàn thành tốt" or better, one of them "xuất sắc", with three CSTDCS in
    that time. Law of 2022, Article 44.1 e."""
    IN_FORCE = "common.in_force"
    """The award is given on the day that decides."""
    ONE_FORM = "common.one_form"
    """Several forms are not given for one achievement; forms against each other, not a title against a form. Law of
    2022, Article 5."""
    DISSOLVED = "common.dissolved"
    """A body dissolved by a reorganisation is not proposed. Circular 15/2025/TT-BNV (known by its headline)."""
    DISCIPLINE = "common.discipline"
    """Not disciplined in the time of the achievement (rules of provinces; no provision seen)."""
    EXECUTIVE = "common.executive"
    """An executive's dossier comes with the result of the collective led (no provision seen)."""
    PAPERS = "common.papers"
    """Every paper of the checklist is there."""
    PUBLICATION = "common.publication"
    """The list stood in public for the procedure's working days before the Council meets. Decree 98/2023, Article
    46.2."""
    VOTE = "common.vote"
    """The secret ballot reached the procedure's share."""
