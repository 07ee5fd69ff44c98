"""One Document in, one file out: docx, pdf and xlsx as bytes, html as a safe fragment. Nothing here reads a clock.

The measures of paper are those of Decree 30/2020/NĐ-CP, Appendix I. Of what it leaves open: 20 mm above and below and
15 mm at the right, its least, because the tables of a cluster are wide; 30 mm at the left for the binding.
"""

PAGE_MM = (210, 297)
MARGIN_TOP_MM = MARGIN_BOTTOM_MM = 20
MARGIN_LEFT_MM = 30
MARGIN_RIGHT_MM = 15
BODY_PT = 14
TABLE_PT = 12
INDENT_MM = 12.7
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS = "Nơi nhận:"
