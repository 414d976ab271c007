// The spellings in which dates of people are read, and those that are none.

import CivilTime
import People
import Testing

@Suite("Dates of people")
struct SpokenDateTests {
  @Test(
    "15 March 1980 however it is said",
    arguments: [
      "1980-03-15", "1980-3-15", "15.3.1980", "15.03.1980", "15. 3. 1980", "15. 03. 1980", "15.3. 1980",
      "15/3/1980", "15/03/1980", "15-03-1980", "15-3-1980",
      "15. März 1980", "15.März 1980", "15 März 1980", "15. Ma\u{308}rz 1980", "15. MÄRZ 1980", "15. maerz 1980",
      "15. Mär. 1980", "15. Mär 1980", "15. Mrz. 1980", "15.\u{A0}März\u{A0}1980", "15.  März  1980",
      "15 March 1980", "15 march, 1980", "15 Mar 1980", "15 MAR. 1980", "15th March 1980", "15th of March 1980",
      "15th of March, 1980", "15 of March 1980", "March 15, 1980", "March 15 1980", "March 15th, 1980",
      "march 15th 1980", "Mar. 15, 1980", "Mar 15,1980", "MARCH 15TH, 1980", "März 15, 1980",
      "1980-03-15.", "15.3.1980.", "15/3/1980.", "March 15, 1980.", "15. März 1980.",
      "1980-03-15T00:00", "1980-03-15t00:00:00", "1980-03-15T00:00:00Z", "1980-03-15T23:30:00.000+13:00",
      "1980-03-15T00:30:00-1100", "1980-03-15 00:00:00+00", "1980-03-15 00:00", "1980-03-15 24:00",
      "1980-03-15T00:00:00.000000z", "1980-3-15 7:05", "15.3.1980 00:00", "15.3.1980T00:00:00", "15. 3. 1980 0:00",
      "15/3/1980 12:00:00 AM", "15-03-1980 12:00 pm", "15 March 1980 00:00", "March 15, 1980 00:00.",
    ])
  func one(text: String) {
    #expect(SpokenDate.parse(text, monthFirst: false)?.text == "1980-03-15")
  }

  @Test(
    "where the month comes first",
    arguments: [
      ("3/15/1980", "1980-03-15"), ("03/15/1980", "1980-03-15"), ("03-15-1980", "1980-03-15"),
      ("3-4-1980", "1980-03-04"), ("3/4/1980.", "1980-03-04"), ("3/15/1980 12:00:00 AM", "1980-03-15"),
      ("15/3/1980", nil), ("15-03-1980", nil),
      // Points are German, and begin with the day everywhere.
      ("15.3.1980", "1980-03-15"), ("4. 3. 1980", "1980-03-04"), ("3.15.1980", nil),
      ("1980-3-15", "1980-03-15"), ("15 March 1980", "1980-03-15"),
    ] as [(String, String?)])
  func monthFirst(text: String, date: String?) {
    #expect(SpokenDate.parse(text, monthFirst: true)?.text == date)
  }

  @Test(
    "every name of a month",
    arguments: [
      (1, "Januar January Jänner Jaenner Jan Jän"), (2, "Februar February Feber Feb Febr"),
      (3, "März Maerz March Mär Mar Mrz"), (4, "April Apr"), (5, "Mai May"), (6, "Juni June Jun"),
      (7, "Juli July Jul"), (8, "August Aug"), (9, "September Sep Sept"), (10, "Oktober October Okt Oct"),
      (11, "November Nov"), (12, "Dezember December Dez Dec"),
    ])
  func months(month: Int, names: String) {
    for name in names.split(separator: " ") {
      for form in [name.lowercased(), name.uppercased(), String(name), name + "."] {
        let day = LocalDate(year: 2001, month: month, day: 2)
        #expect(SpokenDate.parse("2. \(form) 2001", monthFirst: false) == day, "\(form)")
        #expect(SpokenDate.parse("\(form) 2nd, 2001", monthFirst: true) == day, "\(form)")
      }
    }
  }

  @Test(
    "what is no date, or one whose year nobody can know",
    arguments: [
      "", ".", "15", "15.3.", "15.3", "March 1980", "15. März", "1980", "1980-03", "yesterday", "15..1980",
      "15.3.80", "15/3/80", "80-03-15", "15. März 80", "March 15, 80", "15 March '80", "15.3.980", "15.3.19800",
      "1980-03-015", "015.3.1980", "+5.3.1980", "-1980-03-15", "15.3-1980", "15/3.1980", "15-3/1980", "1980/03/15",
      "1980.03.15", "19800315", "15 3 1980", "15 . 3 . 1980", "15 /3/1980", "15/ 3/1980", "15- 3-1980",
      "1980 -03-15", "15. Marz 1980", "15. Mart 1980", "15. Foo 1980", "M\u{308}arz 15, 1980", "15. März März 1980",
      "March March 1980", "15 15 1980", "of March 15, 1980", "15xx March 1980", "15 th March 1980", "March 15,, 1980",
      "1980-02-30", "29.2.1981", "31.4.1980", "0.3.1980", "15.0.1980", "15.13.1980", "32 March 1980",
      "15.3.0000", "1980-03-15..", "1980-03-15T", "1980-03-15T00", "1980-03-15X00:00", "1980-03-15 x",
      "1980-03-15 25:00", "1980-03-15 00:60", "1980-03-15 00:00:61", "1980-03-15 00:00 1", "1980-03-15 00:00+1",
      "1980-03-15T00:00:00.", "1980-03-15 00:00 +1:00", "1980-03-15-00:00", "1980-03-15 16", "1980-03-15 1980-03-15",
      "１５.3.1980", "1980-03-15\u{0}", "0x10.3.1980", "15. März 1980 n. Chr.", "31.2.1980March 15, 1980",
      "15.3.1980 oder 16.3.1980",
    ])
  func none(text: String) {
    #expect(SpokenDate.parse(text, monthFirst: false) == nil)
  }

  @Test("long texts are none, and take no time")
  func long() {
    for part in ["1", "1.", "a", "ä", " ", "15. März 1980 "] {
      #expect(SpokenDate.parse(String(repeating: part, count: 20_000), monthFirst: false) == nil)
    }
    #expect(SpokenDate.parse("15. März 1980" + String(repeating: " ", count: 100), monthFirst: false) == nil)
  }

  @Test("every day from 1896 to 2026 is read back in every spelling")
  func everyDay() throws {
    let first = try #require(LocalDate(year: 1896, month: 1, day: 1))
    let last = try #require(LocalDate(year: 2026, month: 12, day: 31))
    let german = [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
      "Dezember",
    ]
    let english = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    var date = first
    while date <= last {
      let (y, m, d) = date.components
      let (mm, dd) = (m < 10 ? "0\(m)" : "\(m)", d < 10 ? "0\(d)" : "\(d)")
      let (de, en) = (german[m - 1], english[m - 1])
      for text in [
        date.text, "\(y)-\(m)-\(d)", "\(d).\(m).\(y)", "\(dd).\(mm).\(y)", "\(d). \(m). \(y)", "\(d). \(de) \(y)",
        "\(d) \(en) \(y)", "\(en) \(d), \(y)", "\(en) \(d)th, \(y)", "\(d)th of \(en) \(y)",
        "\(d). \(de.prefix(3)). \(y)",
        "\(en.prefix(3)). \(d), \(y)", "\(date.text)T23:59:59.999-12:00",
      ] {
        for monthFirst in [false, true] where SpokenDate.parse(text, monthFirst: monthFirst) != date {
          Issue.record("\(text) is not read")
          return
        }
      }
      for (one, other) in [("/", false), ("-", false), ("/", true), ("-", true)] as [(String, Bool)] {
        let text = (other ? "\(m)\(one)\(d)" : "\(d)\(one)\(m)") + "\(one)\(y)"
        let padded = (other ? "\(mm)\(one)\(dd)" : "\(dd)\(one)\(mm)") + "\(one)\(y)"
        guard SpokenDate.parse(text, monthFirst: other) == date, SpokenDate.parse(padded, monthFirst: other) == date
        else {
          Issue.record("\(text) is not read")
          return
        }
      }
      date = date.adding(days: 1)
    }
  }
}

@Suite("Dates of birth")
struct BirthDateTests {
  @Test(
    "not after today, and not over 130 years ago",
    arguments: [
      ("2026-09-14", true), ("2026-09-15", false), ("2126-09-14", false), ("1980-03-15", true),
      ("1896-09-14", true), ("1896-09-13", false), ("1896-10-01", true), ("1896-08-31", false), ("0090-03-15", false),
    ])
  func plausible(text: String, is expected: Bool) throws {
    let today = try #require(LocalDate(text: "2026-09-14"))
    let date = try #require(LocalDate(text: text))
    #expect(BirthDate.isPlausible(date, today: today) == expected)
  }

  @Test("130 years before a leap day end with February")
  func leapDay() throws {
    let today = try #require(LocalDate(text: "2028-02-29"))
    for (text, expected) in [("1898-02-28", false), ("1898-03-01", true)] {
      let date = try #require(LocalDate(text: text))
      #expect(BirthDate.isPlausible(date, today: today) == expected)
    }
  }
}
