// Nobody can list the customers (contract, section 3, "Searching"): ways to try it, each with a thousand requests to a business
// of a thousand customers, how many of them are told, and whether each who is told agrees with what was sent. The figures are
// printed where a bound does not hold, or with VOICEBOT_FIGURES=1; VOICEBOT_LONG=1 tries it in every language.

import Effort
import Testing

@Suite struct ListingTests {
  /// What a request sends of the participant.
  typealias Sent = [(name: String, value: String)]

  private static let languages: [Language] = Effort.isLong ? Language.allCases : [.english]

  @Test(arguments: languages) func aThousandRequestsOfEachWay(_ language: Language) async throws {
    var clientele = Clientele(language, size: 1000, pairs: [], seed: 5)
    let office = try await Office(clientele)
    let ways = Listing.ways(&clientele)
    for way in ways {
      let answers = try await concurrently(way.requests) { sent in try await office.find(sent) }
      var told: Set<Int> = []
      var refused = 0
      var complaints: [String] = []
      for (sent, answer) in zip(way.requests, answers) {
        told.formUnion(answer.entries.map { $0.customer ?? -1 })
        if answer.code != nil { refused += 1 }
        if let complaint = Listing.complaint(of: answer, to: sent, office.customers) {
          complaints.append("\(complaint): \(sent), \(answer.text)")
        }
      }
      #expect(way.requests.count == 1000)
      #expect(told.count <= way.greatest, "customers told by \(way.name)")
      #expect(complaints.isEmpty, "\(complaints.count) of \(way.name), such as \(complaints.first ?? "")")
      if told.count > way.greatest || !complaints.isEmpty || Figures.areWanted {
        print(
          "figures: \(language.rawValue), 1,000 requests of \(way.name): \(told.count) of 1,000 customers told,",
          "\(refused) requests refused")
      }
    }
  }
}
