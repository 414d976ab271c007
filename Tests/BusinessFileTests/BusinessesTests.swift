// The business files of the repository, and that what a file says is what the model holds.

import System
import Business
import BusinessFile
import CivilTime
import Foundation
import Patterns
import Testing

@Suite struct BusinessesTests {
  static func load(_ name: String) throws -> Business {
    let bytes = [UInt8](try Data(contentsOf: businesses.appending(path: "\(name).yaml")))
    return try BusinessFileReader.read(bytes, id: try id(name), zones: testZones)
  }

  @Test(arguments: ["gleichgewicht", "haarschnitt", "mar-alto"]) func isInOrder(_ name: String) throws {
    let business = try BusinessesTests.load(name)
    #expect(business.id.text == name)
    #expect(business.agents.count >= 3)
    #expect(!business.sipIds.isEmpty)
  }

  @Test func everyFileOfTheRepositoryIsInOrder() throws {
    let directory = BusinessDirectory(path: businesses.path, calls: LinuxCalls())
    for id in try directory.ids() {
      let file = try directory.read(id)
      _ = try BusinessFileReader.read(file.bytes, id: id, zones: testZones)
    }
  }

  @Test func gleichgewichtSaysWhatTheContractSays() throws {
    let business = try BusinessesTests.load("gleichgewicht")
    #expect(business.name == "Physiotherapie Gleichgewicht")
    #expect(business.zone.name == "Europe/Berlin")
    #expect(business.country == "DE")
    #expect(business.language == "de")
    #expect(business.sipIds == ["phoneSipId12345678", "+49 351 1234567"])
    #expect(business.tokenHashes.isEmpty)
    #expect(business.retention == nil)
    let expected = BookingTerms(slotInterval: 15 * 60, notice: 2 * 3600, horizonDays: 60, changeUntil: 24 * 3600)
    #expect(business.terms == expected)

    let week = try #require(business.hours.week)
    let fullDay = [Window(start: 480, end: 720), Window(start: 780, end: 1080)]
    #expect(Weekday.allCases.map { week[$0] } == [fullDay, fullDay, fullDay, fullDay, [fullDay[0]], [], []])
    #expect(business.hours.dates.count == 3)
    let christmas = try #require(LocalDate(year: 2027, month: 12, day: 24))
    #expect(business.hours.windows(on: christmas) == [])
    #expect(business.hours.windows(on: christmas.adding(days: 9)) == [])
    #expect(business.hours.windows(on: christmas.adding(days: 11)) == fullDay)
    let saturday = try #require(LocalDate(year: 2027, month: 10, day: 30))
    #expect(business.hours.windows(on: saturday) == [Window(start: 540, end: 780)])
    let nextChristmas = try #require(LocalDate(year: 2028, month: 12, day: 25))
    #expect(business.hours.windows(on: nextChristmas) == [])

    #expect(business.agents.map(\.id.text) == ["anna", "ben", "clara"])
    #expect(business.agents[0].hours == nil)
    let ben = try #require(business.agents[1].hours)
    #expect(ben.week?[.friday] == [Window(start: 540, end: 900)])
    #expect(ben.week?[.saturday] == [])
    let summer = try #require(LocalDate(year: 2027, month: 8, day: 2))
    #expect(ben.windows(on: summer) == [])
    #expect(ben.windows(on: summer.adding(days: 14)) == [Window(start: 540, end: 900)])

    let massage = try #require(business.appointmentType(try id("massage")))
    #expect(massage.agents.map(\.text) == ["anna", "ben"])
    #expect(massage.products.first?.text == "massage-30")
    let therapy = try #require(business.appointmentType(try id("therapy")))
    #expect(therapy.agents.map(\.text) == ["anna", "ben", "clara"])

    #expect(business.products.count >= 10)
    let short = try #require(business.product(try id("massage-30")))
    #expect(short.name == "30 Minuten Massage")
    #expect(short.duration == 1800)
    #expect(short.price == "38 Euro")
    #expect(short.description == nil)
    #expect(short.capacity == 1)
    #expect(short.needs.map(\.resource.text) == ["room"])
    #expect(short.bookerInfo == ["firstname", "lastname", "phone"])
    #expect(short.participantInfo == ["firstname", "lastname", "dateOfBirth"])
    var terms = expected
    terms.bufferAfter = 600
    #expect(short.terms == terms)
    let group = try #require(business.product(try id("group")))
    #expect(group.name == "Rückenschule")
    #expect(group.capacity == 8)
    #expect(group.terms.notice == 86_400)
    #expect(group.terms.horizonDays == 60)
    #expect(group.participantInfo == ["firstname", "lastname"])

    #expect(business.resources.map(\.count) == [2, 1])
    let field = try #require(business.fields.first)
    #expect(field.name == "insuranceNumber")
    #expect(field.kind == .text)
    #expect(field.label == "Versichertennummer")
    #expect(field.identifies)
    let pattern = try #require(field.pattern)
    #expect(try pattern.matches("A123456789"))
    #expect(try !pattern.matches("A12345678"))
  }

  @Test func defaultsAreFilledIn() throws {
    let business = try read(smallBusiness)
    #expect(business.country == nil)
    #expect(business.language == nil)
    #expect(business.terms == BookingTerms())
    #expect(business.products[0].terms == BookingTerms())
    #expect(business.products[0].bookerInfo == ["firstname", "lastname", "phone"])
    #expect(business.products[0].participantInfo == ["firstname", "lastname"])
    #expect(business.products[0].bookerOptionalInfo == [])
    #expect(business.products[0].participantOptionalInfo == [])
    #expect(business.appointmentTypes[0].agents.map(\.text) == ["anna", "ben"])
  }

  @Test func everyTermOfAProductIsItsOwnElseTheBusinessElseTheDefault() throws {
    let business = try read(
      smallBusiness + """
            slotInterval: 5m
            notice: 1h
            horizon: 7d
            changeUntil: 2h
            bufferBefore: 3m
            bufferAfter: 4m
            dailyLimit: 5
          long: {name: Lang, duration: 1h, bufferAfter: 0m}
        booking: {slotInterval: 20m, notice: 2d, horizon: 30d, changeUntil: 1d, bufferAfter: 15m, dailyLimit: 9}
        """)
    let own = BookingTerms(
      slotInterval: 300, notice: 3600, horizonDays: 7, changeUntil: 7200, bufferBefore: 180, bufferAfter: 240,
      dailyLimit: 5)
    var shared = BookingTerms(
      slotInterval: 1200, notice: 172_800, horizonDays: 30, changeUntil: 86_400, bufferAfter: 900, dailyLimit: 9)
    #expect(business.terms == shared)
    #expect(business.products[0].terms == own)
    shared.bufferAfter = 0
    #expect(business.products[1].terms == shared)
  }

  @Test func requiredInformationResolvesEachHalfByItself() throws {
    let business = try read(
      smallBusiness + """
            requiredInfo: {participant: []}
          long: {name: Lang, duration: 1h, requiredInfo: {booker: [email]}}
          other: {name: Anders, duration: 1h}
        requiredInfo: {booker: [phone, insurance], participant: [lastname]}
        fields: {insurance: {type: number}}
        """)
    #expect(business.products.map(\.bookerInfo) == [["phone", "insurance"], ["email"], ["phone", "insurance"]])
    #expect(business.products.map(\.participantInfo) == [[], ["lastname"], ["lastname"]])
    let half = try read(smallBusiness + "requiredInfo: {booker: [email]}\n")
    #expect(half.products[0].bookerInfo == ["email"])
    #expect(half.products[0].participantInfo == ["firstname", "lastname"])
    #expect(business.fields.map(\.kind) == [.number])
  }

  /// A field that is required is not optional too, wherever either is said.
  @Test func optionalInformationResolvesEachHalfByItself() throws {
    let business = try read(
      smallBusiness + """
            optionalInfo: {participant: []}
          long: {name: Lang, duration: 1h, optionalInfo: {booker: [address, phone, notes]}}
          other: {name: Anders, duration: 1h, requiredInfo: {booker: [email], participant: [notes]}}
        optionalInfo: {booker: [notes, email], participant: [notes, dateOfBirth]}
        fields: {notes: {}}
        """)
    #expect(business.products.map(\.bookerOptionalInfo) == [["notes", "email"], ["address", "notes"], ["notes"]])
    #expect(business.products.map(\.participantOptionalInfo) == [[], ["notes", "dateOfBirth"], ["dateOfBirth"]])
    #expect(business.products[0].bookerInfo == ["firstname", "lastname", "phone"])
  }

  @Test func fieldsIdentifyWhereTheFileSaysSo() throws {
    let business = try read(
      smallBusiness + "fields: {a: {}, b: {identifies: true}, c: {identifies: false}, d: {identifies: \"true\"}}\n")
    #expect(business.fields.map(\.identifies) == [false, true, false, true])
  }

  @Test func languagesStayAsWritten() throws {
    #expect(try read(smallBusiness + "language: DE-at\n").language == "DE-at")
  }

  /// A product's own limit counts other bookings than the business's, so neither stands for the other.
  @Test func openBookingsAreLimitedByTheBusinessAndByAProduct() throws {
    let business = try read(
      smallBusiness + """
            maxOpen: 1
          long: {name: Lang, duration: 1h}
        booking: {maxOpen: 3}
        """)
    #expect(business.terms.maxOpen == 3)
    #expect(business.products.map(\.terms.maxOpen) == [1, nil])
  }

  @Test func agentsOfATypeKeepTheOrderOfTheBusiness() throws {
    let business = try read(
      smallBusiness.replacing("products: [short]}", with: "products: [short], agents: [ben, anna]}"))
    #expect(business.appointmentTypes[0].agents.map(\.text) == ["anna", "ben"])
  }

  @Test func valuesAreTheTextOfTheFile() throws {
    let business = try read(
      smallBusiness.replacing("name: Praxis", with: "name: no").replacing("name: Anna", with: "name: 08:00")
        .replacing("name: Ben", with: "name: 1e3").replacing("name: Massage", with: "name: ~")
        .replacing("name: Kurz", with: "name: ' 0x1F '") + "    price: |\n      38 Euro\n    description: \"a\\tb\"\n")
    #expect(business.name == "no")
    #expect(business.agents.map(\.name) == ["08:00", "1e3"])
    #expect(business.appointmentTypes[0].name == "~")
    #expect(business.products[0].name == "0x1F")
    #expect(business.products[0].price == "38 Euro")
    #expect(business.products[0].description == "a\tb")
  }

  @Test func windowsAreMinutesOfTheirDay() throws {
    let hours = "hours: {mon: \"00:00-24:00\", tue: 22:30-02:15, wed: 18:00-00:00, sat-sun: [08:00-09:00, 08:30-10:00]}"
    let week = try #require(
      try read(smallBusiness.replacing("hours: {mon-fri: 08:00-17:00}", with: hours)).hours.week)
    #expect(week[.monday] == [Window(start: 0, end: 1440)])
    #expect(week[.tuesday] == [Window(start: 1350, end: 1575)])
    #expect(week[.wednesday] == [Window(start: 1080, end: 1440)])
    #expect(week[.thursday] == [])
    #expect(week[.sunday] == [Window(start: 480, end: 540), Window(start: 510, end: 600)])
  }

  @Test func weekdayRangesWrap() throws {
    for first in 0..<7 {
      for last in 0..<7 {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        let hours = "hours: {\(names[first])-\(names[last]): 08:00-09:00}"
        let week = try #require(
          try read(smallBusiness.replacing("hours: {mon-fri: 08:00-17:00}", with: hours)).hours.week)
        let open = Weekday.allCases.map { !week[$0].isEmpty }
        let expected = (0..<7).map { first <= last ? first <= $0 && $0 <= last : first <= $0 || $0 <= last }
        #expect(open == expected, "\(hours)")
      }
    }
  }

  @Test func datesKeepTheirOrderAndTheirYears() throws {
    let rules = try read(
      smallBusiness + "dates: {2026-12-01..2026-12-31: closed, 02-29: off, 12-31..01-02: 10:00-12:00}\n"
    ).hours.dates
    let first = try #require(LocalDate(year: 2026, month: 12, day: 1))
    #expect(rules[0].days == .range(first, first.adding(days: 30)))
    let leap = try #require(MonthDay(month: 2, day: 29))
    #expect(rules[1].days == .yearly(leap, leap))
    let newYear = try #require(LocalDate(year: 2031, month: 1, day: 2))
    #expect(rules[2].days.contains(newYear))
    #expect(!rules[2].days.contains(newYear.adding(days: 1)))
    #expect(rules.map { $0.windows(on: newYear) } == [[], [], [Window(start: 600, end: 720)]])
  }

  @Test func tokensAreInLowerCase() throws {
    let hash = String(repeating: "AB", count: 32)
    #expect(try read(smallBusiness + "tokens: [\(hash)]\n").tokenHashes == [hash.lowercased()])
  }

  @Test func retentionIsInSeconds() throws {
    #expect(try read(smallBusiness + "retention: 400d\n").retention == 400 * 86_400)
  }
}
