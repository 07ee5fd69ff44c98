"""Where a link in a paper leads: to an address that anybody may open, or into the reader's own machine and network."""

import re

ANYBODYS = {"http", "https", "mailto", "tel", "sms", "fax", "ftp", "about", "urn", "doi"}
SCHEME = re.compile(r"([a-z][a-z0-9+-]*):|([a-z][a-z0-9+.-]*):(?!\d)")  # “dia.chi:8080” is none
PASSED_OVER = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
MACHINES = re.compile(r"\\|/[/\\]|%5c|%2f(?:%2f|/|\\)")


def leads_inside(link: str) -> bool:
    """True of a file of the reader's, another machine's folder and a program; a link to what lies beside the paper
    leads to no machine."""
    plain = PASSED_OVER.sub("", link).strip().lower()
    if scheme := SCHEME.match(plain):
        return (scheme[1] or scheme[2]) not in ANYBODYS
    return MACHINES.match(plain) is not None


def leads_away(target: str) -> bool:
    """True of what a part of a file names outside the file."""
    return "://" in target or leads_inside(target)
