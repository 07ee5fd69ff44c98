"""Makes the catalogue of a block's words: of every Vietnamese sentence that speaks of a cluster, the same of a block.

python -m emulation.core.block_catalogue locale/vi/LC_MESSAGES/django.po locale/vi_X-khoi/LC_MESSAGES/django.mo
"""

import sys
from pathlib import Path

from babel.messages import mofile, pofile

from emulation.core.block_words import VIETNAMESE
from emulation.core.text import of_block


def compile_catalogue(source: Path, target: Path) -> None:
    """What says the same of both is left out: it is looked up in the Vietnamese catalogue."""
    with source.open("rb") as file:
        catalogue = pofile.read_po(file, locale=VIETNAMESE)
    for message in [one for one in catalogue if one.id]:
        said = message.string if isinstance(message.string, tuple | list) else (message.string,)
        turned = tuple(of_block(text) for text in said)
        if turned == tuple(said):
            catalogue.delete(message.id, message.context)
        else:
            message.string = turned if isinstance(message.string, tuple | list) else turned[0]
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        mofile.write_mo(file, catalogue)


if __name__ == "__main__":
    compile_catalogue(*(Path(name) for name in sys.argv[1:]))
