// The actions that read only the business file: names, types, agents and products. Questions.swift has getRequiredInfo.

internal import Business
internal import CivilTime
internal import JSON

extension RequestContext {
  /// `getEntityForSipId`: routing has found the business already.
  func entity() -> Answer {
    var json = JSONWriter()
    json.beginObject()
    json.member("entityId", business.id.text)
    json.endObject()
    return Answer(ok: json.bytes)
  }

  /// `getBusinessName`, with what a voice bot cannot know by itself: what day it is there.
  func businessName() -> Answer {
    var json = JSONWriter()
    json.beginObject()
    json.member("name", business.name)
    json.member("timezone", business.zone.name)
    let now = TimeText(zone: business.zone).stated(deployment.clock())
    json.member("now", now.text)
    json.member("weekday", now.weekday)
    json.member("language", ifPresent: business.language)
    json.endObject()
    return Answer(ok: json.bytes)
  }

  /// `getAppointmentTypes` and, with their products, `getAppointmentTypesWithProducts`.
  func appointmentTypes(withProducts: Bool) -> Answer {
    var json = JSONWriter()
    json.beginArray()
    for type in business.appointmentTypes {
      json.beginObject()
      write(id: type.id, as: "appointmentTypeId", name: type.name, to: &json)
      json.member("description", ifPresent: type.description)
      if withProducts {
        json.key("products")
        write(productsOf: type, to: &json)
      }
      json.endObject()
    }
    json.endArray()
    return Answer(ok: json.bytes)
  }

  /// `getAgents`: those of the type or, where a product is named, those who take it.
  func agents() throws(Problem) -> Answer {
    let type = try appointmentType()
    let product = try request.id("productId") == nil ? nil : try product(of: type)
    var json = JSONWriter()
    json.beginArray()
    for agent in business.agents
    where product.map({ type.isTaken(by: agent.id, for: $0) }) ?? type.agents.contains(agent.id) {
      json.beginObject()
      write(id: agent.id, as: "agentId", name: agent.name, to: &json)
      json.endObject()
    }
    json.endArray()
    return Answer(ok: json.bytes)
  }

  /// `getProducts`.
  func products() throws(Problem) -> Answer {
    let type = try appointmentType()
    var json = JSONWriter()
    write(productsOf: type, to: &json)
    return Answer(ok: json.bytes)
  }

  private func write(id: Identifier, as idName: String, name: String, to json: inout JSONWriter) {
    let id = PublicID.compose(business.id, id)
    json.member("id", id)
    json.member(idName, id)
    json.member("name", name)
  }

  private func write(productsOf type: AppointmentType, to json: inout JSONWriter) {
    json.beginArray()
    for id in type.products {
      guard let product = business.product(id) else { continue }
      json.beginObject()
      write(id: product.id, as: "productId", name: product.name, to: &json)
      json.key("duration")
      json.integer(product.duration / 60)
      json.member("description", ifPresent: product.description)
      json.member("price", ifPresent: product.price)
      json.endObject()
    }
    json.endArray()
  }
}
