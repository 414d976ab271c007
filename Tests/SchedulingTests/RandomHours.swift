// Random hours around a day: weeks, rotas, dates of every form, and the starts of products.

import Business
import CivilTime

extension RandomCase {
  static func hours(around day: LocalDate, isAgent: Bool, _ dice: inout Dice) -> WorkingHours {
    let dates = rules(around: day, &dice) { windows(&$0) }
    if dice.chance(20) {
      let weeks = (0..<dice.from(1...4)).map { _ in dice.chance(15) ? Week() : week(&dice) { windows(&$0) } }
      return WorkingHours(rota: Rota(from: day.adding(days: dice.from(-400...400)), weeks: weeks), dates: dates)
    }
    return WorkingHours(week: isAgent && dice.chance(25) ? nil : week(&dice) { windows(&$0) }, dates: dates)
  }

  /// The starts of a product: windows and single times, the latter also inside and at the edges of the former.
  static func starts(around day: LocalDate, _ dice: inout Dice) -> WorkingHours {
    func times(_ dice: inout Dice) -> [Window] {
      var times = dice.chance(60) ? windows(&dice) : []
      for _ in 0..<dice.one(of: [0, 1, 1, 2, 3]) {
        let edges = times.flatMap { [$0.start, $0.end] }.filter { $0 < 1440 }
        let start = !edges.isEmpty && dice.chance(40) ? dice.one(of: edges) : dice.below(288) * 5
        times.append(Window(start: start, end: start))
      }
      return times
    }
    let week = dice.chance(15) ? Week() : week(&dice) { times(&$0) }
    return WorkingHours(week: week, dates: rules(around: day, &dice) { times(&$0) })
  }

  private static func week(_ dice: inout Dice, _ windows: (inout Dice) -> [Window]) -> Week {
    Week((0..<7).map { _ in windows(&dice) })
  }

  private static func rules(
    around day: LocalDate, _ dice: inout Dice, _ windows: (inout Dice) -> [Window]
  ) -> [DateRule] {
    (0..<dice.one(of: [0, 0, 1, 2, 3])).map { _ in
      let days = days(around: day, &dice)
      if dice.chance(30) { return DateRule(days: days, hours: .weekly(week(&dice, windows))) }
      return DateRule(days: days, hours: .daily(dice.chance(30) ? [] : windows(&dice)))
    }
  }

  /// Days of every form that a file may name, most of them about the given one.
  private static func days(around day: LocalDate, _ dice: inout Dice) -> DatePattern {
    let (first, last) = (day.adding(days: dice.from(-3...2)), day.adding(days: dice.from(-1...4)))
    switch dice.below(10) {
    case 0...2: return .range(min(first, last), max(first, last))
    case 3: return dice.chance(50) ? .range(first, .distantFuture) : .range(.distantPast, last)
    case 4: return .yearly(MonthDay(first), MonthDay(first))
    case 5...6: return .yearly(MonthDay(first), MonthDay(last))
    case 7: return .moving(moving(first, &dice), moving(last, &dice))
    default:
      let only = moving(first, &dice)
      return .moving(only, only)
    }
  }

  /// A moving day that mostly is this very day of its year.
  private static func moving(_ day: LocalDate, _ dice: inout Dice) -> MovingDay {
    let parts = day.components
    if dice.chance(40) {
      for anchor in [MovingDay.Anchor.easter, .orthodoxEaster].shuffled(using: &dice) {
        guard let easter = MovingDay(anchor).day(ofYear: parts.year) else { continue }
        let offset = day.dayNumber - easter.dayNumber
        if abs(offset) <= MovingDay.greatestOffset { return MovingDay(anchor, offset: offset) }
      }
    }
    // The weekday of its month that it is, or one of another month some days before or after.
    let offset = dice.chance(50) ? 0 : dice.from(-80...80)
    let anchor = day.adding(days: -offset)
    let (_, month, number) = anchor.components
    let length = LocalDate.length(ofMonth: month, year: anchor.components.year)
    let place = dice.chance(50) ? (number - 1) / 7 + 1 : -((length - number) / 7 + 1)
    let odd = dice.chance(10) ? dice.from(1...5) : place
    return MovingDay(.weekday(anchor.weekday, month: month, place: odd), offset: offset)
  }

  private static func windows(_ dice: inout Dice) -> [Window] {
    let unit = dice.one(of: [1, 5, 15, 15, 30, 60])
    return (0..<dice.one(of: [0, 1, 1, 1, 2, 2, 3])).map { _ in
      switch dice.below(10) {
      case 0: return Window(start: 0, end: 1440)
      case 1:
        let start = dice.from(18 * 60 / unit...1439 / unit) * unit
        return Window(start: start, end: start + dice.from(1...min(1440, 2880 - start) / unit) * unit)
      case 2: return Window(start: dice.below(4) * 30, end: dice.from(5...12) * 30)
      default:
        let start = dice.below(1380 / unit) * unit
        return Window(start: start, end: min(1440, start + dice.from(1...600 / unit) * unit))
      }
    }
  }

  static func id(_ text: String) -> Identifier { Identifier(text) ?? RandomCase.id("x") }
}
