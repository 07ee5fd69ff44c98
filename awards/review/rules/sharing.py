"""Who gets the next dossier: whoever has the fewest. Pure."""

from collections.abc import Collection, Iterable, Mapping


def shared_out(
    dossiers: Iterable[int], load: Mapping[int, int], *, not_to: Mapping[int, Collection[int]] | None = None
) -> dict[int, int]:
    """{dossier: person}. Ties go to the lower id, so that the same load is always shared alike; `not_to`: for each
    dossier, people that it may not go to. A dossier that may go to nobody is left out."""
    barred, counts = not_to or {}, dict(load)
    found: dict[int, int] = {}
    for dossier in dossiers:
        free = [person for person in counts if person not in barred.get(dossier, ())]
        if not free:
            continue
        chosen = min(free, key=lambda person: (counts[person], person))
        found[dossier] = chosen
        counts[chosen] += 1
    return found
