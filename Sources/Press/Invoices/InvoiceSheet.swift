public import Ledger

/// An invoice as it is printed: finished words only, no number that is still to be formatted.
public struct InvoiceSheet: Hashable, Sendable {
  /// A row of two: what it is, and what it says.
  public struct Fact: Hashable, Sendable {
    /// What it is: `Förfallodag`.
    public var title: String
    /// What it says.
    public var value: String

    /// A fact.
    public init(_ title: String, _ value: String) {
      self.title = title
      self.value = value
    }
  }

  /// A line of the invoice.
  public struct Line: Hashable, Sendable {
    /// What it is for.
    public var name: String
    /// The days it is for.
    public var period: String
    /// How much.
    public var amount: String

    /// A line.
    public init(name: String, period: String, amount: String) {
      self.name = name
      self.period = period
      self.amount = amount
    }
  }

  /// `Faktura 17` or `Kreditfaktura 18`.
  public var title: String
  /// The day it is dated.
  public var issued: CalendarDate
  /// Who is to be paid: name, address, organisation number.
  public var seller: [String]
  /// Who is to pay.
  public var buyer: [String]
  /// Number, days, references.
  public var facts: [Fact]
  /// What it corrects, or why; empty for most.
  public var note: String
  /// The lines.
  public var lines: [Line]
  /// VAT and the sum, the last the amount to pay.
  public var sums: [Fact]
  /// How it is paid.
  public var payment: [Fact]
  /// What is said at the foot.
  public var foot: String

  /// An invoice as it is printed.
  public init(
    title: String, issued: CalendarDate, seller: [String], buyer: [String], facts: [Fact], note: String, lines: [Line],
    sums: [Fact], payment: [Fact], foot: String
  ) {
    self.title = title
    self.issued = issued
    self.seller = seller
    self.buyer = buyer
    self.facts = facts
    self.note = note
    self.lines = lines
    self.sums = sums
    self.payment = payment
    self.foot = foot
  }

  /// The sheet as the template reads it, with the files to be attached.
  func json(attachments: JSON) -> JSON {
    func facts(_ facts: [Fact]) -> JSON { .array(facts.map { .array([.string($0.title), .string($0.value)]) }) }
    return .members([
      "title": .string(title), "author": .string(seller.first ?? ""), "date": day,
      "seller": .array(seller.map { .string($0) }), "buyer": .array(buyer.map { .string($0) }),
      "facts": facts(self.facts), "note": .string(note), "sums": facts(sums), "payment": facts(payment),
      "lines": .array(lines.map { .array([.string($0.name), .string($0.period), .string($0.amount)]) }),
      "foot": .string(foot), "attachments": attachments,
    ])
  }

  var day: JSON { .array([.number(Int64(issued.year)), .number(Int64(issued.month)), .number(Int64(issued.day))]) }
}

/// How an invoice looks on paper, for the same engine as the report. It reads the sheet as JSON and nothing else.
enum InvoiceTemplate {
  static let text: StaticString = #"""
    #let m = json("report.json")
    #let accent = rgb("#14505c")
    #let quiet = rgb("#566165")
    #let thin = 0.4pt + rgb("#c9cecc")
    #let firm = 0.7pt + rgb("#1c2326")
    #set document(title: m.title, author: m.author,
      date: datetime(year: m.date.at(0), month: m.date.at(1), day: m.date.at(2)))
    #set text(font: "Lato", lang: "sv", region: "SE", size: 10pt, fill: rgb("#1c2326"), hyphenate: false)
    #set smartquote(enabled: false)
    #set par(leading: 0.72em, spacing: 0.9em, justify: false)
    #set page(paper: "a4", margin: (x: 25mm, top: 22mm, bottom: 26mm), footer: {
      set text(size: 8pt, fill: quiet)
      m.foot
    })
    #for file in m.attachments {
      pdf.attach(file.name, read(file.path, encoding: none), relationship: file.relationship,
        mime-type: file.mime, description: file.description)
    }
    #show heading.where(level: 1): it => block(above: 0mm, below: 9mm, text(size: 24pt, weight: 300, fill: accent, it.body))
    #show heading.where(level: 2): it => block(above: 9mm, below: 4mm, sticky: true, text(size: 12pt, it.body))
    #set figure(supplement: none, numbering: none)
    #show figure: set align(left)
    #show figure: set block(above: 3mm, below: 3mm)
    #let lines(texts) = texts.map(t => t).join(linebreak())
    #let pairs(rows, heads) = figure(kind: table, caption: none, table(columns: (auto, 1fr), stroke: none,
      inset: (left: 0pt, right: 8mm, top: 2.6pt, bottom: 2.6pt),
      table.header(..heads.map(h => table.cell(text(size: 8pt, fill: quiet, h)))),
      ..rows.map(r => (table.cell(text(fill: quiet, r.at(0))), table.cell(r.at(1)))).flatten()))

    = #m.title
    #block(below: 8mm, text(weight: "bold", lines(m.seller.slice(0, 1))) + linebreak() + lines(m.seller.slice(1)))
    == Till
    #lines(m.buyer)
    == Uppgifter
    #pairs(m.facts, ("Uppgift", "Värde"))
    #if m.note != "" { par(m.note) }
    == Vad fakturan avser
    #{
      set text(number-width: "tabular")
      figure(kind: table, caption: none, table(columns: (1fr, auto, auto), stroke: none, align: (left, left, right),
        inset: (left: 0pt, right: 6mm, top: 4.5pt, bottom: 4.5pt),
        table.header(..("Avser", "Period", "Belopp i kronor").map(h =>
          table.cell(stroke: (bottom: firm), text(weight: "bold", h)))),
        ..m.lines.map(l => l.map(c => table.cell(stroke: (bottom: thin), c))).flatten(),
        ..m.sums.enumerate().map(((i, s)) => {
          let last = i + 1 == m.sums.len()
          let cell(body) = table.cell(stroke: (bottom: if last { firm } else { thin }),
            if last { text(weight: "bold", body) } else { body })
          (cell(s.at(0)), cell(""), cell(s.at(1)))
        }).flatten()))
    }
    #if m.payment.len() > 0 [
      == Betalning
      #pairs(m.payment, ("Sätt", "Uppgift"))
    ]
    """#
}
