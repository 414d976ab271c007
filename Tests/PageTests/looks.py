"""Every page and state of the page, at three widths, light and dark, in two languages: nothing sticks out, the browser
complains of nothing, and axe-core finds nothing. VOICEBOT_PICTURES names a directory for pictures of all of them."""

import os
import pathlib
import re
import sys
import tempfile
import unittest

from browser import Browser
from host import CHECKOUT, Site

PROGRAM = os.environ["VOICEBOT_DESK"]
PICTURES = os.environ.get("VOICEBOT_PICTURES")
OWN = {"Sec-Fetch-Site": "same-origin"}

# Words that a page in the other language must not have, besides the names of the business.
ENGLISH = re.compile(r"\b(the|is|are|not|free|booked|blocked|cancelled|moved|Book|Move|Cancel|Week|Day|Today|With|From|"
                     r"Until|Search|Find|Date|Time|Reason|Monday|Tuesday)\b")
GERMAN = re.compile(r"\b(der|die|das|ist|nicht|frei|gebucht|gesperrt|abgesagt|Termin|Woche|Tag|Heute|Bei|Von|Bis|"
                    r"Suchen|Datum|Uhrzeit|Grund|Montag|Dienstag|Kalender)\b")


def english_business():
    """The physiotherapist's in English: other words where people read them."""
    text = (CHECKOUT / "Businesses/gleichgewicht.yaml").read_text()
    text = text.replace("language: de", "language: en").replace("Physiotherapie Gleichgewicht", "Balance Physiotherapy")
    names = {"30 Minuten Massage": "Massage 30", "45 Minuten Massage": "Massage 45", "60 Minuten Massage": "Massage 60",
             "Hot-Stone-Massage": "Hot stones", "Ersttermin mit Befund": "First visit", "Krankengymnastik": "Therapy",
             "Doppelstunde Therapy": "Double therapy", "Manuelle Therapie": "Manual therapy",
             "Lymphdrainage": "Lymph drainage", "Rückenschule": "Back school", "Beckenbodenkurs": "Pelvic floor",
             "Versichertennummer": "Insurance number", "name: Kurs": "name: Course",
             "Klassische Massage zum Selbstzahlen": "Classic", "Behandlung mit ärztlicher Verordnung": "By order",
             "Bitte die Verordnung mitbringen": "Bring the order"}
    for german, own in names.items():
        text = text.replace(german, own)
    return text


class Looks(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.profile = tempfile.TemporaryDirectory()
        cls.browser = Browser(cls.profile.name)
        cls.site = Site(PROGRAM)
        cls.site.add("balance", english_business())
        cls.site.__enter__()
        for business in ("gleichgewicht", "balance"):
            cls.fill(business)

    @classmethod
    def tearDownClass(cls):
        cls.browser.driver.quit()
        cls.profile.cleanup()
        cls.site.__exit__()

    @classmethod
    def send(cls, business, **form):
        form = {name.replace("_", "."): value for name, value in form.items()}
        answer = cls.site.ask(form=form, path=f"/desk/counter/{business}", headers=OWN)
        assert answer.status == 303, answer.text
        return re.search(r"(?:booking|blocked)=(\w+)", answer.getheader("Location")).group(1)

    @classmethod
    def fill(cls, business):
        """A week with something of everything. Names are of no language that is looked for."""
        def book(slot, first, last, **more):
            return cls.send(business, do="book", slotId=f"{business}.{slot}", booker_firstname=first,
                            booker_lastname=last, booker_phone=f"0351 {abs(hash(first + last)) % 10**6:06}", **more)

        cls.ids = getattr(cls, "ids", {})
        first = book("massage.massage-30.anna.20261124T080000Z", "Zoë", "Müller", participant_dateOfBirth="1980-03-15")
        book("massage.massage-30.anna.20261125T080000Z", "Hans", "Muster", participant_firstname="Lina",
             participant_lastname="Müller-Lüdenscheidt", participant_dateOfBirth="2015-02-01")
        book("massage.massage-60.ben.20261124T081500Z", "Łukasz", "O’Brien")
        book("therapy.therapy-20.clara.20261124T081500Z", "محمد", "علي")
        book("therapy.lymph-45.anna.20261126T120000Z", "Eva", "Donaudampfschifffahrtskapitänsmützenabzeichen")
        for name in ("Anna", "Bea", "Cem"):
            book("course.group.clara.20261126T160000Z", name, "Kim")
        cancelled = book("therapy.therapy-20.anna.20261127T080000Z", "Ada", "Kim")
        cls.send(business, do="cancel", bookingId=cancelled, slotId=f"{business}.therapy.therapy-20.anna.20261127T080000Z")
        block = cls.send(business, do="block", agent="ben", fromDay="2026-11-25", toDay="2026-11-26", reason="XYZ")
        whole = cls.send(business, do="block", fromDay="2026-12-01", toDay="2026-12-01")
        person = re.search(r"who=(\w+)", cls.site.ask(f"?booking={first}", path=f"/desk/counter/{business}").text).group(1)
        cls.ids[business] = dict(first=first, cancelled=cancelled, block=block, whole=whole, person=person)

    def states(self, business):
        """Every page by its query, and every page that answers a form by what is sent."""
        ids = self.ids[business]
        slot = f"{business}.massage.massage-30.anna"
        queries = {
            "week": "", "day": "?day=2026-11-24", "agent": "?from=2026-11-24&agent=clara",
            "free": "?from=2026-11-24&product=massage.massage-30", "freeday": "?day=2026-11-24&product=course.group",
            "full": "?day=2026-11-28&product=massage.massage-30", "closed": "?day=2026-11-29",
            "choice": "?new=1&day=2026-11-24", "gap": "?new=1&day=2026-11-24&at=13:00&agent=anna",
            "slot": f"?slot={slot}.20261124T130000Z", "taken": f"?slot={slot}.20261124T080000Z",
            "first": f"?slot={business}.therapy.first-visit._.20261124T130000Z",
            "for": f"?slot={slot}.20261124T130000Z&for={ids['person']}",
            "wrongtime": "?new=1&product=massage.massage-30&start=2026-02-31&time=99:00",
            "booking": f"?booking={ids['first']}", "done": f"?booking={ids['first']}&done=booked",
            "cancelled": f"?booking={ids['cancelled']}",
            "move": f"?move={ids['first']}", "moveto": f"?move={ids['first']}&slot={slot}.20261124T130000Z",
            "block": "?block=1", "blocked": f"?blocked={ids['block']}", "wholeblock": f"?blocked={ids['whole']}",
            "search": "?search=1", "found": "?search=1&participant.lastname=Mueller",
            "nobody": "?search=1&participant.lastname=Nemo", "unread": "?search=1&participant.dateOfBirth=x&participant.lastname=y",
            "person": f"?who={ids['person']}", "history": "?history=1", "nothing": "?booking=nothing",
        }
        forms = {
            "faults": ("?slot=" + f"{slot}.20261124T130000Z", lambda page: page.unfold_all().press_main()),
            "takenform": (f"?slot={slot}.20261124T080000Z", lambda page: page.fill(
                booker_firstname="A", booker_lastname="B", booker_phone="0351 111111",
                participant_dateOfBirth="1980-01-01").press_main()),
            "inway": ("?block=1&day=2026-11-24", lambda page: page.press_main()),
            "nospan": ("?block=1", lambda page: page.fill(toDay="2026-11-01").press_main()),
            "unfolded": (f"?booking={ids['first']}", lambda page: page.unfold_all()),
            "moveother": (f"?move={ids['first']}", lambda page: page.unfold_all()),
        }
        return queries, forms

    def look(self, business, name, language, foreign, names):
        """Looks at the page that is open at all widths and in both schemes; at the same page in another language once."""
        page = self.browser
        found = []
        self.assertEqual(page.one("html").get_attribute("lang"), language)
        for width in (400, 800, 1600) if language == "de" or business == "none" else (800,):
            page.size(width)
            if page.overflows():
                found.append(f"{name}: wider than {width} pixels")
            for scheme in ("light", "dark"):
                page.scheme(scheme)
                # A scheme changes nothing but colours.
                rules = None if scheme == "light" else ["color-contrast", "link-in-text-block"]
                found += [f"{name} at {width}, {scheme}: {line}" for line in page.violations(rules)]
                if PICTURES:
                    page.picture(pathlib.Path(PICTURES) / f"{business}-{name}-{width}-{scheme}.png")
        page.size(320)
        if page.overflows():
            found.append(f"{name}: wider than 320 pixels")
        page.size(1280)
        found += [f"{name}: {message}" for message in page.complaints() if "the server responded" not in message]
        text = page.text
        for known in names:
            text = text.replace(known, "")
        word = foreign.search(text)
        if word:
            found.append(f"{name}: {word.group(0)!r} in {text[max(0, word.start() - 40):word.end() + 40]!r}")
        return found

    def everything(self, business, language, foreign, names):
        queries, forms = self.states(business)
        found = []
        for name, query in queries.items():
            self.browser.open(self.site.url(query, path=f"/desk/counter/{business}"))
            found += self.look(business, name, language, foreign, names)
        for name, (query, action) in forms.items():
            self.browser.open(self.site.url(query, path=f"/desk/counter/{business}"))
            action(self.browser)
            found += self.look(business, name, language, foreign, names)
        self.assertEqual(found, [])

    def test_german(self):
        self.everything("gleichgewicht", "de", ENGLISH, ["Hot-Stone-Massage"])

    def test_english(self):
        self.everything("balance", "en", GERMAN, [])

    def test_pages_of_no_business(self):
        for path in ("/desk/counter", "/desk/counter/nobody", "/open/counter/gleichgewicht", "/desk/counter/a/b/c"):
            self.browser.open(self.site.url(path=path) if "open" not in path
                              else f"http://127.0.0.1:{self.site.port}{path}")
            self.assertEqual(self.look("none", path.replace("/", "-"), "en", GERMAN, []), [])

    def test_on_paper(self):
        page = self.browser.open(self.site.url("?day=2026-11-24"))
        page.media("print")
        self.assertTrue(page.one(".sheet").is_displayed())
        for selector in ("nav", ".filters", ".gap"):
            self.assertFalse(page.one(selector).is_displayed(), selector)
        page.media("")


if __name__ == "__main__":
    unittest.main(argv=sys.argv)
