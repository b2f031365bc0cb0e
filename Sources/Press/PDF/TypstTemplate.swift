/// How the report and other long papers look, for the Typst engine. It reads the paper as JSON and nothing else: no word
/// of a user ever stands here as markup, so none can be taken for it.
enum TypstTemplate {
  /// The annual report: what all papers share, and its own cover, contents, chapters and findings.
  static let report = [shared, reportBody]
  /// A paper of a meeting: what all papers share, and its own head.
  static let paper = [shared, paperBody]

  private static let shared: StaticString = #"""
    #let m = json("report.json")
    #let accent = rgb("#14505c")
    #let quiet = rgb("#566165")
    #let thin = 0.4pt + rgb("#c9cecc")
    #let firm = 0.7pt + rgb("#1c2326")
    #let alarm = rgb("#8f2d14")

    #set document(title: m.title, author: m.association, keywords: m.keywords,
      date: datetime(year: m.date.at(0), month: m.date.at(1), day: m.date.at(2)))
    #set text(font: "Lato", lang: "sv", region: "SE", size: 10pt, fill: rgb("#1c2326"), hyphenate: false)
    #set smartquote(enabled: false)
    #set par(leading: 0.72em, spacing: 1.05em, justify: false)
    #set page(paper: "a4", margin: (x: 25mm, top: 30mm, bottom: 26mm), header-ascent: 9mm, footer-descent: 9mm,
      header: context if counter(page).get().first() > 1 {
        set text(size: 8pt, fill: quiet)
        m.running.left
        h(1fr)
        m.running.right
        if m.draft != "" [ · #text(fill: alarm, weight: "bold", tracking: 0.1em, m.at("stamp", default: "UTKAST"))]
      },
      footer: context if counter(page).get().first() > 1 {
        set text(size: 8pt, fill: quiet, number-width: "tabular")
        m.running.foot
        h(1fr)
        [Sida #counter(page).display() av #counter(page).final().first()]
      })
    #for file in m.attachments {
      pdf.attach(file.name, read(file.path, encoding: none), relationship: file.relationship,
        mime-type: file.mime, description: file.description)
    }

    #let numbered(number, title) = if number == "" { title } else {
      text(fill: quiet, weight: "regular", number); h(0.6em); title
    }
    #show heading: set block(sticky: true)
    #show heading.where(level: 1): it => block(above: 18mm, below: 8mm, sticky: true,
      text(size: 21pt, weight: 300, fill: accent, it.body))
    #show heading.where(level: 2): it => block(above: 9mm, below: 4mm, sticky: true, text(size: 13pt, it.body))
    #show heading.where(level: 3): it => block(above: 7mm, below: 3mm, sticky: true, text(size: 11pt, it.body))
    #show heading.where(level: 4): it => block(above: 6mm, below: 3mm, sticky: true, text(size: 10pt, it.body))
    #show heading.where(level: 5): it => block(above: 5mm, below: 2.5mm, sticky: true,
      text(size: 10pt, fill: quiet, it.body))
    // A sign is not parted from its number, however its author wrote the space between them.
    #show regex("\d %|§ \d"): it => it.text.replace(" ", "\u{a0}")
    #show link: set text(fill: accent)
    #show link: it => if type(it.dest) == str { underline(stroke: 0.4pt, offset: 2pt, it) } else { it }
    #set list(indent: 0pt, body-indent: 0.7em, spacing: 0.85em, marker: text(fill: accent, "•"))
    #set enum(indent: 0pt, body-indent: 0.7em, spacing: 0.85em)
    #set figure(supplement: none, numbering: none, gap: 3mm)
    #set figure.caption(position: top, separator: none)
    #show figure: set block(above: 7mm, below: 7mm)
    #show figure: set align(left)
    #show figure.caption: it => block(sticky: true, width: 100%, align(left, it.body))
    #show figure.where(kind: table): set block(breakable: true)

    #let inline(run) = {
      if run.k == "t" { run.s }
      else if run.k == "b" { strong(run.c.map(inline).join()) }
      else if run.k == "e" { emph(run.c.map(inline).join()) }
      else if run.k == "a" { link(run.to, run.c.map(inline).join()) }
      else if run.k == "missing" { text(fill: alarm, weight: "bold", run.s) }
      else if run.k == "br" { linebreak() }
    }
    #let caption(title, unit) = {
      text(weight: "bold", title)
      if title != "" and unit != "" { linebreak() }
      if unit != "" { text(size: 8pt, fill: quiet, unit) }
    }

    #let set-cell(c, role, gap, down, air) = {
      let under = if role == "total" { firm } else if role == "subtotal" { firm } else { thin }
      let above = if role == "total" { firm } else { none }
      let words = if role == "total" or role == "subtotal" or role == "heading" { text(weight: "bold", c.s) }
        else if role == "memo" { text(fill: quiet, style: "italic", c.s) } else { c.s }
      table.cell(colspan: c.at("cs", default: 1), align: if c.r { right + down } else { left + down },
        stroke: (top: above, bottom: under),
        inset: (left: if c.first { 0pt } else if c.r { gap } else { 8pt }, right: 0pt,
          top: if role == "heading" { air * 2 + 1pt } else { air }, bottom: air), words)
    }
    #let head-cell(c, gap) = table.cell(colspan: c.cs, rowspan: c.rs,
      align: if c.cs > 1 { center + bottom } else if c.r or c.group { right + bottom } else { left + bottom },
      stroke: (bottom: if c.group { thin } else { firm }),
      inset: (left: if c.first { 0pt } else if c.r or c.group { gap } else { 8pt }, right: 0pt, top: 4pt, bottom: 4pt), text(weight: "bold", hyphenate: false, c.s))

    #let data-table(t) = {
      let body = {
        set text(size: t.size * 0.1pt, number-width: "tabular")
        set par(leading: 0.55em)
        show table.cell: set text(hyphenate: t.wordy)
        table(columns: t.widths.map(w => if w == 0 { auto } else { w * 1fr }), stroke: none,
          table.header(repeat: true, ..t.head.flatten().map(c => head-cell(c, t.gap * 1pt))),
          ..t.rows.map(row => row.cells.enumerate().map(((i, c)) =>
            set-cell(c + (first: i == 0), row.role, t.gap * 1pt, if t.wordy { top } else { bottom },
              if t.tight { 3pt } else { 4.5pt }))).flatten())
      }
      show figure: set block(breakable: not t.keep)
      set figure(gap: 1.5mm) if t.title == ""
      show figure: set block(above: 3mm) if t.title == ""
      figure(kind: table, caption: if t.title + t.unit != "" { caption(t.title, t.unit) }, body)
      if t.remark != "" {
        block(above: -3mm, below: 8mm, text(size: 8pt, fill: quiet, t.remark))
      }
    }
    #let picture(d) = {
      show figure: set block(breakable: false)
      figure(kind: "diagram", caption: caption(d.title, d.unit),
        image(bytes(d.svg), format: "svg", width: 118mm, alt: d.alt))
    }
    #let signature-lines(lines) = {
      v(4mm)
      grid(columns: (1fr, 1fr), column-gutter: 14mm, row-gutter: 0mm,
        ..lines.map(s => block(breakable: false, above: 0pt, {
          v(19mm)
          line(length: 100%, stroke: firm)
          v(2mm, weak: true)
          if s.name != "" { block(above: 0pt, below: 1.6mm, s.name) }
          block(above: 0pt, below: 1.6mm, text(fill: quiet, size: 9pt, s.function))
          if s.appointed != "" { block(above: 0pt, text(fill: quiet, size: 9pt, s.appointed)) }
        })))
    }
    #let blocks(list-of, level) = for b in list-of {
      if b.k == "p" {
        if b.at("stays", default: false) { block(sticky: true, par(b.c.map(inline).join())) }
        else { par(b.c.map(inline).join()) }
      }
      else if b.k == "h" {
        heading(level: calc.min(b.l, 6), outlined: false, bookmarked: true, b.c.map(inline).join())
      }
      else if b.k == "ul" { list(..b.items.map(item => blocks(item, level))) }
      else if b.k == "ol" { enum(..b.items.map(item => blocks(item, level))) }
      else if b.k == "quote" {
        block(above: 6mm, below: 6mm, inset: (left: 5mm), stroke: (left: 1pt + accent),
          quote(block: false, quotes: false, text(fill: quiet, style: "italic", blocks(b.c, level))))
      }
      else if b.k == "table" { data-table(b) }
      else if b.k == "diagram" { picture(b) }
      else if b.k == "signatures" { signature-lines(b.c) }
    }
    #let contents(title) = {
      show outline.entry.where(level: 1): set block(above: 5.5mm)
      show outline.entry.where(level: 1): set text(weight: "bold")
      show outline.entry: set block(above: 3mm)
      set outline.entry(fill: box(width: 1fr, inset: (left: 1.5mm, right: 1.5mm), repeat(gap: 1.2mm, text(fill: rgb("#a9b1af"), "."))))
      show link: set text(fill: rgb("#1c2326"))
      heading(level: 1, outlined: false, bookmarked: true, title)
      outline(title: none, depth: 3, indent: n => (0mm, 5mm, 12mm).at(n))
    }

    """#

  private static let reportBody: StaticString = #"""
    // The cover.
    #{
      set par(leading: 0.5em)
      if m.draft != "" {
        block(width: 100%, fill: rgb("#fbeee9"), inset: (x: 5mm, y: 4mm), stroke: (left: 3pt + alarm),
          text(fill: alarm)[#strong(text(tracking: 0.14em, "UTKAST")) #h(1em) #m.draft])
      }
      v(1fr)
      block(below: 7mm, width: 80%, text(size: 17pt, weight: "bold", fill: accent, m.association))
      block(below: 14mm, text(size: 40pt, weight: 300, m.heading))
      line(length: 100%, stroke: thin)
      v(4mm)
      grid(columns: m.facts.map(f => auto), column-gutter: 14mm,
        ..m.facts.map(f => { block(below: 2mm, text(size: 8pt, fill: quiet, f.at(0))); block(above: 0pt, f.at(1)) }))
      v(2fr)
    }
    #pagebreak()

    #contents(m.contents)

    #for c in m.chapters {
      if c.break == "always" { pagebreak(weak: true) }
      // After the sentence that there is none of something, only if not much of the sheet is left.
      if c.break == "low" { context if here().position().y > 110mm { pagebreak(weak: true) } }
      let body = {
        heading(level: c.level, numbered(c.number, c.title))
        blocks(c.blocks, c.level)
      }
      if c.wide { page(flipped: true, body) }
      else if c.keep { block(above: 18mm, breakable: false, width: 100%, body) }
      else { body }
    }

    #if m.findings != none {
      pagebreak(weak: true)
      heading(level: 1, m.findings.title)
      text(fill: quiet, m.findings.lead)
      v(4mm)
      for f in m.findings.items {
        block(breakable: false, width: 100%, inset: (y: 3mm), above: 0pt, below: 0pt, stroke: (top: thin), {
          set par(spacing: 0.75em)
          par[#text(weight: "bold", fill: if f.open { alarm } else { quiet }, f.grade) #h(0.6em) #text(fill: quiet, size: 9pt, f.place)]
          par(f.message)
          if f.measured != "" { par(text(fill: quiet, size: 9pt, f.measured)) }
          if f.mend != "" { par[#text(weight: "bold", "Gör så här: ")#f.mend] }
          if f.answer != "" { par(text(fill: accent, f.answer)) }
        })
      }
    }
    """#

  private static let paperBody: StaticString = #"""
    // A page of somebody else's document: the picture fills the sheet beneath a line that says whose it is, and what can
    // be read on it stands as its alternative.
    #let sheet(p) = page(margin: (x: 12mm, top: 18mm, bottom: 18mm), header-ascent: 4mm, footer-descent: 4mm,
      header: { set text(size: 8pt, fill: quiet); p.head; h(1fr); m.running.right },
      align(center + horizon, image(p.path, format: p.format, width: 100%, height: 100%, fit: "contain", alt: p.alt)))

    #{
      set par(leading: 0.5em)
      block(below: 3mm, text(size: 11pt, weight: "bold", fill: accent, m.association))
      show heading.where(level: 1): it => block(above: 0mm, below: 5mm, text(size: 26pt, weight: 300, it.body))
      heading(level: 1, outlined: false, bookmarked: true, m.heading)
      if m.draft != "" {
        block(width: 100%, fill: rgb("#fbeee9"), inset: (x: 5mm, y: 3.5mm), stroke: (left: 3pt + alarm),
          text(fill: alarm)[#strong(m.stamp) #h(1em) #m.draft])
      }
      v(2mm)
      line(length: 100%, stroke: thin)
      v(2mm)
      grid(columns: (34mm, 1fr), row-gutter: 3mm, column-gutter: 5mm,
        ..m.facts.map(f => (text(fill: quiet, f.at(0)), {
          set par(leading: 0.72em)
          f.at(1)
        })).flatten())
    }
    #show heading.where(level: 1): it => block(above: 11mm, below: 4mm, sticky: true, text(size: 15pt, weight: "bold", fill: accent, it.body))
    #if m.contents != "" {
      contents(m.contents)
      pagebreak(weak: true)
    }
    #for c in m.chapters {
      if c.break == "always" { pagebreak(weak: true) }
      heading(level: c.level, numbered(c.number, c.title))
      blocks(c.blocks, c.level)
      for p in c.pages { sheet(p) }
    }
    """#
}
