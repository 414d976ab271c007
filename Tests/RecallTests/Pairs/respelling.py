"""Edits of names as recognisers make them."""

import re
import unicodedata

VOWELS = "aeiouyäöüáéíóú"


def letters(name):
    """The letters that tell one spelling from another: no case, accents, blanks or hyphens; ß is ss, ä is ae."""
    name = name.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if letter.isalpha())


def rewritten(name, pattern, replacement):
    """The name after one rewriting, for each place where the pattern stands."""
    return [name[:m.start()] + m.expand(replacement) + name[m.end():] for m in re.finditer(pattern, name)]


def both(left, right):
    """A rule that writes either group of letters as the other."""
    return lambda name: rewritten(name, left, right) + rewritten(name, right, left)


RULES = [
    lambda name: rewritten(name, r"([a-zß])\1", r"\1"),
    lambda name: rewritten(name, rf"(?<=[{VOWELS}])([lmnrtsfpk])(?=[{VOWELS}])", r"\1\1"),
    both("ie", "ei"),
    both("ph", "f"),
    lambda name: rewritten(name, "ck", "k") + rewritten(name, "c(?![hkeiéíz])", "k") + rewritten(name, "k", "c"),
    lambda name: rewritten(name, "th", "t") + rewritten(name, "t(?![htsz])", "th"),
    lambda name: rewritten(name, rf"(?<=[{VOWELS}])h|^h(?=[{VOWELS}])|(?<=[gr])h", "")
    + rewritten(name, rf"(?<=[{VOWELS}])(?=[lmnr])", "h"),
    both("y", "i"),
    lambda name: rewritten(name, r"(?<=.)(\w)(?!\1)(\w)", r"\2\1"),
    lambda name: rewritten(name, "(en|er|es|ez|[a-zé])$", "") if len(name) > 3 else [],
]


def once(name, chance):
    """The name after one edit: a rule that fits it, and one of the rule's places, by chance."""
    found = [changed for changed in (rule(name.lower()) for rule in RULES) if changed]
    if not found:
        return name
    word = chance.choice(chance.choice(found))
    # Capitals as they were: at the beginning and behind a blank or a hyphen.
    return re.sub(r"(^|[ -])(\w)", lambda m: m[1] + m[2].upper(), word)


def edited(name, chance):
    """The name after an edit; from six letters on after two in one of seven. None where nothing fits it."""
    for _ in range(20):
        result = once(name, chance)
        if len(name) >= 6 and chance.randrange(7) == 0:
            result = once(result, chance)
        if letters(result) != letters(name):
            return result
    return None
