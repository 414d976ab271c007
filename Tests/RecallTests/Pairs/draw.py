#!/usr/bin/env python3
"""Draws the names that RecallTests ask for: names.tsv (first and last names with their frequency) and pairs.tsv (a name
as it is on record, and as a recogniser spelt it). It draws by seed, before any rule of the program has seen a pair, and
takes none away afterwards but exact duplicates.

To draw again, which gives the same files:
  apt-get install espeak-ng            (1.51+dfsg-10+deb12u2 of Debian 12)
  python3 -m venv V && V/bin/pip install -r requirements.txt && V/bin/python draw.py
"""

import bisect
import collections
import concurrent.futures
import importlib
import importlib.metadata
import itertools
import pathlib
import random
import subprocess

import phonetics
import respelling

SEED = 15
PAIRS = {"homophone": 130, "misheard": 130, "family": 130, "edit": 150}  # of each language
# espeak-ng's voice, the Faker locale that customers' names come from, and locales of more spellings that are heard.
LANGUAGES = {
    "de": ("de", "de_DE", ["de_AT", "de_CH"]),
    "en": ("en-us", "en_US", ["en_GB", "en_IE"]),
    "es": ("es", "es_ES", ["es_AR", "es_MX"]),
}
PARTS = ("first", "last")
HERE = pathlib.Path(__file__).parent


def listed(locale, part):
    """The names of a locale with their weights: Faker's where it has them, else how often its list has the name."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    names = collections.Counter()
    found = vars(provider).get(f"{part}_names")
    if not isinstance(found, (dict, list, tuple)):
        return names
    if isinstance(found, dict):
        scale = 1_000_000 / sum(found.values())
        names.update({name: max(1, round(weight * scale)) for name, weight in found.items()})
    else:
        names.update(found)
    return names


class Drawing:
    """Names of one part (first or last) by frequency."""

    def __init__(self, weights):
        self.names = sorted(weights)
        self.sums = list(itertools.accumulate(weights[name] for name in self.names))

    def draw(self, chance):
        return self.names[bisect.bisect_right(self.sums, chance.randrange(self.sums[-1]))]


class Language:
    """The lists of one language, and which other spellings of a name each kind of pair may have."""

    def __init__(self, language):
        self.voice, locale, others = LANGUAGES[language]
        self.weights = {part: listed(locale, part) for part in PARTS}
        self.drawings = {part: Drawing(self.weights[part]) for part in PARTS}
        self.spellings = {
            part: sorted(set(self.weights[part]).union(*(listed(other, part) for other in others))) for part in PARTS
        }
        self.sounds = self.spoken(sorted(set(self.spellings["first"]) | set(self.spellings["last"])))
        self.families = {part: collections.defaultdict(list) for part in PARTS}
        for line in (HERE / "families.txt").read_text().splitlines():
            words = line.split()
            if words[0] == language:
                for name in words[2:]:
                    self.families[words[1]][name] += words[2:]
        self.known = {}

    def spoken(self, names):
        """What espeak-ng says of each name: its phonemes, without stress."""
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            command = ["nice", "espeak-ng", "-q", "--ipa", "--sep=_", "-v", self.voice]
            texts = pool.map(lambda name: subprocess.check_output([*command, name], text=True), names)
            return {name: phonetics.phonemes(text) for name, text in zip(names, texts)}

    def others(self, kind, part, name):
        """The other spellings that a name may have in a pair of this kind; sorted."""
        key = (kind, part, name)
        if key not in self.known:
            if kind == "family":
                found = self.families[part].get(name, [])
            else:
                sound = self.sounds[name]
                limit = 0 if kind == "homophone" else phonetics.small(sound)
                least = 0 if kind == "homophone" else 0.01
                spellings = self.spellings[part]
                found = [n for n in spellings if least <= phonetics.distance(sound, self.sounds[n], limit) <= limit]
            letters = respelling.letters(name)
            self.known[key] = sorted(n for n in set(found) if respelling.letters(n) != letters)
        return self.known[key]

    def heard(self, kind, part, name, chance):
        """The name as a recogniser spelt it, or None where this kind of pair cannot have the name."""
        if kind == "edit":
            return respelling.edited(name, chance)
        others = self.others(kind, part, name)
        return chance.choice(others) if others else None

    def pair(self, kind, chance):
        """A person drawn by frequency, and both names as heard: the last is another in half of the pairs, the first in
        a quarter, both in a quarter, as far as the names allow. None where neither name has another spelling."""
        recorded = [self.drawings[part].draw(chance) for part in PARTS]
        other = [self.heard(kind, part, name, chance) for part, name in zip(PARTS, recorded)]
        if other[0] and other[1]:
            choice = chance.random()
            kept = 0 if choice < 0.5 else 1 if choice < 0.75 else None
            if kept is not None:
                other[kept] = None
        if not any(other):
            return None
        return (*recorded, *(new or old for new, old in zip(other, recorded)))


def drawn(lists, language, kind):
    """As many different pairs of a kind as there have to be, in the order in which they were drawn."""
    chance = random.Random(f"{SEED} {language} {kind}")
    pairs = {}
    while len(pairs) < PAIRS[kind]:
        pair = lists.pair(kind, chance)
        if pair:
            pairs[pair] = True
    return list(pairs)


def is_unequal(pair):
    """Whether the codes by Kölner Phonetik of the first or the last names differ."""
    first, last, *heard = pair
    return any(phonetics.cologne(a) != phonetics.cologne(b) for a, b in zip((first, last), heard))


def write(name, comments, rows):
    lines = [f"# {line}" for line in comments] + ["\t".join(row) for row in rows]
    (HERE / name).write_text("\n".join(lines) + "\n")


def main():
    rows = []
    names = []
    table = []
    unequal = 0
    for language in LANGUAGES:
        lists = Language(language)
        for part in PARTS:
            names += [(language, part, name, str(lists.weights[part][name])) for name in lists.drawings[part].names]
        for kind in PAIRS:
            pairs = drawn(lists, language, kind)
            rows += [(language, kind, *pair) for pair in pairs]
            count = sum(map(is_unequal, pairs))
            unequal += count
            table.append(f"  {language} {kind}: {len(pairs)}, {count}")
    faker = importlib.metadata.version("Faker")
    espeak = subprocess.check_output(["espeak-ng", "--version"], text=True).split("Data")[0].split(":")[-1].strip()
    locales = ", ".join(locale for _, locale, _ in LANGUAGES.values())
    write("names.tsv", [
        f"The names of customers, from Faker {faker} (MIT licence): {locales}. The",
        "weight is the name's frequency where Faker has one, else how often its list has the name. Written by draw.py.",
        "language\tpart\tname\tweight",
    ], names)
    write("pairs.tsv", [
        f"Names as they are on record and as a recogniser spelt them, drawn by draw.py with seed {SEED} before any",
        "rule of the program saw them, by frequency of the recorded names. None was taken away but exact duplicates.",
        f"Made with Faker {faker} and espeak-ng {espeak}. The kinds:",
        "  homophone  another spelling of Faker's lists, of the same phonemes",
        "  misheard   another spelling of Faker's lists, at a small distance of phonemes (phonetics.py)",
        "  family     another spelling of its family (families.txt)",
        "  edit       one edit that recognisers make, sometimes two (respelling.py)",
        f"{len(rows)} pairs, {unequal} of them with unequal codes by Kölner Phonetik. Of each kind, and unequal:",
        *table,
        "language\tkind\tfirst name\tlast name\theard first name\theard last name",
    ], rows)


if __name__ == "__main__":
    main()
