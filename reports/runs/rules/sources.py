"""What stands behind a figure: a query of the register, or a table of accepted figures. Pure."""

FIGURES = "figures:"  # before the id of a cluster's year and the period; else a source is a query of the register
