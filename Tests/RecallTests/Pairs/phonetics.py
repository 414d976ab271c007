"""Sounds of names: espeak-ng's phonemes, how far two lie apart, and Kölner Phonetik."""

import functools
import re
import unicodedata

# Phonemes that a telephone line mixes up: they count half.
ALIKE = [
    "b p", "d t", "ɡ k", "v f β", "z s ʃ ʒ θ", "dʒ tʃ ʒ ʃ", "ts s", "m n ŋ", "ð d", "β b", "ɣ ɡ", "r ɾ ɹ ʁ", "w v",
    "x h ç", "j i", "ʎ j ʝ", "ɲ n", "pf f", "l ɫ", "e ɛ", "i ɪ", "o ɔ", "u ʊ", "y ʏ", "ø œ", "a ɑ ʌ æ ɐ", "ə ɜ ɐ ɛ ɪ ᵻ",
    "eɪ e ɛ", "oʊ o ɔ", "aɪ a", "ɔø ɔɪ", "ɜ ɐ ɚ", "i y", "e ø", "ɛ œ", "ɑ ɔ",
]
PAIRS = {frozenset((a, b)) for group in ALIKE for a in group.split() for b in group.split() if a != b}
# Phonemes that speech swallows.
FAINT = {"ə", "ɜ", "ɐ", "h", "ʔ", "ᵻ"}


def phonemes(text):
    """The phonemes of what espeak-ng printed: no stress, no switches of language, no pauses between words."""
    text = re.sub(r"\([a-z-]+\)", "_", text)
    text = re.sub("[ˈˌ\u0361\u200d]", "", text)
    return tuple(phoneme for phoneme in re.split(r"[_\s]+", text) if phoneme)


@functools.cache
def replaced(left, right):
    """The cost of one phoneme for another."""
    if left == right:
        return 0
    short = left.replace("ː", ""), right.replace("ː", "")
    if short[0] == short[1]:
        return 0.25
    return 0.5 if frozenset(short) in PAIRS else 1


def dropped(phoneme):
    """The cost of a phoneme too many or too few."""
    return 0.5 if phoneme in FAINT else 1


def small(sound):
    """The distance within which another name is misheard: half a phoneme, a whole one from five phonemes on."""
    return 1 if len(sound) >= 5 else 0.5


def distance(left, right, limit):
    """The least cost of making one sound the other; infinite where their lengths put it above the limit anyway."""
    if abs(len(left) - len(right)) > 2 * limit:
        return float("inf")
    row = [0.0]
    for phoneme in right:
        row.append(row[-1] + dropped(phoneme))
    for phoneme in left:
        above, row = row, [row[0] + dropped(phoneme)]
        for index, other in enumerate(right):
            either = min(above[index + 1] + dropped(phoneme), row[index] + dropped(other))
            row.append(min(above[index] + replaced(phoneme, other), either))
    return row[-1]


def cologne(name):
    """The code of a name by Kölner Phonetik (H. J. Postel, 1969), the whole name as one word."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    word = "".join(letter for letter in folded if "a" <= letter <= "z")
    code = []
    for index, letter in enumerate(word):
        before = word[index - 1] if index else ""
        after = word[index + 1:index + 2]
        follows = after != "" and after
        if letter in "aeijouy":
            digit = "0"
        elif letter == "h":
            continue
        elif letter == "b" or letter == "p" and follows != "h":
            digit = "1"
        elif letter in "dt":
            digit = "8" if follows and follows in "csz" else "2"
        elif letter in "fvwp":
            digit = "3"
        elif letter in "gkq":
            digit = "4"
        elif letter == "c":
            hard = "ahkloqrux" if index == 0 else "ahkoqux"
            digit = "4" if follows and follows in hard and before not in ("s", "z") else "8"
        elif letter == "x":
            digit = "8" if before and before in "ckq" else "48"
        else:
            digit = {"l": "5", "m": "6", "n": "6", "r": "7", "s": "8", "z": "8"}[letter]
        code += digit
    shortened = [digit for index, digit in enumerate(code) if index == 0 or digit != code[index - 1]]
    return "".join(digit for index, digit in enumerate(shortened) if index == 0 or digit != "0")
