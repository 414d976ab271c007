// `getRequiredInfo`: what to ask of booker and participant, and in which words.

internal import ActionTable
internal import Business
internal import JSON

extension RequestContext {
  /// `getRequiredInfo`.
  func requiredInfo() throws(Problem) -> Answer {
    let id = try request.requiredID("productId")
    guard let local = PublicID.local(id, in: business.id), let product = business.product(local) else {
      throw .unknownProduct
    }
    var json = JSONWriter()
    json.beginObject()
    json.names("bookerInfo", product.bookerInfo)
    json.names("participantInfo", product.participantInfo)
    json.names("bookerOptionalInfo", product.bookerOptionalInfo)
    json.names("participantOptionalInfo", product.participantOptionalInfo)
    json.key("fields")
    json.beginArray()
    var asked: [String] = []
    for names in [
      product.bookerInfo, product.participantInfo, product.bookerOptionalInfo, product.participantOptionalInfo,
    ] {
      for name in names where !asked.contains(name) {
        asked.append(name)
        let field = AskedField(name, of: business)
        json.beginObject()
        json.member("name", name)
        json.member("label", field.label)
        json.member("type", field.type)
        json.endObject()
      }
    }
    json.endArray()
    json.endObject()
    return Answer(ok: json.bytes)
  }
}

extension JSONWriter {
  fileprivate mutating func names(_ name: String, _ names: [String]) {
    key(name)
    beginArray()
    for name in names { string(name) }
    endArray()
  }
}
