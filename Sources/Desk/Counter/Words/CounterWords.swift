// Every text of the counter's page that is no name: one member each, so that a language that lacks one does not compile.
// Words+English.swift and Words+German.swift have them; what takes a number or a name is put together in
// CounterWords+Phrases.swift.

internal import Business

/// The texts of the page in one language.
struct CounterWords: Sendable {
  /// Days, times, and what stands in a diary.
  let diary: DiaryWords

  /// Leads past the navigation.
  let skip: String
  let navigation: String
  let signedInAs: String
  /// Above what cannot be shown or done.
  let sorry: String
  let toDiary: String
  let businesses: String
  let diaryTitle: String
  let newAppointment: String
  let blockTime: String
  let findPerson: String
  let history: String
  let notLetIn: String
  let otherName: String
  let noSuchMethod: String
  let unreadable: String
  let tooLarge: String
  let foreignForm: String
  let notThere: String
  let noSuchBusiness: String
  let otherBusiness: String
  let outOfService: String
  let storageFails: String
  let busy: String
  let notDone: String
  let noSuchDay: String
  let noSuchTime: String
  let noSuchAgent: String
  let noSuchProduct: String
  let noSuchSlot: String
  let noSuchBooking: String
  let noSuchBlock: String
  let noSuchPerson: String
  let alreadyCancelled: String
  let productIsGone: String
  /// Names the links from week to week.
  let period: String
  let today: String
  let day: String
  let week: String
  let previousDay: String
  let nextDay: String
  let previousWeek: String
  let nextWeek: String
  /// What an agent is called.
  let agent: String
  /// All agents.
  let everybody: String
  /// Any agent.
  let whoeverIsFree: String
  let wholeBusiness: String
  let freeTimesFor: String
  let anything: String
  let date: String
  let time: String
  let show: String
  /// Of time in which nothing stands.
  let free: String
  let nothingBooked: String
  let bookedBy: String
  let addPerson: String
  let nothingFree: String
  let nothingFreeSoon: String
  let goThere: String
  let closedAndEmpty: String
  let absentAndEmpty: String
  /// Before the names of those who are off.
  let absent: String
  let legend: String
  let notAtWork: String
  let keptFree: String
  let timesIn: String
  let asOf: String
  let feed: String
  let appointmentFor: String
  /// Ends what was begun.
  let cancelChoice: String
  let nothingFreeThen: String
  let notFreeThen: String
  let freeTimesOfWeek: String
  let wholeWeek: String
  let anyTime: String
  let anyTimeHint: String
  let what: String
  let when: String
  let withWhom: String
  let goOn: String
  let bookTitle: String
  let otherTimes: String
  let book: String
  let whoBooks: String
  let whoComes: String
  let whoBooked: String
  let aboutWhoComes: String
  let somebodyElseComes: String
  let optional: String
  let dateHint: String
  /// Of a field.
  let isMissing: String
  let fieldsAreWrong: String
  let notOnOffer: String
  let freeInstead: String
  let force: String
  let forceHint: String
  let forceHelps: String
  let severalWeeks: String
  let howManyWeeks: String
  let weeksHint: String
  let leaveOutWeeks: String
  let unreadableWeeks: String
  let seriesNotBooked: String
  let weekFree: String
  let clocksSkip: String
  let appointment: String
  let state: String
  let isBooked: String
  let isCancelled: String
  /// Of a block.
  let isHeld: String
  let isGivenBack: String
  /// Of a booking.
  let number: String
  let toDay: String
  /// Before a name: leads to all of a person's appointments.
  let allOf: String
  let bookNext: String
  let change: String
  let move: String
  let cancelAppointment: String
  let cancelQuestion: String
  let cancelIndeed: String
  let bookAgain: String
  let moving: String
  let chooseTime: String
  let moveTitle: String
  let movedFrom: String
  let movedTo: String
  let moveIndeed: String
  let blockHint: String
  let from: String
  let until: String
  let fromDay: String
  let lastDay: String
  let timeOrDayBegin: String
  let timeOrDayEnd: String
  let reason: String
  let reasonTooLong: String
  let block: String
  let blockAllTheSame: String
  let noSuchSpan: String
  let noSuchSpanHint: String
  let inTheWay: String
  let bookingsWithin: String
  let giveBack: String
  let giveBackAll: String
  let giveBackPart: String
  let whatHappened: String
  let theBot: String
  let wasBooked: String
  let wasMoved: String
  let wasCancelled: String
  let wasBlocked: String
  let wasGivenBack: String
  let nothingHappened: String
  let searchHint: String
  let find: String
  let found: String
  let similar: String
  let nobodyFound: String
  let moreFound: String
  let bookFor: String
  let coming: String
  let before: String
  let noneComing: String
  let noneBefore: String
  /// Of somebody whose data was removed.
  let forgotten: String
  let slotTaken: String
  let tooSoon: String
  let tooFar: String
  let tooMany: String
  let tooLate: String
  let bookingChanged: String
  let doneBooked: String
  let doneSeries: String
  let doneSeriesPart: String
  let doneRepeated: String
  let doneMoved: String
  let doneCancelled: String
  let doneBlocked: String
  let doneAlready: String
  let doneUnblocked: String
  let doneUnblockedBefore: String
  let unreadableText: String
  let unreadablePhone: String
  let unreadableEmail: String
  let unreadableDate: String
  let unreadableNumber: String
}

extension CounterWords {
  /// The words of a language.
  init(_ language: CounterLanguage) {
    switch language {
    case .english: self = .english
    case .german: self = .german
    }
  }

  /// The words of a business's language; English where nobody has written them.
  init(business: Business) { self.init(business.language.flatMap(CounterLanguage.init(tag:)) ?? .english) }
}
