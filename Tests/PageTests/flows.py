"""What a receptionist does on the page, in a real browser."""

import datetime
import http.server
import json
import os
import sys
import tempfile
import threading
import unittest

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browser import Browser
from host import Site

PROGRAM = os.environ["VOICEBOT_DESK"]
OWN = {"Sec-Fetch-Site": "same-origin"}
MASSAGE = "gleichgewicht.massage.massage-30.{}.{}"


def book(site, slot, first, last, phone, user="dora", **more):
    """Books as another clerk does meanwhile; returns the booking's id."""
    form = {"do": "book", "slotId": slot, "booker.firstname": first, "booker.lastname": last, "booker.phone": phone}
    form.update({name.replace("_", "."): value for name, value in more.items()})
    response = site.ask(form=form, headers=OWN, user=user)
    assert response.status == 303, (response.status, response.text)
    return response.getheader("Location").split("booking=")[1].split("&")[0]


def events(site, business="gleichgewicht"):
    """The events of the bookings file, without its first line."""
    lines = (site.root / f"Data/{business}.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines][1:]


class Flows(unittest.TestCase):
    """One browser for all; a business of its own for each."""

    @classmethod
    def setUpClass(cls):
        cls.profile = tempfile.TemporaryDirectory()
        cls.browser = Browser(cls.profile.name)

    @classmethod
    def tearDownClass(cls):
        cls.browser.driver.quit()
        cls.profile.cleanup()

    def setUp(self):
        self.site = Site(PROGRAM)
        self.site.__enter__()
        self.addCleanup(self.site.__exit__)

    def open(self, query="", user=None):
        return self.browser.open(self.site.url(query, user=user))

    def book(self, *arguments, **more):
        more.setdefault("participant_dateOfBirth", "1980-03-15")
        return book(self.site, *arguments, **more)

    def says(self, *texts):
        for text in texts:
            self.assertIn(text, self.browser.text)

    def test_book(self):
        page = self.open()
        self.assertEqual(page.heading, "23.–29. November 2026")
        page.fill(product="30 Minuten Massage").press("Anzeigen")
        page.link("10:15")
        self.assertEqual(page.heading, "Termin buchen")
        self.says("30 Minuten Massage, 30 min, 38 Euro", "Montag, 23. November 2026, 10:15–10:45", "Anna Schmidt")
        page.fill(booker_firstname="Zoë", booker_lastname="Weiß", booker_phone="0351 123456",
                  participant_dateOfBirth="15.3.1980")
        page.press("Buchen")
        self.says("Gebucht.", "Zoë Weiß", "15. März 1980 (46)", "+49351123456", "dora")
        self.assertNotIn("Geburtsdatum", page.driver.current_url)
        # Loading the page again books nothing.
        page.driver.refresh()
        page.link("Im Kalender zeigen")
        self.says("10:15–10:45", "Zoë Weiß")
        self.assertEqual([(event["event"], event["by"]) for event in events(self.site)], [("booked", "dora")])

    def test_book_from_a_free_stretch(self):
        page = self.open("?day=2026-11-24")
        page.link("13:00–18:00")
        self.assertEqual(page.heading, "Neuer Termin")
        self.says("Dienstag, 24. November 2026 · Anna Schmidt")
        page.link("13:15")
        page.fill(booker_firstname="Eva", booker_lastname="Klein", booker_phone="0351 123456",
                  participant_dateOfBirth="1980-03-15").press("Buchen")
        self.says("Gebucht.", "Dienstag, 24. November 2026, 13:15–13:45")

    def test_book_for_somebody_else(self):
        page = self.open("?slot=" + MASSAGE.format("anna", "20261124T080000Z"))
        page.unfold("Jemand anderes kommt")
        page.fill(booker_firstname="Hans", booker_lastname="Muster", booker_phone="0351 123456",
                  participant_firstname="Lina", participant_lastname="Muster", participant_dateOfBirth="1.2.2015")
        page.press("Buchen")
        self.says("Wer kommt: Lina Muster", "Gebucht von: Hans Muster", "1. Februar 2015 (11)")
        booking = events(self.site)[0]
        self.assertNotIn("phone", booking["participant"])

    def test_what_is_missing_or_unreadable(self):
        page = self.open("?slot=" + MASSAGE.format("anna", "20261124T080000Z"))
        page.fill(booker_firstname="Eva & <Ada>").press("Buchen")
        self.says("Noch nicht gebucht", "Nachname: fehlt", "Telefonnummer: fehlt", "Geburtsdatum: fehlt")
        self.assertEqual(page.one("[name='booker.firstname']").get_attribute("value"), "Eva & <Ada>")
        wrong = page.one("[name='booker.lastname']")
        self.assertEqual(wrong.get_attribute("aria-invalid"), "true")
        described = page.one(f"[id='{wrong.get_attribute('aria-describedby')}']")
        self.assertEqual(described.text, "fehlt")
        page.one("a[href='#booker.phone']").click()
        self.assertEqual(page.driver.switch_to.active_element.get_attribute("name"), "booker.phone")
        page.fill(booker_lastname="Klein", booker_phone="12", participant_dateOfBirth="31.2.1980").press("Buchen")
        self.says("Telefonnummer: ist keine Telefonnummer", "Geburtsdatum: ist kein mögliches Datum")
        page.fill(booker_phone="0351 123456", participant_dateOfBirth="15. März 1980").press("Buchen")
        self.says("Gebucht.")

    def test_move(self):
        self.book(MASSAGE.format("anna", "20261124T080000Z"), "Eva", "Muster", "0351 123456")
        page = self.open("?day=2026-11-24").link("Eva Muster")
        page.link("Verschieben")
        self.says("Wird verschoben:", "Wählen Sie eine freie Zeit.")
        # A time that overlaps the appointment's own is free for it; who does not take it is not looked at.
        self.assertEqual([title.text.split(" ge")[0] for title in page.all(".sheet h2")], ["Anna Schmidt", "Ben Meyer"])
        page.link("09:15")
        self.says("Dienstag, 24. November 2026, 09:00–09:30, Anna Schmidt",
                  "Dienstag, 24. November 2026, 09:15–09:45, Anna Schmidt")
        page.press("Verschieben")
        self.says("Verschoben.", "09:15–09:45", "Verschoben auf")
        self.assertEqual([event["event"] for event in events(self.site)], ["booked", "moved"])

    def test_move_to_any_time(self):
        booking = self.book(MASSAGE.format("anna", "20261124T080000Z"), "Eva", "Muster", "0351 123456")
        page = self.open(f"?move={booking}").unfold("Jede andere Zeit")
        page.fill(agent="Ben Meyer", start="2026-11-28", time="19:00")
        page.driver.execute_script("arguments[0].value = 'ben'", page.one("details select[name=agent]"))
        page.press("Weiter")
        self.says("Diese Zeit ist nicht im Angebot", "Samstag, 28. November 2026, 19:00–19:30, Ben Meyer")
        page.press("Verschieben")
        self.says("Es wurde nichts geändert")
        page.one("#force").click()
        page.press("Verschieben")
        self.says("Verschoben.", "Samstag, 28. November 2026, 19:00–19:30", "Ben Meyer")

    def test_cancel(self):
        booking = self.book(MASSAGE.format("anna", "20261124T130000Z"), "Eva", "Muster", "0351 123456")
        page = self.open(f"?booking={booking}").unfold("Termin absagen").press("Jetzt absagen")
        self.says("Abgesagt. Die Zeit ist wieder frei.", "abgesagt", "Neuen Termin buchen")
        self.assertEqual(events(self.site)[-1]["event"], "cancelled")
        page.link("Im Kalender zeigen")
        self.assertNotIn("Eva Muster", page.text)
        # Too late by the business's rules: the tick cancels it all the same.
        booking = self.book(MASSAGE.format("anna", "20261123T090000Z"), "Eva", "Muster", "0351 123456")
        page = self.open(f"?booking={booking}").unfold("Termin absagen").press("Jetzt absagen")
        self.says("zu spät", "Es wurde nichts geändert")
        page.unfold("Termin absagen").one("#force").click()
        page.press("Jetzt absagen")
        self.says("Abgesagt.")

    def test_write_down_what_was(self):
        page = self.open("?new=1")
        page.fill(product="Krankengymnastik", start="2026-11-21", time="07:05")
        page.driver.execute_script("arguments[0].value = 'anna'", page.one("#with"))
        page.press("Weiter")
        self.says("Diese Zeit ist nicht im Angebot", "Samstag, 21. November 2026, 07:05–07:25")
        page.fill(booker_firstname="Eva", booker_lastname="Klein", booker_phone="0351 123456").press("Buchen")
        self.says("Diese Zeit ist vorbei oder zu kurzfristig. Es wurde nichts geändert.")
        page.one("#force").click()
        page.press("Buchen")
        self.says("Gebucht.", "Samstag, 21. November 2026, 07:05–07:25", "Anna Schmidt")

    def test_block_and_give_back(self):
        self.book(MASSAGE.format("anna", "20261124T080000Z"), "Eva", "Muster", "0351 123456")
        page = self.open().link("Zeit sperren")
        page.fill(agent="Anna Schmidt", fromDay="2026-11-24", toDay="2026-11-24", toTime="12:00",
                  reason="Fortbildung").press("Sperren")
        self.says("Nicht gesperrt", "09:00–09:30", "Eva Muster", "+49351123456")
        page.one("#force").click()
        page.press("Sperren")
        self.says("Gesperrt. Diese Zeit wird niemandem angeboten.", "Fortbildung", "Termine in dieser Zeit", "dora")
        page.link("Im Kalender zeigen")
        page.link("Fortbildung")
        page.unfold("Einen Teil freigeben").fill(fromTime="11:00").press("Einen Teil freigeben")
        self.says("Freigegeben.", "11:00–12:00 frei")
        page.link("Fortbildung").press("Alles freigeben")
        self.says("Freigegeben.", "wieder frei")
        self.assertEqual([event["event"] for event in events(self.site)],
                         ["booked", "blocked", "blocked", "unblocked", "unblocked"])

    def test_block_the_whole_business(self):
        page = self.open("?block=1&day=2026-12-01").fill(reason="Betriebsausflug").press("Sperren")
        self.says("Ganzer Betrieb", "Dienstag, 1. Dezember 2026, ganztägig")
        self.open("?day=2026-12-01")
        self.assertEqual(page.text.count("Betriebsausflug"), 3)
        self.open("?block=1").fill(toDay="2026-11-20").press("Sperren")
        self.says("Das ist kein Zeitraum")

    def test_search(self):
        self.book(MASSAGE.format("anna", "20261124T080000Z"), "Eva", "Müller", "0351 123456")
        self.book(MASSAGE.format("ben", "20261124T090000Z"), "Jan", "Müller", "0351 999999",
                  participant_dateOfBirth="1990-01-01")
        page = self.open().link("Person suchen")
        page.fill(participant_phone="0351 123456").press("Suchen")
        self.says("Gefunden", "Eva Müller")
        self.assertNotIn("Jan", page.one("main").text)
        page.fill(participant_phone="", participant_lastname="Mueller").press("Suchen")
        self.says("Eva Müller", "Jan Müller")
        page.fill(participant_lastname="Miller", participant_firstname="Eva").press("Suchen")
        self.says("Ähnlich", "Eva Müller")
        page.fill(participant_lastname="Nemo").press("Suchen")
        self.says("Niemand gefunden.")
        page.fill(participant_lastname="Müller").press("Suchen")
        page.link("Eva Müller")
        self.says("Künftige Termine", "Dienstag, 24. November 2026, 09:00–09:30")
        page.link("Termin buchen")
        # Anna, as everybody who is free: the form knows who comes.
        page.link("15:00")
        self.assertEqual(page.one("[name='booker.lastname']").get_attribute("value"), "Müller")
        self.assertEqual(page.one("[name='booker.phone']").get_attribute("value"), "+49351123456")

    def test_two_clerks_at_one_slot(self):
        page = self.open("?slot=" + MASSAGE.format("anna", "20261124T080000Z"))
        page.fill(booker_firstname="Eva", booker_lastname="Klein", booker_phone="0351 123456",
                  participant_dateOfBirth="1980-03-15")
        self.book(MASSAGE.format("anna", "20261124T080000Z"), "Hans", "Groß", "0351 777777", user="emil")
        page.press("Buchen")
        self.says("Diese Zeit ist nicht mehr frei", "Stattdessen frei")
        self.assertEqual(page.one("[name='booker.lastname']").get_attribute("value"), "Klein")
        choice = page.one("fieldset.instead label")
        chosen = choice.text
        choice.click()
        page.press("Buchen")
        self.says("Gebucht.", chosen.split(",")[0].split(" ")[-1], "Eva Klein")
        self.assertEqual([event["by"] for event in events(self.site)], ["emil", "dora"])

    def test_a_form_that_is_too_old(self):
        booking = self.book(MASSAGE.format("anna", "20261124T130000Z"), "Eva", "Muster", "0351 123456")
        page = self.open(f"?booking={booking}").unfold("Termin absagen")
        moved = self.site.ask(form={
            "do": "move", "bookingId": booking, "slotIdOld": MASSAGE.format("anna", "20261124T130000Z"),
            "slotIdNew": MASSAGE.format("ben", "20261124T120000Z")}, headers=OWN, user="emil")
        self.assertEqual(moved.status, 303)
        page.press("Jetzt absagen")
        self.says("Dieser Termin wurde inzwischen geändert", "Dienstag, 24. November 2026, 13:00–13:30", "Ben Meyer")
        self.assertEqual(events(self.site)[-1]["event"], "moved")
        # The same for a move.
        page = self.open(f"?move={booking}&slot=" + MASSAGE.format("anna", "20261125T080000Z"))
        cancelled = self.site.ask(form={
            "do": "cancel", "bookingId": booking, "slotId": MASSAGE.format("ben", "20261124T120000Z")}, headers=OWN)
        self.assertEqual(cancelled.status, 303)
        page.press("Verschieben")
        self.says("Dieser Termin wurde inzwischen abgesagt.")

    def test_a_forged_form(self):
        booking = self.book(MASSAGE.format("anna", "20261124T130000Z"), "Eva", "Muster", "0351 123456")
        target = f"http://127.0.0.1:{self.site.port}{self.site.path}"
        body = f"""<!doctype html><title>x</title><form method="post" action="{target}">
          <input name="do" value="cancel"><input name="bookingId" value="{booking}">
          <input name="slotId" value="{MASSAGE.format('anna', '20261124T130000Z')}"><button>Win</button></form>"""

        class Evil(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_):
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Evil)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            # The browser knows the name and the password by now, and would send them.
            self.open()
            self.browser.open(f"http://localhost:{server.server_address[1]}/").press("Win")
            self.says("Dieses Formular kam nicht von dieser Seite. Es wurde nichts geändert.")
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
        self.assertEqual([event["event"] for event in events(self.site)], ["booked"])

    def test_nobody_is_signed_in(self):
        self.browser.open(f"http://127.0.0.1:{self.site.port}/open/counter/gleichgewicht")
        self.assertIn("Nobody is signed in", self.browser.text)
        self.assertNotIn("Gleichgewicht", self.browser.text)

    def test_keyboard_alone(self):
        page = self.open()
        page.keys(Keys.TAB)
        self.assertEqual(page.driver.switch_to.active_element.text, "Zum Inhalt springen")
        page.leave(lambda: page.tab_to("Neuer Termin").send_keys(Keys.ENTER))
        page.leave(lambda: page.tab_to("10:30").send_keys(Keys.ENTER))
        for name, value in (("booker.firstname", "Eva"), ("booker.lastname", "Klein"), ("booker.phone", "0351 123456"),
                            ("participant.dateOfBirth", "15.3.1980")):
            page.tab_to(name).send_keys(value)
        page.leave(lambda: page.tab_to("Buchen").send_keys(Keys.ENTER))
        self.says("Gebucht.", "10:30–11:00")
        # What is folded opens with the keyboard, too.
        page.tab_to("Termin absagen").send_keys(Keys.SPACE)
        page.tab_to("force").send_keys(Keys.SPACE)
        page.leave(lambda: page.tab_to("Jetzt absagen").send_keys(Keys.ENTER))
        self.says("Abgesagt.")

    def test_return_in_a_field_books_what_is_shown(self):
        page = self.open("?slot=" + MASSAGE.format("anna", "20261124T080000Z"))
        page.fill(booker_firstname="Eva", booker_lastname="Klein", booker_phone="0351 123456",
                  participant_dateOfBirth="1980-03-15")
        page.leave(lambda: page.one("[name='booker.phone']").send_keys(Keys.ENTER))
        self.says("Gebucht.", "Dienstag, 24. November 2026, 09:00–09:30")

    def test_a_group(self):
        slot = "gleichgewicht.course.group.clara.20261126T160000Z"
        for number, name in enumerate(("Anna", "Bea")):
            book(self.site, slot, name, "Kurs", f"0351 11111{number}")
        page = self.open("?day=2026-11-26")
        self.says("Rückenschule (2/8)", "Anna Kurs", "Bea Kurs")
        page.link("+ Person dazu")
        page.fill(booker_firstname="Cem", booker_lastname="Kurs", booker_phone="0351 222222").press("Buchen")
        self.open("?day=2026-11-26")
        self.says("Rückenschule (3/8)", "Cem Kurs")

    def test_from_day_to_day(self):
        page = self.open()
        page.link("Nächste Woche")
        self.assertEqual(page.heading, "30. November – 6. Dezember 2026")
        page.link("Vorherige Woche").link("Di 24. Nov.")
        self.assertEqual(page.heading, "Dienstag, 24. November 2026")
        page.link("Nächster Tag").link("Ben Meyer")
        self.assertEqual(page.heading, "23.–29. November 2026")
        self.assertNotIn("Clara Nowak", page.one("section.sheet h2").text)
        page.link("Heute").link("Tag")
        self.assertEqual(page.heading, "Montag, 23. November 2026")
        page.fill(day="2027-01-04").press("Anzeigen")
        self.assertEqual(page.heading, "Montag, 4. Januar 2027")


if __name__ == "__main__":
    unittest.main(argv=sys.argv)
