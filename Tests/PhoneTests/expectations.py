"""Prints phone numbers and what they are by the contract's rule (section 3, "Phones"), written with phonenumbers' functions.

A line is country, text and what is expected, with tabs between: an E.164 number; `sent` for one that is kept as sent;
`impossible` for one that is so and that its plan makes impossible; `none` for what is no number. The texts are the example
numbers of every type of every region as they are written inside and outside the country, with its own prefixes and with
those of others, and seeded changes of them.
"""

import random
import re
import sys

import phonenumbers
from phonenumbers import CountryCodeSource, NumberParseException, PhoneMetadata, PhoneNumberFormat, ValidationResult
from phonenumbers import phonenumbermatcher, phonenumberutil
from phonenumbers.phonenumber import PhoneNumber

MUTATIONS = 20_000
BLANKS = "\u00a0\u2009\u202f\u3000 "
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212\uff0d-"
MARKS = "\u200b\u200e\u200f\u202a\u202c\u2060\u2068\ufeff"
ZEROS = "0\u0660\u06f0\u0966\uff10"
PREFIXES = ["00", "011", "0011", "001", "010", "810", "119", "0", "1", "8", "+", "+00"]


def plain(text):
    """The digits of a text, with `+` where it begins with one."""
    text = text.removeprefix("tel:")
    digits = "".join(str(int(sign)) for sign in text if sign.isdecimal())
    return ("+" if re.match(r"[^0-9\w]*[+\uff0b]", text) else "") + digits


def number(code, national):
    made = PhoneNumber(country_code=code, national_number=int(national))
    phonenumberutil._set_italian_leading_zeros_for_phone_number(national, made)
    return made


def settled(given):
    """What a number is that is recorded and read again, until nothing changes."""
    while True:
        national = phonenumberutil.national_significant_number(given)
        again = phonenumbers.parse(f"+{given.country_code}{national}", None)
        if phonenumberutil.national_significant_number(again) == national:
            return given
        given = number(again.country_code, phonenumberutil.national_significant_number(again))


def e164(given):
    return phonenumbers.format_number(given, PhoneNumberFormat.E164)


def by_length(given):
    reason = phonenumbers.is_possible_number_with_reason(given)
    if reason == ValidationResult.IS_POSSIBLE:
        return e164(given)
    return "sent" if reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY else "impossible"


def in_full(text, region):
    """A number with `+` or international prefix; None where it has neither or its calling code does not exist."""
    try:
        parsed = phonenumbers.parse(text, region, keep_raw_input=True)
        if parsed.country_code_source in (
            CountryCodeSource.FROM_NUMBER_WITH_PLUS_SIGN,
            CountryCodeSource.FROM_NUMBER_WITH_IDD,
        ):
            return by_length(settled(parsed))
    except NumberParseException as error:
        plan = PhoneMetadata.metadata_for_region(region, None) if region else None
        if re.match(r"\+0", text):
            return in_full(text[1:], region)
        source, rest = phonenumberutil._maybe_strip_i18n_prefix_and_normalize(
            text, plan.international_prefix if plan else "NonMatch")
        if source == CountryCodeSource.FROM_DEFAULT_COUNTRY:
            return None
        if error.error_type == NumberParseException.INVALID_COUNTRY_CODE:
            return "sent"
        return "impossible" if phonenumberutil._extract_country_code(rest)[0] else "sent"
    return None


def in_country(digits, region):
    """A number without `+` and international prefix."""
    plan = PhoneMetadata.metadata_for_region(region, None)
    result = "sent"
    _, national, _ = phonenumberutil._maybe_strip_national_prefix_carrier_code(digits, plan)
    if phonenumberutil._test_number_length(national, plan) in (
        ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY, ValidationResult.INVALID_LENGTH,
    ):  # fmt: skip
        national = digits
    has_prefix = national != digits and (
        digits.endswith(national) or bool(plan.national_prefix) and digits.startswith(plan.national_prefix))
    try:
        own = settled(number(plan.country_code, national))
        if has_prefix:
            result = by_length(own)
        elif phonenumbers.is_valid_number(own):
            own.raw_input, own.country_code_source = digits, CountryCodeSource.FROM_DEFAULT_COUNTRY
            if phonenumbermatcher._is_national_prefix_present_if_required(own):
                result = e164(own)
    except NumberParseException:
        result = "impossible" if has_prefix else "sent"
    if not result.startswith("+") and digits.startswith(str(plan.country_code)):
        try:
            full = settled(phonenumbers.parse("+" + digits, None))
            if phonenumbers.is_valid_number(full):
                result = e164(full)
        except NumberParseException:
            pass
    return result


def expected(text, country):
    # A JSON number.
    text = re.sub(r"^([1-9][0-9]*)\.0+$", r"\1", text)
    written = plain(text)
    digits = written.lstrip("+")
    if not 3 <= len(digits) <= 20:
        return "none"
    region = country if country in phonenumbers.SUPPORTED_REGIONS else None
    if region is None and re.match(r"\+?00[1-9]", written):
        written = "+" + digits[2:]
    found = in_full(written, region)
    if found is None:
        found = in_country(digits, region) if region and written == digits else "sent"
    zero = re.search(rf"\([{MARKS}{BLANKS}{DASHES}]*[{ZEROS}][{MARKS}{BLANKS}{DASHES}]*\)", text)
    if zero and not (found.startswith("+") and phonenumbers.is_valid_number(phonenumbers.parse(found))):
        without = expected(text[: zero.start()] + text[zero.end() :], country)
        if without.startswith("+") and phonenumbers.is_valid_number(phonenumbers.parse(without)):
            return without
    return found


def examples():
    """Every region's example number of every type."""
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in range(11):
            example = phonenumbers.example_number_for_type(region, kind)
            if example is not None:
                yield region, example
    for code in sorted(phonenumbers.COUNTRY_CODES_FOR_NON_GEO_REGIONS):
        yield "DE", phonenumbers.example_number_for_non_geo_entity(code)


def forms(region, example):
    """How a number is written."""
    plan = PhoneMetadata.metadata_for_region(region, None)
    national = phonenumberutil.national_significant_number(example)
    code = str(example.country_code)
    trunk = plan.national_prefix or ""
    yield phonenumbers.format_number(example, PhoneNumberFormat.NATIONAL)
    yield phonenumbers.format_number(example, PhoneNumberFormat.INTERNATIONAL)
    yield phonenumbers.format_number(example, PhoneNumberFormat.RFC3966)
    yield "+" + code + national
    yield national
    yield trunk + national
    yield code + national
    yield f"+{code} {trunk}{national}"
    yield f"+{code} (0){national}"
    yield f"00{code} ({trunk or '0'}){national}"
    for prefix in ("00", "011", "0011", "001", "010"):
        yield f"{prefix} {code} {national}"
    for country in ("US", "AU", "JP", region):
        yield phonenumbers.format_out_of_country_calling_number(example, country)


def mutated(text, chance):
    """A text after one to three changes."""
    signs = list(text)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(signs) + 1)
        change = chance.randrange(9)
        if change == 0 and place < len(signs) > 1:
            del signs[place]
        elif change == 1:
            signs.insert(place, str(chance.randrange(10)))
        elif change == 2 and place < len(signs) and signs[place].isdecimal():
            signs[place] = str(chance.randrange(10))
        elif change == 3 and place + 1 < len(signs) and "+" not in signs[place : place + 2]:
            signs[place], signs[place + 1] = signs[place + 1], signs[place]
        elif change == 4:
            signs.insert(place, chance.choice(BLANKS + DASHES + MARKS + "./"))
        elif change == 5:
            signs = list(chance.choice(PREFIXES)) + [sign for sign in signs if sign != "+"]
        elif change == 6:
            zero = chance.choice(ZEROS)
            signs = [chr(ord(zero) + int(sign)) if sign.isdecimal() else sign for sign in signs]
        elif change == 7:
            signs = signs[: max(3, len(signs) - chance.randint(1, 4))]
        else:
            signs += [str(chance.randrange(10)) for _ in range(chance.randint(1, 3))]
    return "".join(signs)


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    written, chance = [], random.Random(15)
    regions = sorted(phonenumbers.SUPPORTED_REGIONS) + ["", "QQ"]
    for region, example in examples():
        for text in dict.fromkeys(forms(region, example)):
            written.append((region, text))
    foreign = [(chance.choice(regions), text) for _, text in written]
    cases = written + foreign
    for _ in range(MUTATIONS):
        region, text = chance.choice(written)
        country = chance.choice(regions) if chance.random() < 0.2 else region
        cases.append((country, mutated(text.removeprefix("tel:"), chance)))
    for country, text in cases:
        # A second `+` in the middle is no sign of a number, so such a text is none.
        found = "none" if re.search(r"\w.*[+\uff0b]", text.removeprefix("tel:")) else expected(text, country)
        print(country, text, found, sep="\t")


main()
