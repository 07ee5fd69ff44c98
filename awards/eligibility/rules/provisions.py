"""Each rule's check: the docstring is the provision as the law states it, and is printed on the page of rules.

Where the stored texts of the law do not bear a statement out, the docstring says “chưa kiểm chứng”; such a rule only
warns. No article is named that was not seen.
"""

from awards.catalogue.rules.terms import SubjectKind
from awards.eligibility.rules import case, chains, flags, windows, years
from awards.eligibility.rules.facts import Facts
from awards.eligibility.rules.finding import Finding, Settle, cannot_tell
from awards.eligibility.rules.terms import Route, SettledBy
from awards.records.rules.terms import InitiativeScope, Rating

MERIT = frozenset({"BK_BO", "BK_TINH"})
PRIME_MINISTER_MERIT = frozenset({"BK_TTG"})
CLAUSE_OF_YEARS = frozenset({"73.1.b", "44.1.e", ""})
BY_DECREE_91 = windows.Window(MERIT, 5, (windows.rated_excellent, windows.with_initiative))
BY_LAW_2022 = windows.Window(MERIT, 5, (windows.rated_good,), fighters=3)
OF_LABOUR_ORDER = windows.Window(
    PRIME_MINISTER_MERIT, 5, (windows.rated_good,), one=windows.rated_excellent, fighters=3
)


def _window_of_years(facts: Facts, window: windows.Window) -> Finding | None:
    """The clause speaks of people; what the law asks of a household instead was not seen, so that a person compares."""
    if facts.ground not in CLAUSE_OF_YEARS:
        return None
    if facts.subject_kind == SubjectKind.HOUSEHOLD:
        return cannot_tell("household_not_read", Settle(SettledBy.READ_PROVISION))
    return windows.judged_window(facts, window) if facts.is_person else None


def not_read_of_2003(facts: Facts) -> Finding | None:
    """Nội dung điều kiện theo văn bản trước năm 2024 chưa có trong phần mềm; người thẩm định đối chiếu với văn bản
    (chưa kiểm chứng)."""
    return cannot_tell("provision_not_read", Settle(SettledBy.READ_PROVISION))


def cstd_tinh_chain(facts: Facts) -> Finding | None:
    """Cá nhân có thành tích tiêu biểu xuất sắc trong số những cá nhân 03 lần liên tục được tặng danh hiệu “Chiến sĩ thi
    đua cơ sở”. Lần liên tục tính theo năm thành tích, qua các đơn vị cá nhân đã công tác và các đơn vị được kế thừa."""
    return chains.three_fighters(facts)


def cstd_tinh_chain_2003(facts: Facts) -> Finding | None:
    """Cá nhân có thành tích tiêu biểu xuất sắc trong số những cá nhân có 03 lần liên tục đạt danh hiệu “Chiến sĩ thi
    đua cơ sở” (văn bản trước năm 2024, chưa kiểm chứng)."""
    return chains.three_fighters(facts)


def cstd_tinh_initiative(facts: Facts) -> Finding | None:
    """Có sáng kiến đã được áp dụng hiệu quả hoặc đề tài khoa học có khả năng nhân rộng trong bộ, ban, ngành, tỉnh, được
    người đứng đầu bộ, ban, ngành, tỉnh công nhận."""
    return years.initiative_within(
        facts, InitiativeScope.PROVINCE, chains.years_of(chains.three_fighters(facts), facts)
    )


def cstdtq_chain(facts: Facts) -> Finding | None:
    """Cá nhân có thành tích tiêu biểu xuất sắc nhất trong số những cá nhân 02 lần liên tục được tặng danh hiệu “Chiến
    sĩ thi đua bộ, ban, ngành, tỉnh”. Hai lần là liên tục khi các năm thành tích ở giữa không đứt quãng: năm nào cũng có
    danh hiệu “Chiến sĩ thi đua cơ sở” hoặc danh hiệu cấp bộ, tỉnh."""
    return chains.two_higher_fighters(facts)


def cstdtq_chain_2003(facts: Facts) -> Finding | None:
    """Cá nhân có 02 lần liên tục đạt danh hiệu “Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương” (văn bản
    trước năm 2024, chưa kiểm chứng)."""
    return chains.two_higher_fighters(facts)


def cstdtq_initiative(facts: Facts) -> Finding | None:
    """Có sáng kiến đã được áp dụng hiệu quả hoặc đề tài khoa học có phạm vi ảnh hưởng trong toàn quốc, được người đứng
    đầu bộ, ban, ngành, tỉnh công nhận."""
    return years.initiative_within(
        facts, InitiativeScope.NATIONAL, chains.years_of(chains.two_higher_fighters(facts), facts)
    )


def cstdtq_timing(facts: Facts) -> Finding | None:
    """Đề nghị xét tặng danh hiệu “Chiến sĩ thi đua toàn quốc” vào năm liền kề với năm có quyết định tặng danh hiệu cấp
    bộ, ngành, tỉnh, đoàn thể trung ương lần thứ hai."""
    return chains.year_after_second_title(facts)


def cstdcs_ldtt(facts: Facts) -> Finding | None:
    """Đạt tiêu chuẩn danh hiệu “Lao động tiên tiến” hoặc “Chiến sĩ tiên tiến”."""
    return years.meets_advanced(facts)


def cstdcs_rating_or_initiative(facts: Facts) -> Finding | None:
    """Được xếp loại hoàn thành xuất sắc nhiệm vụ, hoặc có sáng kiến được cơ sở công nhận, có đề tài khoa học đã được
    nghiệm thu, hoặc mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu."""
    return years.excellent_or_initiative(facts)


def cstdcs_quota_91(facts: Facts) -> Finding | None:
    """Tỷ lệ cá nhân được công nhận “Chiến sĩ thi đua cơ sở” không quá 15% tổng số cá nhân đạt danh hiệu “Lao động tiên
    tiến”, “Chiến sĩ tiên tiến”; bộ, ban, ngành, tỉnh có thể quy định thấp hơn."""
    return flags.judged_quota(facts)


def cstdcs_quota(facts: Facts) -> Finding | None:
    """Tỷ lệ “Chiến sĩ thi đua cơ sở” do bộ, ban, ngành, tỉnh tự quy định; Luật không ấn định tỷ lệ chung (chưa kiểm
    chứng)."""
    return flags.judged_quota(facts)


def co_cp_route(facts: Facts) -> Finding | None:
    """Tập thể tiêu biểu xuất sắc trong số các tập thể dẫn đầu cụm, khối thi đua do bộ, ban, ngành, tỉnh tổ chức; hoặc
    dẫn đầu cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng Trung ương tổ chức; hoặc dẫn đầu phong trào thi đua do
    Thủ tướng Chính phủ phát động có thời gian từ 05 năm trở lên."""
    route, led = flags.route_fits(facts), flags.led_by_frozen_result(facts)
    return led if led is not None and led.answer.rank > route.answer.rank else route


def co_cp_route_2003(facts: Facts) -> Finding | None:
    """Tập thể dẫn đầu cụm, khối thi đua; kết quả năm của cụm, khối đã được chốt. Hồ sơ nêu phong trào: phong trào do
    Thủ tướng Chính phủ phát động có thời gian từ 05 năm trở lên (văn bản trước năm 2024, chưa kiểm chứng)."""
    if facts.route is Route.CAMPAIGN:
        return flags.campaign_of_prime_minister(facts)
    return flags.led_by_frozen_result(facts)


def co_cp_minutes(facts: Facts) -> Finding | None:
    """Biên bản họp Hội đồng Thi đua - Khen thưởng ghi rõ tên cụm, khối thi đua mà tập thể được đề nghị là đơn vị dẫn
    đầu."""
    return flags.named_in_minutes(facts)


def co_cp_quota_91(facts: Facts) -> Finding | None:
    """Số tập thể được đề nghị tặng “Cờ thi đua của Chính phủ” không quá 20% tổng số tập thể được bình chọn dẫn đầu các
    cụm, khối thi đua do bộ, ban, ngành, tỉnh tổ chức. Đơn vị dẫn đầu cụm, khối do Hội đồng Trung ương tổ chức không
    tính trong tỷ lệ này."""
    return flags.share_of_leaders(facts)


def co_cp_quota(facts: Facts) -> Finding | None:
    """Số tập thể được đề nghị tặng “Cờ thi đua của Chính phủ” không quá 20% tổng số tập thể được bình chọn dẫn đầu các
    cụm, khối thi đua do bộ, ban, ngành, tỉnh tổ chức (tỷ lệ nêu tại Công văn 5007/BNV-TĐKT). Đơn vị dẫn đầu cụm, khối
    do Hội đồng Trung ương tổ chức không tính trong tỷ lệ này."""
    return flags.share_of_leaders(facts)


def co_tinh_leads(facts: Facts) -> Finding | None:
    """Tập thể dẫn đầu cụm, khối thi đua do bộ, ban, ngành, tỉnh tổ chức, hoặc dẫn đầu phong trào thi đua theo chuyên đề
    có thời gian từ 03 năm trở lên (chưa kiểm chứng)."""
    return flags.leads_cluster_or_campaign(facts)


def ttldxs_rating(facts: Facts) -> Finding | None:
    """Hoàn thành xuất sắc nhiệm vụ."""
    return years.rated_at_least(facts, Rating.EXCELLENT)


def ttldxs_all_complete(facts: Facts) -> Finding | None:
    """Có 100% cá nhân trong tập thể hoàn thành nhiệm vụ được giao."""
    return years.share_of_headcount(facts, "completed", 100, "all_complete")


def ttldxs_ldtt_share(facts: Facts) -> Finding | None:
    """Có ít nhất 70% cá nhân trong tập thể đạt danh hiệu “Lao động tiên tiến”."""
    return years.share_of_headcount(facts, "advanced", 70, "advanced_share")


def ttldxs_cstdcs(facts: Facts) -> Finding | None:
    """Có cá nhân đạt danh hiệu “Chiến sĩ thi đua cơ sở”."""
    return years.at_least_one_fighter(facts)


def ttldxs_discipline(facts: Facts) -> Finding | None:
    """Không có cá nhân bị kỷ luật từ hình thức cảnh cáo trở lên (văn bản trước năm 2024, chưa kiểm chứng)."""
    return years.no_warning(facts)


def bk_ttg_window_91(facts: Facts) -> Finding | None:
    """Cá nhân đã được tặng Bằng khen cấp bộ, ngành, tỉnh và có từ 05 năm liên tục trở lên đến thời điểm đề nghị hoàn
    thành xuất sắc nhiệm vụ, có 05 sáng kiến được công nhận."""
    return _window_of_years(facts, BY_DECREE_91)


def bk_ttg_window(facts: Facts) -> Finding | None:
    """Cá nhân đã được tặng bằng khen của bộ, ban, ngành, tỉnh, sau đó có từ 05 năm liên tục trở lên tính đến thời điểm
    đề nghị được xếp loại hoàn thành tốt nhiệm vụ trở lên, trong thời gian đó có 03 lần được tặng danh hiệu “Chiến sĩ
    thi đua cơ sở”. (Một trong các trường hợp được xét tặng.)"""
    return _window_of_years(facts, BY_LAW_2022)


def hc_ld_3_window(facts: Facts) -> Finding | None:
    """Cá nhân đã được tặng “Bằng khen của Thủ tướng Chính phủ”, sau đó có từ 05 năm liên tục trở lên được xếp loại hoàn
    thành tốt nhiệm vụ trở lên, trong đó có ít nhất 01 năm hoàn thành xuất sắc nhiệm vụ và 03 lần được tặng danh hiệu
    “Chiến sĩ thi đua cơ sở”. (Một trong các trường hợp được xét tặng.)"""
    return _window_of_years(facts, OF_LABOUR_ORDER)


def in_force(facts: Facts) -> Finding | None:
    """Danh hiệu, hình thức khen thưởng có trong luật vào ngày xác định phiên bản luật của hồ sơ."""
    return case.given_on_the_day(facts)


def one_form(facts: Facts) -> Finding | None:
    """Không tặng nhiều hình thức khen thưởng cho một thành tích đạt được. Danh hiệu thi đua không tính là một hình
    thức."""
    return case.one_form_for_one_achievement(facts)


def dissolved(facts: Facts) -> Finding | None:
    """Không khen thưởng tập thể đã giải thể khi sắp xếp tổ chức; đơn vị kế thừa đề nghị (mới biết qua tiêu đề văn bản,
    chưa kiểm chứng)."""
    return case.unit_stands(facts)


def discipline(facts: Facts) -> Finding | None:
    """Trong thời gian tính thành tích không bị kỷ luật từ cảnh cáo trở lên (theo quy định của từng địa phương, chưa
    kiểm chứng)."""
    return years.no_warning(facts)


def executive(facts: Facts) -> Finding | None:
    """Thành tích của người lãnh đạo gắn với kết quả của tập thể do người đó lãnh đạo (chưa kiểm chứng)."""
    return case.collective_did_as_well(facts)
