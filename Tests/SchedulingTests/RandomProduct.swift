// Random products. Their hours are RandomHours.swift's.

import Business
import CivilTime

extension RandomCase {
  static func product(
    _ number: Int, _ resources: [Resource], _ agents: [Agent], around day: LocalDate, _ dice: inout Dice
  ) -> Product {
    var terms = BookingTerms()
    terms.slotInterval = dice.chance(40) ? nil : dice.one(of: [5, 7, 10, 15, 15, 20, 30, 30, 45, 60, 90, 1500]) * 60
    terms.notice = dice.chance(60) ? 0 : dice.one(of: [1, 30, 60, 120, 1440, 2000]) * 60
    terms.horizonDays = dice.chance(60) ? 90 : dice.below(4)
    terms.bufferBefore = dice.chance(50) ? 0 : dice.one(of: [5, 10, 15, 30, 60, 600]) * 60
    terms.bufferAfter = dice.chance(50) ? 0 : dice.one(of: [5, 10, 15, 30, 60, 600]) * 60
    terms.dailyLimit = dice.chance(65) ? nil : dice.from(1...4)
    let duration = dice.one(of: [5, 10, 15, 20, 30, 30, 30, 45, 60, 60, 90, 240, 1500])
    var product = Product(
      id: id("product\(number)"), name: "", duration: duration * 60, capacity: dice.chance(45) ? 1 : dice.from(2...4),
      needs: resources.filter { _ in dice.chance(60) }.map { Need($0.id, units: dice.from(1...$0.count)) }, terms: terms
    )
    if dice.chance(35) {
      // Mostly one into which others fit.
      if dice.chance(70) { product.duration = dice.one(of: [60, 90, 120, 240]) * 60 }
      let minutes = product.duration / 60
      let after = minutes >= 60 ? dice.from(1...4) * 5 : dice.from(1...minutes - 2)
      let rest = minutes - 1 - after
      product.pause = Pause(after: after * 60, length: (dice.chance(60) ? rest : dice.from(1...rest)) * 60)
    }
    if dice.chance(20) { product.maxPerDay = dice.from(1...3) }
    if dice.chance(25) {
      let some = agents.map(\.id).filter { _ in dice.chance(60) }
      product.agents = some.isEmpty ? [agents[0].id] : some
    }
    if dice.chance(35) { product.starts = starts(around: day, &dice) }
    return product
  }
}
