"""What may be asked for of a paper besides its formats. Pure."""

ORIGINAL = "goc"  # stands in the address, as a format does: the paper signed by hand or digitally
