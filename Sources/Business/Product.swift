// What can be booked, and on what terms (contract, section 5, the rows of products and `booking`).

/// Something that is booked: so long, so many at once, on these terms.
package struct Product: Sendable {
  /// The id in the file.
  package var id: Identifier
  /// The name spoken to callers.
  package var name: String
  /// More words about it.
  package var description: String?
  /// The price as the file words it.
  package var price: String?
  /// Elapsed time from start to end, in seconds; whole minutes, at least one.
  package var duration: Int
  /// How many participants one session takes; at least 1.
  package var capacity: Int
  /// What a session uses of resources; each resource at most once.
  package var needs: [Need]
  /// The fields a booker must give, in the order to ask for them.
  package var bookerInfo: [String]
  /// The fields a participant must give, in the order to ask for them.
  package var participantInfo: [String]
  /// The fields a booker may give, in the order to ask for them; none of `bookerInfo`.
  package var bookerOptionalInfo: [String] = []
  /// The fields a participant may give, in the order to ask for them; none of `participantInfo`.
  package var participantOptionalInfo: [String] = []
  /// The only agents who take it, at least one, in the order of the business's agents; nil for all of its types' agents.
  package var agents: [Identifier]?
  /// When appointments may start; nil where they start anywhere in working time. A window in it that ends where it
  /// starts is a single time.
  package var starts: WorkingHours? {
    get { rareStarts.value }
    set { rareStarts = Rarely(newValue) }
  }
  private var rareStarts = Rarely<WorkingHours>.absent
  /// In which part of an appointment its agent is free; nil where in none.
  package var pause: Pause?
  /// How many sessions there are at most on a local day, of all agents together; nil for no limit.
  package var maxPerDay: Int?
  /// The product's terms: its own, else the business's, else the defaults; but `maxOpen` is its own only.
  package var terms: BookingTerms

  /// A product with every member given.
  package init(
    id: Identifier, name: String, description: String? = nil, price: String? = nil, duration: Int, capacity: Int = 1,
    needs: [Need] = [], agents: [Identifier]? = nil, starts: WorkingHours? = nil, pause: Pause? = nil,
    maxPerDay: Int? = nil, bookerInfo: [String] = ["firstname", "lastname", "phone"],
    participantInfo: [String] = ["firstname", "lastname"], terms: BookingTerms = BookingTerms()
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.price = price
    self.duration = duration
    self.capacity = capacity
    self.needs = needs
    self.agents = agents
    self.rareStarts = Rarely(starts)
    self.pause = pause
    self.maxPerDay = maxPerDay
    self.bookerInfo = bookerInfo
    self.participantInfo = participantInfo
    self.terms = terms
  }
}

/// How much of a resource each session of a product uses.
package struct Need: Hashable, Sendable {
  /// The resource's id.
  package var resource: Identifier
  /// How many units; at least 1 and at most as many as there are.
  package var units: Int

  /// A need of so many units.
  package init(_ resource: Identifier, units: Int = 1) {
    self.resource = resource
    self.units = units
  }
}

/// A part of an appointment in which its agent is free for others.
package struct Pause: Hashable, Sendable {
  /// Seconds from the appointment's start to the pause; above 0.
  package var after: Int
  /// Seconds that the pause lasts; above 0. The pause ends before the appointment does.
  package var length: Int

  /// A pause so long after the start, and so long.
  package init(after: Int, length: Int) {
    self.after = after
    self.length = length
  }
}

/// On what terms slots are offered and bookings changed (contract, section 5, `booking`).
package struct BookingTerms: Hashable, Sendable {
  /// Seconds between the starts of the grid; nil means the product's duration.
  package var slotInterval: Int?
  /// Seconds that must remain before a start when it is booked.
  package var notice: Int
  /// How many calendar days ahead can be booked, the last one included.
  package var horizonDays: Int
  /// Seconds before the start until which a booking may be moved or cancelled.
  package var changeUntil: Int
  /// Seconds before the start that belong to the occupied time.
  package var bufferBefore: Int
  /// Seconds after the end that belong to the occupied time.
  package var bufferAfter: Int
  /// Sessions that an agent takes at most on a local day; nil for no limit.
  package var dailyLimit: Int?
  /// How many live bookings to come a participant may have; nil for no limit. The business's counts bookings of all
  /// products, a product's own those of the product.
  package var maxOpen: Int?

  /// The terms given, and the contract's defaults for the others.
  package init(
    slotInterval: Int? = nil, notice: Int = 0, horizonDays: Int = 90, changeUntil: Int = 0, bufferBefore: Int = 0,
    bufferAfter: Int = 0, dailyLimit: Int? = nil, maxOpen: Int? = nil
  ) {
    self.slotInterval = slotInterval
    self.notice = notice
    self.horizonDays = horizonDays
    self.changeUntil = changeUntil
    self.bufferBefore = bufferBefore
    self.bufferAfter = bufferAfter
    self.dailyLimit = dailyLimit
    self.maxOpen = maxOpen
  }
}
