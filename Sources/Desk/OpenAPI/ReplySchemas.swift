// What the actions answer, as JSON Schema (contract, sections 3 and 4). Members may be added, so none is forbidden.

internal import JSON

/// The schemas of replies.
enum ReplySchemas {
  /// The schema of the reply to an action.
  static func reply(to action: String) -> JSONValue {
    switch action {
    case "getEntityForSipId": reference("Entity")
    case "getBusinessName": reference("BusinessName")
    case "getAppointmentTypes": list(of: "AppointmentType")
    case "getAppointmentTypesWithProducts": list(of: "AppointmentTypeWithProducts")
    case "getAgents": list(of: "Agent")
    case "getProducts": list(of: "Product")
    case "getSlots": list(of: "Slot")
    case "getRequiredInfo": reference("RequiredInfo")
    case "findExistingUser": list(of: "User")
    case "findExistingBooking": list(of: "Booking")
    default: reference("Booking")
    }
  }

  /// A schema among the document's own.
  static func reference(_ name: String) -> JSONValue { .members([("$ref", .string("#/components/schemas/\(name)"))]) }

  private static func list(of name: String) -> JSONValue {
    .members([("type", .string("array")), ("items", reference(name))])
  }

  /// All of them, by name.
  static var all: JSONValue { (try? JSONValue(parsing: Array(text.utf8))) ?? .null }

  private static let text = #"""
    {
      "Attribute": {"anyOf": [
        {"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}
      ]},
      "Time": {
        "type": "string", "description": "ISO 8601 with milliseconds and offset",
        "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}(Z|[+-]\\d{2}:\\d{2})$"
      },
      "Weekday": {"enum": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]},
      "Entity": {"type": "object", "properties": {"entityId": {"type": "string"}}, "required": ["entityId"]},
      "BusinessName": {
        "type": "object",
        "properties": {
          "name": {"type": "string"}, "timezone": {"type": "string"}, "now": {"$ref": "#/components/schemas/Time"},
          "weekday": {"$ref": "#/components/schemas/Weekday"}, "language": {"type": "string"}
        },
        "required": ["name", "timezone", "now", "weekday"]
      },
      "AppointmentType": {
        "type": "object",
        "properties": {
          "id": {"type": "string"}, "appointmentTypeId": {"type": "string"}, "name": {"type": "string"},
          "description": {"type": "string"}
        },
        "required": ["id", "appointmentTypeId", "name"]
      },
      "AppointmentTypeWithProducts": {
        "allOf": [{"$ref": "#/components/schemas/AppointmentType"}],
        "type": "object",
        "properties": {"products": {"type": "array", "items": {"$ref": "#/components/schemas/Product"}}},
        "required": ["products"]
      },
      "Product": {
        "type": "object",
        "properties": {
          "id": {"type": "string"}, "productId": {"type": "string"}, "name": {"type": "string"},
          "duration": {"type": "integer", "minimum": 1, "description": "minutes"},
          "description": {"type": "string"}, "price": {"type": "string"}
        },
        "required": ["id", "productId", "name", "duration"]
      },
      "Agent": {
        "type": "object",
        "properties": {"id": {"type": "string"}, "agentId": {"type": "string"}, "name": {"type": "string"}},
        "required": ["id", "agentId", "name"]
      },
      "Slot": {
        "type": "object",
        "properties": {
          "id": {"type": "string"}, "slotId": {"type": "string"}, "agentId": {"type": "string"},
          "agentName": {"type": "string"}, "start": {"$ref": "#/components/schemas/Time"},
          "end": {"$ref": "#/components/schemas/Time"}, "weekday": {"$ref": "#/components/schemas/Weekday"},
          "remaining": {"type": "integer", "minimum": 1}
        },
        "required": ["id", "slotId", "agentId", "agentName", "start", "end", "weekday"]
      },
      "RequiredInfo": {
        "type": "object",
        "properties": {
          "bookerInfo": {"type": "array", "items": {"type": "string"}},
          "participantInfo": {"type": "array", "items": {"type": "string"}},
          "bookerOptionalInfo": {"type": "array", "items": {"type": "string"}},
          "participantOptionalInfo": {"type": "array", "items": {"type": "string"}},
          "fields": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "name": {"type": "string"}, "label": {"type": "string"},
                "type": {"enum": ["text", "date", "phone", "email", "number"]}
              },
              "required": ["name", "label", "type"]
            }
          }
        },
        "required": ["bookerInfo", "participantInfo", "bookerOptionalInfo", "participantOptionalInfo", "fields"]
      },
      "User": {
        "type": "object",
        "properties": {"id": {"type": "string"}, "match": {"const": "similar"}},
        "required": ["id"],
        "additionalProperties": {"$ref": "#/components/schemas/Attribute"}
      },
      "Booking": {
        "type": "object",
        "properties": {
          "id": {"type": "string"}, "bookingId": {"type": "string"}, "slotId": {"type": "string"},
          "start": {"$ref": "#/components/schemas/Time"}, "end": {"$ref": "#/components/schemas/Time"},
          "weekday": {"$ref": "#/components/schemas/Weekday"}, "status": {"enum": ["booked", "cancelled"]},
          "repeated": {"const": true},
          "appointmentType": {"$ref": "#/components/schemas/Named"}, "product": {"$ref": "#/components/schemas/Named"},
          "agent": {"$ref": "#/components/schemas/Named"}, "booker": {"$ref": "#/components/schemas/User"},
          "participant": {"$ref": "#/components/schemas/User"}
        },
        "required": [
          "id", "bookingId", "slotId", "start", "end", "weekday", "status", "appointmentType", "product", "agent",
          "booker", "participant"
        ]
      },
      "Named": {
        "type": "object",
        "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
        "required": ["id", "name"]
      },
      "Problem": {
        "type": "object",
        "properties": {
          "type": {"type": "string"}, "title": {"type": "string"},
          "status": {"type": "integer", "minimum": 400, "maximum": 599},
          "detail": {"type": "string", "description": "What to do next."},
          "code": {"type": "string", "description": "Stable: test this one."},
          "field": {"type": "string"}, "fields": {"type": "array", "items": {"type": "string"}},
          "alternatives": {"type": "array", "items": {"$ref": "#/components/schemas/Slot"}}
        },
        "required": ["type", "title", "status", "detail", "code"]
      }
    }
    """#
}
