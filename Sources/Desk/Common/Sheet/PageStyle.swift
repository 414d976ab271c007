// How the diary's page looks. Text has a contrast of at least 7 to 1 to what it stands on, in both schemes; nothing is
// said by colour alone.

/// The style sheet of the page.
enum PageStyle {
  /// The class of entries of the appointment type with this place in the page's list of types.
  static func kind(_ index: Int) -> String { "kind\(index % 6)" }

  /// The style sheet.
  static let text = """
    :root { color-scheme: light dark; --minute: .06rem; --ink: #1a1c20; --soft: #434851; --paper: #fff; --line: #dcdfe4;
      --idle: #eceef1;
      --block: #e9e6df; --b0: #2f6fde; --k0: #e6eefc; --b1: #178a5b; --k1: #e1f4ea; --b2: #a8620a; --k2: #fbeeda;
      --b3: #8a4fc4; --k3: #f1e8fa; --b4: #c23a62; --k4: #fce7ed; --b5: #0b7f8c; --k5: #dff3f5 }
    @media screen and (prefers-color-scheme: dark) {
      :root { --ink: #f0f1f4; --soft: #c3c7d0; --paper: #16181c; --line: #33373f; --idle: #22262c; --block: #35322b;
        --b0: #7aa7f7; --k0: #1d2c49; --b1: #5fcf9d; --k1: #17352a; --b2: #e3a54c; --k2: #3b2c14; --b3: #c09af0;
        --k3: #32254a; --b4: #f08aa8; --k4: #451f2c; --b5: #5bc7d3; --k5: #12363b } }
    * { box-sizing: border-box; margin: 0; padding: 0 }
    body { font: 1rem/1.4 system-ui, sans-serif; font-variant-numeric: tabular-nums; color: var(--ink);
      background: var(--paper); max-width: 96rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 3vw, 2.5rem) }
    header { margin-bottom: 2rem }
    h1 { font-size: 1.6rem; line-height: 1.2; letter-spacing: -.01em }
    h2 { font-size: 1.2rem; margin-bottom: .75rem }
    h3 { font-size: 1rem; line-height: 1.25 }
    small, .time { color: var(--soft); font-size: .8125rem; font-weight: 400 }
    h3 small { display: block }
    ol, ul { list-style: none }
    .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: .5rem; font-size: .875rem }
    .legend li { padding-left: .5rem; border-left: .5rem solid var(--bar) }
    .legend .away::before { content: ""; display: inline-block; width: .75rem; height: .75rem; margin-right: .5rem;
      border: 1px solid var(--soft); background: var(--idle); border-radius: .125rem }
    .legend .away { border: 0; padding: 0 }
    .legend .kept { border: 0; padding: 0 } .legend .kept::before { content: ""; display: inline-block; width: .75rem;
      height: .75rem; margin-right: .5rem; border: 1px dashed var(--soft); border-radius: .125rem }
    .sheet { margin-bottom: 3rem }
    .column li, .legend li { overflow-wrap: anywhere }
    .kind0 { --bar: var(--b0); --fill: var(--k0) } .kind1 { --bar: var(--b1); --fill: var(--k1) }
    .kind2 { --bar: var(--b2); --fill: var(--k2) } .kind3 { --bar: var(--b3); --fill: var(--k3) }
    .kind4 { --bar: var(--b4); --fill: var(--k4) } .kind5 { --bar: var(--b5); --fill: var(--k5) }
    .block { --bar: var(--soft); --fill: var(--block) }
    .column ol > li { border-left: .3rem solid var(--bar); background: var(--fill); border-radius: .25rem;
      padding: .2rem .5rem .3rem }
    .what { font-weight: 600; line-height: 1.25 }
    .many .what, .many .column ul li { font-size: .875rem }
    a { color: inherit }
    .column ul li { line-height: 1.3; font-size: .9375rem }
    .days { display: none }
    .grid, .days { grid-template-columns: 3.25rem repeat(var(--columns), minmax(0, 1fr)); column-gap: .5rem }
    .grid { display: grid }
    .column { display: grid; grid-row: 1 / -1; grid-template-rows: subgrid; grid-template-columns: minmax(0, 1fr) }
    .column h3 { grid-row: 1; padding-bottom: .5rem; align-self: end }
    .column ol { display: contents }
    .column ol > li { grid-column: 1; position: relative; margin-bottom: 2px;
      margin-left: calc(100% * var(--lane, 0) / var(--lanes, 1)); width: calc(100% / var(--lanes, 1)) }
    .hour { grid-column: 1 / -1; border-top: 1px solid var(--line); pointer-events: none }
    .hour span { display: inline-block; transform: translateY(-55%); background: var(--paper); padding-right: .4rem;
      color: var(--soft); font-size: .8125rem }
    .hour.last { align-self: end; border-top: 0; border-bottom: 1px solid var(--line); height: 0 }
    .idle { grid-column: 1; background: var(--idle); border-radius: .25rem }
    .buffer { grid-column: 1; margin-left: calc(100% * var(--lane, 0) / var(--lanes, 1));
      width: calc(100% / var(--lanes, 1)); border: 1px dashed var(--soft); border-radius: .25rem; opacity: .6 }
    .empty { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
    @media screen and (max-width: 40rem) { \(asLists(".sheet")) }
    @media screen and (max-width: 64rem) { \(asLists(".many")) }
    @page { size: A4 landscape; margin: 11mm }
    @media print { html { font-size: 9pt } :root { --minute: .04rem } small, .time { font-size: .9rem }
      body { padding: 0; max-width: none; print-color-adjust: exact; -webkit-print-color-adjust: exact }
      header { margin-bottom: 1rem } a { text-decoration: none }
      .sheet { margin: 0; display: table; width: 100%; table-layout: fixed } .top { display: table-header-group }
      .days { display: grid; padding-bottom: .3rem } .days b small { display: block } .column h3 { display: none } .sheet + .sheet { break-before: page }
      .column ol > li { border: 1px solid var(--bar); border-left-width: .3rem; break-inside: avoid } }
    """

  /// Sheets as lists one below the other, for narrow windows.
  private static func asLists(_ sheet: String) -> String {
    """
    \(sheet) .grid, \(sheet) .column { display: block } \(sheet) .column { margin-bottom: 1.5rem }
      \(sheet) .hour, \(sheet) .idle, \(sheet) .buffer { display: none }
      \(sheet) .column ol > li { margin: 0 0 .375rem; width: auto } \(sheet) .column h3 small { display: inline }
      \(sheet) .empty { position: static; clip-path: none; width: auto; height: auto; color: var(--soft) }
    """
  }
}
