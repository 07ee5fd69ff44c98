"""Where a link in a paper leads: to an address that anybody may open, or into the reader's own machine and network."""

import re

ANYBODYS = {"http", "https", "mailto", "tel", "sms", "ftp"}
INTO_A_MACHINE = {"file", "smb", "cifs", "nfs", "afp", "webdav", "dav", "ldap", "telnet", "ssh", "rdp", "shell", "res"}
PROGRAMS = {"javascript", "vbscript", "livescript", "data", "blob", "jar", "hcp", "mk", "mhtml", "its", "view-source"}
PROGRAMS_BEGIN = ("ms-", "search", "microsoft-edge", "vnd.", "x-apple")
SCHEME = re.compile(r"([a-z][a-z0-9+-]*):|([a-z][a-z0-9+.-]*):(?!\d)")  # “dia.chi:8080” is none
PASSED_OVER = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
MACHINES = re.compile(r"\\|/[/\\]|%5c|%2f(?:%2f|/|\\)")


def leads_inside(link: str) -> bool:
    """True of a file of the reader's, another machine's folder and a program; a link to what lies beside the paper
    leads to no machine. What a scheme that nobody knows opens (“zalo:”, “htpps:”) is no file; one may stand before
    another (“url:file:”)."""
    plain = PASSED_OVER.sub("", link).strip().lower()
    if not SCHEME.match(plain):
        return MACHINES.match(plain) is not None
    while scheme := SCHEME.match(plain):
        name = scheme[1] or scheme[2]
        if len(name) == 1 or name in INTO_A_MACHINE | PROGRAMS or name.startswith(PROGRAMS_BEGIN):
            return True
        plain = plain[scheme.end() :]
        if name in ANYBODYS or plain.startswith("//"):
            return False
    return plain.startswith("\\")


def leads_away(target: str) -> bool:
    """True of what a part of a file names outside the file."""
    plain = PASSED_OVER.sub("", target).strip().lower()
    return "://" in target or SCHEME.match(plain) is not None or leads_inside(target)
