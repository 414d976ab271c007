// A business with a little of everything, for the transcripts.

enum SmallBusiness {
  static let yaml = """
    name: Praxis am Park
    timezone: Europe/Berlin
    country: DE
    sipIds: ["+49 351 1234567"]
    hours:
      mon-thu: 08:00-12:00, 13:00-18:00
      fri: 08:00-12:00
    agents:
      anna: {name: Anna Schmidt}
      ben: {name: Ben Meyer, hours: {mon-fri: 09:00-15:00}}
      clara: {name: Clara Nowak, hours: {tue: 08:00-18:00}}
    appointmentTypes:
      massage: {name: Massage, products: [massage-30, massage-60], agents: [anna, ben]}
      course: {name: Kurs, products: [back], agents: [clara]}
      checkup: {name: Kontrolle, products: [checkup], agents: [anna, ben]}
    products:
      massage-30: {name: 30 Minuten Massage, duration: 30m, bufferAfter: 10m, price: 38 Euro}
      massage-60: {name: 60 Minuten Massage, duration: 1h, bufferBefore: 5m, bufferAfter: 10m}
      back: {name: Rückenschule, duration: 1h, capacity: 8, notice: 1d}
      checkup: {name: Kontrolle, duration: 20m}
    booking: {slotInterval: 15m, notice: 2h, horizon: 60d, changeUntil: 24h}
    retention: 30d

    """
}
