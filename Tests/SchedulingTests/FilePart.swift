// Parts of a case that are written as in a business file, and read by its reader.

import Business
import BusinessFile
import CivilTime
import Testing

enum FilePart {
  static func rota(_ yaml: String) -> Rota? { business(hours: "rota: \(yaml)")?.hours.rota }

  static func dates(_ yaml: String) -> [DateRule] {
    business(hours: "hours: {}\ndates: \(yaml)")?.hours.dates ?? []
  }

  static func starts(_ yaml: String) -> WorkingHours? {
    business(hours: "hours: {}", product: ", starts: \(yaml)")?.products.first?.starts
  }

  private static func business(hours: String, product: String = "") -> Business? {
    let file = """
      name: Practice
      timezone: UTC
      \(hours)
      agents: {anna: {name: Anna}}
      appointmentTypes: {type: {name: Type, products: [massage]}}
      products: {massage: {name: Massage, duration: 30m\(product)}}
      """
    do {
      let utc = Zone(name: "UTC") { _ in 0 }
      return try BusinessFileReader.read(Array(file.utf8), id: TableCase.id("practice")) { _ throws(ZoneError) in utc }
    } catch {
      Issue.record("\(error.issues.map(\.what)) in \(file)")
      return nil
    }
  }
}
