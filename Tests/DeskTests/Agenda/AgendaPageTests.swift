// The diary as a page: what it says, that it is a sound document, that nobody's name becomes markup, and that everything on
// it can be read.

import Foundation
import Testing

@Suite struct AgendaPageTests {
  /// A page with a little of everything.
  private func page(_ options: String = "--from 2026-11-24") throws -> String {
    let bench = try DeskBench.withSmallBusiness()
    for line in [
      "book praxis massage-30 2026-11-24T08:00 --agent anna firstname=Eva lastname=Muster phone=0351123456",
      "book praxis checkup 2026-11-24T09:00 --agent ben 'firstname=<b>&\"' 'lastname=</li><script>alert(1)</script>' phone=0351999",
      "book praxis back 2026-11-24T14:00 booker.firstname=Hans booker.lastname=Muster booker.phone=0351777 "
        + "participant.firstname=Lina participant.lastname=Muster",
      "block praxis anna 2026-11-24T15:00..17:00 --reason 'a < b'",
    ] {
      let result = bench.run(line)
      try #require(result.status == 0, "\(result.errors)")
    }
    let result = bench.run("agenda praxis --html \(options)")
    try #require(result.status == 0, "\(result.errors)")
    return result.output
  }

  @Test func saysWhatStandsInTheDiary() throws {
    let page = try page()
    for part in [
      "<h1><bdi>Praxis am Park</bdi></h1>", "<bdi>Tuesday, 24 November 2026</bdi>",
      "<bdi>Anna Schmidt</bdi> <small>08:00–12:00, 13:00–18:00</small>",
      "<p class=\"time\">08:00–08:30 <small>+ 10 min</small></p><p class=\"what\"><bdi>30 Minuten Massage</bdi></p>",
      "<a href=\"tel:+49351123456\">+49351123456</a>",
      "<bdi>Rückenschule (1/8)</bdi></p><ul><li><bdi>Lina Muster</bdi> <small>booked by <bdi>Hans Muster</bdi></small>",
      "<p class=\"time\">15:00–17:00</p><p class=\"what\"><bdi>a &lt; b</bdi></p>",
      "<p><small>times in Europe/Berlin · as of Friday, 20 November 2026, 09:00</small></p>",
    ] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test(arguments: ["--from 2026-11-24", "--from mon --days 7", "--from sat", "--from wed --days 3 --agent clara"])
  func isASoundDocument(_ options: String) throws {
    let document = try PageDocument(try page(options))
    #expect(document.problems == [])
    #expect(document.count(of: "h1") == 1)
    #expect(document.count(of: "main") == 1)
    #expect(document.count(of: "script") == 0)
  }

  @Test func takesNothingFromElsewhere() throws {
    let page = try page()
    #expect(page.contains("default-src 'none'"))
    for mark in ["src=", "url(", "@import", "<link", "<img", "onload", "javascript:", "<script", "</li><script"] {
      #expect(!page.contains(mark), "\(mark)")
    }
  }

  @Test func daysOffAreSaid() throws {
    #expect(try page("--from sat").contains("<p>Saturday, 21 November 2026: closed, and nothing is booked.</p>"))
    #expect(try page("--from wed --agent clara").contains("nobody works, and nothing is booked."))
    #expect(try page("--from wed --days 3").contains("<p>Off on all these days: Clara Nowak</p>"))
    #expect(try page("--from mon --days 7").contains("closed: Sat 28 Nov, Sun 29 Nov"))
  }

  /// Everything that is text, on everything that it stands on, in both schemes (WCAG 2, 1.4.6).
  @Test func canBeRead() throws {
    let page = try page()
    let style = try #require(page.firstMatch(of: /<style>([\s\S]*)<\/style>/)).1
    let halves = style.split(separator: "(prefers-color-scheme: dark)", maxSplits: 1)
    try #require(halves.count == 2)
    var colors: [String: String] = [:]
    for half in [halves[0], halves[1].prefix { $0 != "*" }] {
      for match in half.matches(of: /--([a-z]+[0-9]?): ?(#[0-9a-f]{3,6})/) {
        colors[String(match.1)] = String(match.2)
      }
      for ground in ["paper", "block", "k0", "k1", "k2", "k3", "k4", "k5"] {
        for ink in ["ink", "soft"] {
          let ratio = try contrast(try #require(colors[ink]), try #require(colors[ground]))
          #expect(ratio >= 7, "\(ink) on \(ground): \(ratio)")
        }
      }
    }
  }

  private func contrast(_ left: String, _ right: String) throws -> Double {
    let (a, b) = (try luminance(left), try luminance(right))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private func luminance(_ color: String) throws -> Double {
    var digits = Array(color.dropFirst())
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    let channels = try stride(from: 0, to: 6, by: 2).map { index in
      let value = Double(try #require(Int(String(digits[index...index + 1]), radix: 16))) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
