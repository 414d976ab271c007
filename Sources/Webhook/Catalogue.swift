// The actions that read only the business file: names, types, agents, products and required fields.

internal import Business
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

  /// `getBusinessName`.
  func businessName() -> Answer {
    var json = JSONWriter()
    json.beginObject()
    json.member("name", business.name)
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

  /// `getAgents`.
  func agents() throws(Problem) -> Answer {
    let type = try appointmentType()
    var json = JSONWriter()
    json.beginArray()
    for agent in business.agents where type.agents.contains(agent.id) {
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

  /// `getRequiredInfo`.
  func requiredInfo() throws(Problem) -> Answer {
    let id = try request.requiredID("productId")
    guard let local = PublicID.local(id, in: business.id), let product = business.product(local) else {
      throw .unknownProduct
    }
    var json = JSONWriter()
    json.beginObject()
    for (name, fields) in [("bookerInfo", product.bookerInfo), ("participantInfo", product.participantInfo)] {
      json.key(name)
      json.beginArray()
      for field in fields { json.string(field) }
      json.endArray()
    }
    json.endObject()
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
