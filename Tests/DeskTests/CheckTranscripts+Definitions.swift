// What `voicebot check` says about numbers, names, and what is defined or asked for in vain.
// How they are replayed: Support/DeskTranscript.swift.

extension DeskTranscript {
  static let definitions = [
    DeskTranscript(
      title: "one number, two businesses",
      text: #"""
        == anna.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        sipIds: [desk, "+49 351 1234567"]
        == ben.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        sipIds: ["+49 351 1234567"]
        $ voicebot check .
        ./ben.yaml:8:10: error: "+49 351 1234567" is also a number of another business (./anna.yaml:8:16); a call to it can belong to one only. [shared-sip-id]
         8 | sipIds: ["+49 351 1234567"]
           |          ^
        1 error in 1 of 2 files.
        [1]
        $ voicebot check anna.yaml
        anna.yaml:8:16: error: "+49 351 1234567" is also a number of another business (ben.yaml:8:10); a call to it can belong to one only. [shared-sip-id]
         8 | sipIds: [desk, "+49 351 1234567"]
           |                ^
        1 error in 1 file.
        [1]
        $ voicebot check --format json ben.yaml
        [
        {"file":"ben.yaml","line":8,"column":10,"severity":"error","code":"shared-sip-id","message":"\"+49 351 1234567\" is also a number of another business (anna.yaml:8:16); a call to it can belong to one only.","related":[{"file":"anna.yaml","line":8,"column":16}]}
        ]
        [1]
        """#),
    DeskTranscript(
      title: "one number, two businesses, two spellings",
      text: #"""
        == anna.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        sipIds: ["+49 351 1234567"]
        == ben.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        sipIds: [0351/1234567]
        == clara.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        sipIds: [0351/1234567]
        $ voicebot check .
        ./ben.yaml:8:10: warning: "0351/1234567" is the number "+49 351 1234567" of another business (./anna.yaml:8:10) in another spelling; a call to it can belong to one only. [same-number]
         8 | sipIds: [0351/1234567]
           |          ^
        ./clara.yaml:8:10: error: "0351/1234567" is also a number of another business (./ben.yaml:8:10); a call to it can belong to one only. [shared-sip-id]
         8 | sipIds: [0351/1234567]
           |          ^
        1 error and 1 warning in 2 of 3 files.
        [1]
        """#),
    DeskTranscript(
      title: "one number, two spellings",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        sipIds:
          - +49 351 1234567
          - 0049351-1234567
        $ voicebot check praxis.yaml
        praxis.yaml:10:5: warning: "0049351-1234567" is the number "+49 351 1234567" in line 9 in another spelling; one of them is enough. [same-number]
         10 |   - 0049351-1234567
            |     ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "numbers that look alike and are not",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        sipIds: ["+49 351 1234567", 0351 1234568, phone1234567]
        == wien.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        sipIds: ["+43 351 1234567", phone-1234567]
        $ voicebot check .
        2 files are in order.
        """#),
    DeskTranscript(
      title: "a resource nobody needs",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m, needs: [room]}}
        resources: {room: 1, chair: 2}
        $ voicebot check praxis.yaml
        praxis.yaml:8:22: warning: No product needs "chair", so it limits nothing; add it to the "needs" of those that do. [resource-unused]
         8 | resources: {room: 1, chair: 2}
           |                      ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "a field nobody is asked for",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        fields: {insurance: {label: Insurance}, doctor: {}}
        requiredInfo: {participant: [lastname, doctor]}
        $ voicebot check praxis.yaml
        praxis.yaml:8:10: warning: Nobody is ever asked for "insurance"; add it to a "requiredInfo" or an "optionalInfo". [field-unused]
         8 | fields: {insurance: {label: Insurance}, doctor: {}}
           |          ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "patterns that take too long or are too large",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        fields:
          insurance: {pattern: "[A-Z][0-9]{9}", identifies: true}
          doctor: {pattern: "Dr(.?){250}"}
          ward: {pattern: "((((((((((((((((((((((((((((((((((((((((((((((((a)))))))))))))))))))))))))))))))))))))))))))))))){250}"}
        requiredInfo: {participant: [lastname, insurance, doctor, ward]}
        $ voicebot check praxis.yaml
        praxis.yaml:10:21: warning: This pattern can go on in so many ways that a value of 1000 characters takes too long; with one, nobody can book. Repeat less inside of what is repeated. [pattern-too-slow]
         10 |   doctor: {pattern: "Dr(.?){250}"}
            |                     ^
        praxis.yaml:11:19: error: "((((((((((((((((((((((((((((((((((((((((…" is no regular expression: it is too large. [invalid]
         11 |   ward: {pattern: "((((((((((((((((((((((((((((((((((((((((((((((((a)))))))))))))))))))))))))))))))))))))))))))))…
            |                   ^
        1 error and 1 warning in 1 file.
        [1]
        """#),
    DeskTranscript(
      title: "nobody can be called back",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30, m45, m60, m90, m99]}}
        products:
          m30: {name: Massage, duration: 30m}
          m45: {name: Longer, duration: 45m}
          m60: {name: Long, duration: 1h, requiredInfo: {booker: [lastname, address]}}
          m90: {name: Longest, duration: 90m, requiredInfo: {booker: [mobile]}}
          m99: {name: Mail, duration: 99m, requiredInfo: {participant: [lastname, email]}}
        requiredInfo: {booker: [lastname]}
        fields: {mobile: {type: phone}}
        $ voicebot check praxis.yaml
        praxis.yaml:10:35: warning: Neither "phone" nor "email" is asked for, so who books cannot be called back; add one to "booker". [no-contact]
         10 |   m60: {name: Long, duration: 1h, requiredInfo: {booker: [lastname, address]}}
            |                                   ^
        praxis.yaml:13:1: warning: Neither "phone" nor "email" is asked for, so who books cannot be called back; add one to "booker". [no-contact]
         13 | requiredInfo: {booker: [lastname]}
            | ^
        2 warnings in 1 file.
        """#),
    DeskTranscript(
      title: "nobody is asked for a name",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30, m45]}}
        products:
          m30: {name: Massage, duration: 30m}
          m45: {name: Longer, duration: 45m, requiredInfo: {participant: [firstname]}}
        requiredInfo: {booker: [phone], participant: [dateOfBirth]}
        $ voicebot check praxis.yaml
        praxis.yaml:10:1: warning: Nobody is asked for a name; add "lastname" to "participant". [no-name]
         10 | requiredInfo: {booker: [phone], participant: [dateOfBirth]}
            | ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "nobody can prove who comes",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30, m45, m60, m90]}}
        products:
          m30: {name: Massage, duration: 30m}
          m45: {name: Longer, duration: 45m, requiredInfo: {booker: [email]}}
          m60: {name: Long, duration: 1h, requiredInfo: {participant: [lastname, insurance]}}
          m90: {name: Longest, duration: 90m, requiredInfo: {participant: [lastname, notes]}}
        requiredInfo: {booker: [firstname, lastname], participant: [lastname]}
        optionalInfo: {participant: [phone]}
        fields: {insurance: {identifies: true}, notes: {}}
        $ voicebot check praxis.yaml
        praxis.yaml:10:35: warning: Neither "phone" nor "email" is asked for, so who books cannot be called back; add one to "booker". [no-contact]
         10 |   m60: {name: Long, duration: 1h, requiredInfo: {participant: [lastname, insurance]}}
            |                                   ^
        praxis.yaml:11:39: warning: By what is asked for, nobody who calls again can prove to be the one who comes; ask "booker" or "participant" for "phone" or "email", or "participant" for two of "lastname", "firstname", "dateOfBirth" and the fields that identify. [no-proof]
         11 |   m90: {name: Longest, duration: 90m, requiredInfo: {participant: [lastname, notes]}}
            |                                       ^
        praxis.yaml:11:39: warning: Neither "phone" nor "email" is asked for, so who books cannot be called back; add one to "booker". [no-contact]
         11 |   m90: {name: Longest, duration: 90m, requiredInfo: {participant: [lastname, notes]}}
            |                                       ^
        praxis.yaml:12:1: warning: By what is asked for, nobody who calls again can prove to be the one who comes; ask "booker" or "participant" for "phone" or "email", or "participant" for two of "lastname", "firstname", "dateOfBirth" and the fields that identify. [no-proof]
         12 | requiredInfo: {booker: [firstname, lastname], participant: [lastname]}
            | ^
        praxis.yaml:12:1: warning: Neither "phone" nor "email" is asked for, so who books cannot be called back; add one to "booker". [no-contact]
         12 | requiredInfo: {booker: [firstname, lastname], participant: [lastname]}
            | ^
        5 warnings in 1 file.
        """#),
    DeskTranscript(
      title: "fields that look like the number of a person",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        optionalInfo: {participant: [policyNo, kasse, patient_id, notes, paid, joined, doctor, insured, cabinNumber]}
        fields:
          policyNo: {}
          kasse: {label: Versichertennr., pattern: "[A-Z][0-9]{9}"}
          patient_id: {type: number}
          notes: {label: Anything else}
          paid: {}
          joined: {label: "Are you a member?"}
          doctor: {type: phone, label: Number of your doctor}
          insured: {identifies: true}
          cabinNumber: {identifies: false}
        $ voicebot check praxis.yaml
        praxis.yaml:10:3: warning: Does "policyNo" tell people apart, as a number does that only one person has? Say "identifies: true" if so, else "identifies: false". [may-identify]
         10 |   policyNo: {}
            |   ^
        praxis.yaml:11:3: warning: Does "kasse" tell people apart, as a number does that only one person has? Say "identifies: true" if so, else "identifies: false". [may-identify]
         11 |   kasse: {label: Versichertennr., pattern: "[A-Z][0-9]{9}"}
            |   ^
        praxis.yaml:12:3: warning: Does "patient_id" tell people apart, as a number does that only one person has? Say "identifies: true" if so, else "identifies: false". [may-identify]
         12 |   patient_id: {type: number}
            |   ^
        3 warnings in 1 file.
        """#),
    DeskTranscript(
      title: "no country",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check praxis.yaml
        praxis.yaml:2:1: warning: There is no "country", so a number that is given without its calling code, such as 0351 1234567, cannot be completed; add one, such as "country: DE". [no-country]
         2 | timezone: Europe/Berlin
           | ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "no country, but no phone either",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        requiredInfo: {booker: [lastname, email]}
        $ voicebot check praxis.yaml
        1 file is in order.
        """#),
    DeskTranscript(
      title: "names that callers cannot tell apart",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents:
          anna: {name: Anna Schmidt}
          ben: {name: anna schmidt}
        appointmentTypes:
          massage: {name: Massage, products: [m30, m45]}
          sauna: {name: MASSAGE, products: [m45, m60]}
          other: {name: Other, products: [m30, m45]}
        products:
          m30: {name: Massage, duration: 30m}
          m45: {name: Massage, duration: 45m}
          m60: {name: Sauna, duration: 1h}
        $ voicebot check praxis.yaml
        praxis.yaml:7:15: warning: The agent "anna" is called "anna schmidt" too; callers cannot tell them apart. [same-name]
         7 |   ben: {name: anna schmidt}
           |               ^
        praxis.yaml:10:17: warning: The appointment type "massage" is called "MASSAGE" too; callers cannot tell them apart. [same-name]
         10 |   sauna: {name: MASSAGE, products: [m45, m60]}
            |                 ^
        praxis.yaml:14:15: warning: The product "m30" is called "Massage" too; callers cannot tell them apart. [same-name]
         14 |   m45: {name: Massage, duration: 45m}
            |               ^
        3 warnings in 1 file.
        """#),
    DeskTranscript(
      title: "one name in two appointment types",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes:
          massage: {name: Massage, products: [m30]}
          sauna: {name: Sauna, products: [s30]}
        products:
          m30: {name: Half an hour, duration: 30m}
          s30: {name: Half an hour, duration: 30m}
        $ voicebot check praxis.yaml
        1 file is in order.
        """#),
  ]
}
