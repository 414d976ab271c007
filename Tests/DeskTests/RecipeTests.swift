// The recipes of the manual: each is completed to a business file, which must be in order, offer what stands below it, and be
// booked so.

import Business
import BusinessFile
import CivilTime
import Diary
import DiaryFile
import Foundation
import Scheduling
import System
import Testing

/// A recipe: its heading, its lines, and what is offered.
struct Recipe: CustomTestStringConvertible, Sendable {
  let title: String
  let yaml: String
  let offered: [String]
  let closed: [String]
  var testDescription: String { title }

  static let all = Result {
    let page = SchemaDocuments.checkout.appending(path: "Sources/Manual/recipes.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    return text.components(separatedBy: "\n## ").dropFirst().map { Recipe(section: $0) }
  }

  private init(section: String) {
    func block(_ language: String) -> String {
      let parts = section.components(separatedBy: "```\(language)\n")
      return parts.count > 1 ? parts[1].components(separatedBy: "\n```")[0] + "\n" : ""
    }
    func lines(_ language: String) -> [String] { block(language).split(separator: "\n").map(String.init) }
    title = String(section.prefix { $0 != "\n" })
    (yaml, offered, closed) = (block("yaml"), lines("offered"), lines("closed"))
  }

  /// The whole file.
  var file: String {
    let usual = [
      "name: Practice", "timezone: Europe/Berlin", "country: DE", "agents: {anna: {name: Anna}}",
      "appointmentTypes: {all: {name: All, products: [visit]}}", "products: {visit: {name: Visit, duration: 1h}}",
      "booking: {horizon: 1200d}",
    ]
    let own = yaml.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    return yaml + usual.filter { line in !own.contains(line.prefix { $0 != ":" }) }.joined(separator: "\n") + "\n"
  }
}

@Suite struct RecipeTests {
  private static let now = "2026-11-30T08:00:00Z"

  @Test func thereIsADozen() throws { #expect(try Recipe.all.get().count >= 12) }

  @Test(arguments: try Recipe.all.get()) func itIsInOrder(_ recipe: Recipe) throws {
    let bench = try DeskBench(now: Self.now)
    try bench.write(recipe.file, to: "Businesses/praxis.yaml")
    let result = bench.run(["check", "--strict"])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test(arguments: try Recipe.all.get()) func itOffersWhatItSays(_ recipe: Recipe) throws {
    #expect(!recipe.offered.isEmpty || !recipe.closed.isEmpty)
    let business = try Self.business(recipe)
    let bench = try DeskBench(now: Self.now)
    try bench.write(recipe.file, to: "Businesses/praxis.yaml")
    var people = 0
    func book(_ product: String, _ agent: String, _ start: String) -> Int32 {
      people += 1
      return bench.run([
        "book", "praxis", product, start, "--agent", agent, "firstname=P\(people)", "lastname=Muster",
        "phone=0351 12345\(people + 10)",
      ]).status
    }
    for line in recipe.offered {
      let words = line.split(separator: " ").map(String.init)
      if words[0] == "after" {
        #expect(book(words[1], "any", words[2]) == 0, "\(line)")
        continue
      }
      let head = line.prefix { $0 != ":" }.split(separator: " ").map(String.init)
      let times = line.drop { $0 != ":" }.dropFirst().split(separator: " ").map(String.init)
      let wanted = times == ["none"] ? [] : times
      let agent = head.count > 2 ? head[2] : nil
      #expect(try Self.starts(head[0], head[1], agent, business, bench) == wanted, "\(line)")
    }
    // What is offered can be booked, and what is not cannot.
    guard let line = recipe.offered.last(where: { !$0.hasPrefix("after") && !$0.hasSuffix("none") }) else { return }
    let head = line.prefix { $0 != ":" }.split(separator: " ").map(String.init)
    let times = line.drop { $0 != ":" }.dropFirst().split(separator: " ").map(String.init)
    let agent = head.count > 2 ? head[2] : "any"
    #expect(book(head[0], agent, "\(head[1])T\(times[0])") == 0)
    #expect(book(head[0], agent, "\(head[1])T05:05") == 1)
  }

  /// The days of a year without any start are those of the list.
  @Test(arguments: try Recipe.all.get()) func itIsClosedOnTheseDays(_ recipe: Recipe) throws {
    let business = try Self.business(recipe)
    for line in recipe.closed {
      let words = line.split(separator: " ").map(String.init)
      let year = try #require(Int(words[0].dropLast()))
      let first = try #require(LocalDate(year: year, month: 1, day: 1))
      let days = (0..<(LocalDate.isLeap(year) ? 366 : 365)).map { first.adding(days: $0) }
      let closed = days.filter { (business.hours.windows(on: $0) ?? []).isEmpty }
      #expect(closed.map { String($0.text.suffix(5)) } == Array(words.dropFirst()), "\(line)")
    }
  }

  private static func business(_ recipe: Recipe) throws -> Business {
    let id = try #require(Identifier("praxis"))
    return try BusinessFileReader.read(Array(recipe.file.utf8), id: id) { name throws(ZoneError) in
      try SystemZones.zone(named: name, calls: LinuxCalls())
    }
  }

  /// The starts of a day that the deployment offers.
  private static func starts(
    _ product: String, _ day: String, _ agent: String?, _ business: Business, _ bench: DeskBench
  ) throws -> [String] {
    let date = try #require(LocalDate(text: day))
    let type = try #require(business.appointmentTypes.first { $0.products.map(\.text).contains(product) })
    let known = try #require(business.products.first { $0.id.text == product })
    let engine = FileEngine(directory: bench.directory.appending(path: "Data").path, calls: LinuxCalls())
    let taken = try engine.diary(of: business.id).read().occupations(in: Instant(seconds: 0) ..< .distantFuture)
    guard case .instant(let now, _, _) = try ISO8601.parse(Self.now) else { return ["no time"] }
    let query = SlotQuery(
      type: type, product: known, agent: agent.flatMap { Identifier($0) }, from: business.zone.startOfDay(date),
      until: business.zone.startOfDay(date.adding(days: 1)), now: now)
    return Timetable(business: business, occupations: taken).slots(query).map {
      String(ISO8601.write($0.start, in: business.zone).dropFirst(11).prefix(5))
    }
  }
}
