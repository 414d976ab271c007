// What `voicebot check` says about files as such, and how it ends.
// How they are replayed: Support/DeskTranscript.swift.

extension DeskTranscript {
  static let files = [
    DeskTranscript(
      title: "files in order",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        == salon.yaml
        name: Salon
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check praxis.yaml
        1 file is in order.
        $ voicebot check praxis.yaml salon.yaml
        2 files are in order.
        $ voicebot check --strict .
        2 files are in order.
        $ voicebot check --format json praxis.yaml
        []
        """#),
    DeskTranscript(
      title: "errors of the reader, all in one go",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m3]}}
        products: {m30: {name: Massage, duration: 30m, capacity: 0}}
        $ voicebot check praxis.yaml
        praxis.yaml:5:56: error: There is no product "m3". "m30" was probably meant. [invalid]
         5 | appointmentTypes: {massage: {name: Massage, products: [m3]}}
           |                                                        ^
        praxis.yaml:6:58: error: Expected a whole number from 1 to 10000 for "capacity", not "0". [invalid]
         6 | products: {m30: {name: Massage, duration: 30m, capacity: 0}}
           |                                                          ^
        2 errors in 1 file.
        [1]
        """#),
    DeskTranscript(
      title: "a file that is no YAML",
      text: #"""
        == praxis.yaml
        name: "Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check praxis.yaml
        praxis.yaml:1:7: error: The quotation mark that opens here is never closed. [invalid]
         1 | name: "Praxis
           |       ^
        1 error in 1 file.
        [1]
        """#),
    DeskTranscript(
      title: "the same file twice, and its own directory",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        sipIds: [abc]
        $ voicebot check praxis.yaml ./praxis.yaml .
        1 file is in order.
        """#),
    DeskTranscript(
      title: "names that the program does not see",
      text: #"""
        == praxis.yml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        == -praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        == notes.txt
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        == .hidden.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check .
        ./-praxis.yaml: error: The program does not see this file: it must be named ID.yaml, where the ID of the business has 1 to 64 letters a-z, digits, "-" and "_", and begins with a letter or digit. [name]
        ./-praxis.yaml:5:9: error: "agents" is empty; at least one agent is needed, such as {anna: {name: Anna Schmidt}}. [invalid]
         5 | agents: {}
           |         ^
        ./praxis.yml: error: The program does not see this file: it must be named ID.yaml, where the ID of the business has 1 to 64 letters a-z, digits, "-" and "_", and begins with a letter or digit. [name]
        3 errors in 2 of 2 files.
        [1]
        $ voicebot check notes.txt
        notes.txt: error: The program does not see this file: it must be named ID.yaml, where the ID of the business has 1 to 64 letters a-z, digits, "-" and "_", and begins with a letter or digit. [name]
        1 error in 1 file.
        [1]
        """#),
    DeskTranscript(
      title: "a file that lost its tokens",
      text: #"""
        == Businesses/praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        sipIds: [abc]
        == Data/praxis.tokens
        37d48cbc027e4574a2e21ab04faaebcf4e7a74ab066be8288d6a5d66d88ff81d
        $ voicebot check
        Businesses/praxis.yaml: warning: The business had a token, and this file names none: callers are still asked for them, because a file that was cut off must not open it. Write them back; or, if you took them out, delete Data/praxis.tokens. [tokens-gone]
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "files that cannot be read",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check gone.yaml praxis.yaml
        gone.yaml: error: The file cannot be read: No such file or directory. [unreadable]
        1 error in 1 of 2 files.
        [2]
        $ voicebot check gone.yaml --format json
        [
        {"file":"gone.yaml","severity":"error","code":"unreadable","message":"The file cannot be read: No such file or directory."}
        ]
        [2]
        """#),
    DeskTranscript(
      title: "the deployment's own directory",
      text: #"""
        == Businesses/praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        == Businesses/salon.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        capacity: 1
        $ voicebot check
        Businesses/salon.yaml:8:1: error: "capacity" is no key of the business. It is a key of a product. [invalid]
         8 | capacity: 1
           | ^
        1 error in 1 of 2 files.
        [1]
        """#),
    DeskTranscript(
      title: "no directory",
      text: #"""
        == readme.txt
        hello
        $ voicebot check
        ! voicebot: The directory of the business files, Businesses, cannot be read: No such file or directory. Set VOICEBOT_ROOT or VOICEBOT_BUSINESSES, or name a file.
        [2]
        """#),
    DeskTranscript(
      title: "a directory without business files",
      text: #"""
        == Businesses/readme.txt
        hello
        $ voicebot check
        ! voicebot: There is no business file in Businesses; `voicebot new ID` writes one to begin with.
        [2]
        """#),
    DeskTranscript(
      title: "warnings fail a strict check",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check --strict praxis.yaml
        praxis.yaml:2:1: warning: There is no "country", so a number that is given without its calling code, such as 0351 1234567, cannot be completed; add one, such as "country: DE". [no-country]
         2 | timezone: Europe/Berlin
           | ^
        1 warning in 1 file.
        [1]
        """#),
    DeskTranscript(
      title: "the column of a character behind tabs and wide characters",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: { "anna":	{name: "東京 é", 	age: 3}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check praxis.yaml
        praxis.yaml:5:35: error: "age" is no key of the agent "anna". The agent "anna" takes name, hours, rota and dates. [invalid]
         5 | agents: { "anna":   {name: "東京 é",    age: 3}}
           |                                         ^
        1 error in 1 file.
        [1]
        """#),
    DeskTranscript(
      title: "a line that is long",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}, agent0: {name: Agent 0}, agent1: {name: Agent 1}, agent2: {name: Agent 2}, agent3: {name: Agent 3}, agent4: {name: Agent 4}, agent5: {name: Agent 5}, agent6: {name: Agent 6}, agent7: {name: Agent 7}, agent8: {name: Agent 8}, agent9: {name: Agent 9}, agent10: {name: Agent 10}, agent11: {name: Agent 11}, zoe: {name: Zoe, hours: {mon: 10}}, yves: {name: Yves}, xaver: {name: Xaver}, walter: {name: Walter}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check praxis.yaml
        praxis.yaml:5:364: error: "10" is no window. Write HH:MM-HH:MM, hours from 00 to 23 and minutes from 00 to 59 (24:00 as an end), or closed. [invalid]
         5 | …agent11: {name: Agent 11}, zoe: {name: Zoe, hours: {mon: 10}}, yves: {name: Yves}, xaver: {name: Xaver}, walter:…
           |                                                           ^
        1 error in 1 file.
        [1]
        """#),
    DeskTranscript(
      title: "options that are not known",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check --fast praxis.yaml
        ! Error: Unknown option '--fast'
        ! Usage: voicebot check [<file> ...] [--format <format>] [--strict]
        !   See 'voicebot check --help' for more information.
        [64]
        $ voicebot check --format xml praxis.yaml
        ! Error: The value 'xml' is invalid for '--format <format>'. Please provide one of 'text' and 'json'.
        ! Help:  --format <format>  How to print what is found: for people, or as a JSON array for editors and CI.
        ! Usage: voicebot check [<file> ...] [--format <format>] [--strict]
        !   See 'voicebot check --help' for more information.
        [64]
        """#),
  ]
}
