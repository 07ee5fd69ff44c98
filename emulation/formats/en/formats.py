"""The English pages show the same offices' figures: one way to write a day or a number in the whole application."""

from emulation.formats.vi.formats import *  # noqa: F403  (the same formats under another language's name)
