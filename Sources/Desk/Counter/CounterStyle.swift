// How the counter's page looks: the diary as the agenda draws it, and around it navigation, forms and lists. Text has a
// contrast of at least 4.5 to 1 to what it stands on, in both schemes, and nothing is said by colour alone.

enum CounterStyle {
  /// The style sheet of every page; a page with sheets adds the places of what stands on them.
  static let text = """
    \(PageStyle.text)
    :root { --link: #1a56c4; --strong: #1a56c4; --on-strong: #fff; --danger: #b3261e; --on-danger: #fff;
      --good: #e1f4ea; --warn: #fbeeda; --bad: #fce7ea; --panel: #f6f7f9; --edge: #737985 }
    @media screen and (prefers-color-scheme: dark) {
      :root { --link: #9dbdff; --strong: #2f6fde; --on-strong: #fff; --danger: #c9372c; --good: #17352a; --warn: #3b2c14;
        --bad: #451f2c; --panel: #1f2329; --edge: #8a909c } }
    body { padding-top: 0 }
    a { color: var(--link); text-underline-offset: .15em }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .2rem }
    main:focus { outline: none }
    .skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--strong);
      color: var(--on-strong); z-index: 9 }
    .skip:focus { top: .5rem }
    .hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap }
    .top { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; margin: 0 0 1.25rem;
      padding: .75rem 0; border-bottom: 1px solid var(--line) }
    .brand { font-weight: 700; font-size: 1.125rem } .brand a { color: inherit; text-decoration: none }
    .top ul { display: flex; flex-wrap: wrap; gap: .125rem .25rem }
    .top nav a { display: block; padding: .4rem .7rem; border-radius: .4rem; text-decoration: none; color: var(--ink) }
    .top nav a:hover { background: var(--panel) }
    .top nav a[aria-current] { background: var(--panel); font-weight: 600;
      box-shadow: inset 0 -.15rem 0 var(--strong) }
    .user { margin-left: auto; font-size: .875rem } .quiet { color: var(--soft); font-size: .875rem }
    h1 { margin: 0 0 .75rem } .lead { margin-bottom: 1rem; max-width: 46rem }
    .bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1.5rem;
      margin-bottom: 1rem } .bar h1 { margin: 0 }
    .pager ul, .choices { display: flex; flex-wrap: wrap; gap: .375rem }
    .button, button { display: inline-block; padding: .4rem .85rem; border: 1px solid var(--edge); border-radius: .4rem;
      background: var(--paper); color: var(--ink); font: inherit; line-height: 1.4; text-decoration: none;
      cursor: pointer }
    .button:hover, button:hover { background: var(--panel) }
    .button[aria-current] { border-color: var(--strong); font-weight: 600; box-shadow: inset 0 0 0 1px var(--strong) }
    .main.button, button.main { background: var(--strong); border-color: var(--strong); color: var(--on-strong);
      font-weight: 600 }
    button.danger { background: var(--danger); border-color: var(--danger); color: var(--on-danger); font-weight: 600 }
    .main.button:hover, button.main:hover, button.danger:hover { filter: brightness(.9) }
    .filters { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem 1rem; margin-bottom: 1.5rem }
    .filters p { min-width: 0 }
    label { display: block; font-weight: 600; font-size: .875rem; margin-bottom: .2rem }
    input, select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge);
      border-radius: .4rem; padding: .4rem .6rem; max-width: 100%; height: 2.5rem }
    input[type=checkbox], input[type=radio] { width: 1.25rem; height: 1.25rem; flex: none; margin: .15rem 0 }
    .entry { max-width: 46rem } .entry input:not([type=checkbox]):not([type=radio]):not([type=hidden]), .entry select {
      width: 100% }
    .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: .75rem 1rem;
      align-items: end }
    fieldset { border: 0; margin: .75rem 0 1rem; min-width: 0 } legend { font-weight: 700; margin-bottom: .5rem }
    .field { margin-bottom: .25rem } .field small { font-weight: 400 }
    .hint { color: var(--soft); font-size: .875rem; margin-bottom: .25rem; max-width: 46rem }
    .error { color: var(--bad-ink); font-size: .875rem; font-weight: 600; margin-bottom: .25rem }
    :root { --bad-ink: #a3181f } @media screen and (prefers-color-scheme: dark) { :root { --bad-ink: #ffb3b6 } }
    .wrong input { border: 2px solid var(--bad-ink) }
    .tick { display: flex; gap: .6rem; align-items: start; padding: .2rem 0 } .tick label { margin: 0; font-weight: 400;
      font-size: 1rem }
    .actions { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: center; margin: 1rem 0 }
    .instead { border: 1px solid var(--edge); border-radius: .5rem; padding: .5rem 1rem }
    details { margin: .75rem 0 1rem } summary { cursor: pointer; padding: .25rem 0; color: var(--link); font-weight: 600 }
    details[open] > summary { margin-bottom: .5rem }
    .notice { background: var(--panel); border-left: .3rem solid var(--edge); border-radius: .25rem;
      padding: .75rem 1rem; margin-bottom: 1.25rem; max-width: 60rem } .notice details { margin: .5rem 0 0 }
    .notice ul { margin-top: .5rem } .notice .filters { margin: .5rem 0 0 }
    .done { background: var(--good); border-color: var(--b1) } .warning { background: var(--warn); border-color: var(--b2) }
    .errors { background: var(--bad); border-color: var(--danger) } .errors ul:not(.bookings) { list-style: disc;
      padding-left: 1.25rem }
    .panel { background: var(--panel); border-radius: .5rem; padding: 1rem 1.25rem; margin-bottom: 1.25rem;
      max-width: 46rem } .panel > :last-child { margin-bottom: 0 }
    .split { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 2rem }
    .tag { display: inline-block !important; padding: 0 .4rem; border-radius: .3rem; background: var(--strong);
      color: var(--on-strong) !important; margin-left: .25rem }
    .facts { margin-bottom: 1rem; max-width: 46rem }
    .facts > div { display: grid; grid-template-columns: minmax(7rem, 11rem) minmax(0, 1fr); gap: 0 1rem;
      padding: .25rem 0 } .facts dt { color: var(--soft) } .facts dd { overflow-wrap: anywhere }
    .plain li, .people li, .bookings li { padding: .35rem 0; overflow-wrap: anywhere }
    .people li + li, .bookings li + li, .events li + li { border-top: 1px solid var(--line) }
    .people, .bookings, .events, .products { margin-bottom: 1rem; max-width: 60rem }
    .products { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); gap: 0 2rem;
      max-width: none } .products li { padding: .75rem 0; border-top: 1px solid var(--line) } .events li { padding: .5rem 0; overflow-wrap: anywhere }
    main > section { margin-bottom: 1.5rem }
    .chips { display: flex; flex-wrap: wrap; gap: .25rem; margin: .25rem 0 }
    .chips a { display: inline-block; min-width: 3.25rem; padding: .1rem .45rem; border: 1px solid var(--edge);
      border-radius: .35rem; background: var(--paper); text-align: center; text-decoration: none; line-height: 1.5 }
    .chips a:hover { background: var(--strong); border-color: var(--strong); color: var(--on-strong) }
    .column h3 a { color: inherit; text-decoration: none } .column h3 a:hover { text-decoration: underline }
    .column ol > li { min-height: 1.6rem } .column ol > li:not(.gap) { z-index: 1 }
    .column ol > li.gap { background: none; border: 1px dashed var(--line); padding: .1rem .5rem; z-index: 0;
      font-size: .875rem } .gap a.cover { color: var(--soft); text-decoration: none; line-height: 1.5 }
    .column ol > li.gap:hover, .column ol > li.gap:focus-within { border-color: var(--link); background: var(--panel) }
    .gap a.cover:hover { color: var(--link) }
    .cover::after { content: ""; position: absolute; inset: 0 } .column li a:not(.cover) { position: relative; z-index: 2 }
    .column ol > li:not(.gap) a { color: inherit; text-decoration-color: var(--edge) }
    .column ol > li:not(.gap):hover { box-shadow: 0 0 0 2px var(--bar) }
    .moving { outline: 3px dashed var(--strong) }
    .foot { margin-top: 2rem } .foot .legend { margin-bottom: .75rem }
    @media screen and (max-width: 40rem) { .user { margin: 0; width: 100% } .top { gap: .25rem .75rem }
      .pager a { padding: .4rem .6rem } .filters > p { flex: 1 1 9rem } .filters select, .filters input { width: 100% }
      .facts > div { grid-template-columns: 1fr } .facts dd { margin-bottom: .25rem } }
    @media print { .top nav, .user, .pager, .filters, .gap, .skip, .actions, form, details, .foot p { display: none }
      .top { border: 0 } .column ol > li { box-shadow: none } a { color: inherit } }
    """
}
