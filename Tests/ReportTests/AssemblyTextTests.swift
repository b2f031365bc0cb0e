import Association
import Ledger
import Report
import Statements
import TestKit
import Testing

struct AssemblyTextTests {
  /// The words of a chapter, in the report of the example with something changed.
  private func words(_ chapter: String, _ change: (inout AnnualReport.Source) -> Void = { _ in }) -> String {
    var source = AnnualReport.Source.example
    change(&source)
    let report = AnnualReport.assembled(from: source)
    return (report.chapters.first { $0.id == chapter }?.blocks ?? []).map(\.plainText).joined(separator: "\n")
  }

  @Test func `a sentence says the figure in the form it asks for`() {
    #expect(
      words("oversikt")
        == "Intäkterna var 6,0\u{00A0}mnkr och resultatet \u{2212}421\u{00A0}tkr. Året före var resultatet "
        + "\u{2212}92\u{00A0}tkr. Soliditeten är 46,7\u{00A0}%.\n\n")
    #expect(words("ordforande").contains("Styrelsen möttes sju gånger."))
    #expect(words("personal").contains("Förbundet har tre anställda."))
  }

  @Test func `members are listed as they are on the last day of the year`() {
    let text = words("organisation") { source in
      source.association.members.append(
        Member(id: "GAMLA", name: "Gamla kommun", kind: .municipality, left: CalendarDate("2021-12-31")))
    }

    #expect(text.contains("Medlemmar den 31\u{00A0}december 2022:"))
    #expect(text.contains("Söderby kommun"))
    #expect(!text.contains("Gamla kommun"))
  }

  @Test func `the tasks of the law stand there where the association has not written its own`() {
    let text = words("uppdrag") { $0.association.texts = [] }

    #expect(text.contains("följa upp och utvärdera insatserna"))
  }

  @Test func `the balance requirement is said with its decision`() {
    let text = words("balanskrav")

    #expect(text.contains("Balanskravsresultatet är därför \u{2212}420\u{00A0}677\u{00A0}kr"))
    #expect(text.contains("inte återställa 420\u{00A0}677\u{00A0}kr (styrelsens beslut"))
    #expect(text.contains("(styrelsens beslut den 19\u{00A0}november 2021, §\u{00A0}45)."))
    #expect(text.contains("det är planerat"))
  }

  @Test func `equity over the cap is said to be over`() {
    let text = words("eget-kapital") { $0.association.settings.capLowPermille = 100 }

    #expect(text.contains("det egna kapitalet är 395\u{00A0}058\u{00A0}kr större än taket"))
    #expect(words("eget-kapital").contains("ett utrymme på 209\u{00A0}442\u{00A0}kr upp till taket"))
  }

  @Test func `the result is compared with the budget`() {
    #expect(words("driftredovisning").contains("Årets resultat är 9\u{00A0}tkr bättre än i budgeten."))
    #expect(
      words("driftredovisning") { $0.association.settings.operatingInThousands = false }
        .contains("Årets resultat är 9\u{00A0}323\u{00A0}kr bättre än i budgeten."))
  }

  @Test func `a year without investments says so`() {
    #expect(words("investeringsredovisning").contains("Inga investeringar har gjorts under året."))
  }

  @Test func `a year with an investment does not say that there is none`() {
    let text = words("investeringsredovisning") { source in
      let account = AccountNumber("1220")
      for index in source.books.balances.indices where source.books.balances[index].account == account {
        source.books.balances[index].debit = Money(kronor: 10_000)
      }
    }

    #expect(!text.contains("Inga investeringar"))
  }

  @Test func `an outcome is told by sex with its base, and not by sex where a group is small`() {
    let text = words("uppfoljning-individ")
    #expect(text.contains("68\u{00A0}% (26 av 38), 74\u{00A0}% av kvinnorna (17 av 23)"))
    // Four of seventeen men did not, so nothing is said by sex.
    #expect(text.contains("Utfall: 65\u{00A0}% (30 av 46)."))

    let small = words("uppfoljning-individ") { source in
      source.association.goals[2].outcomes = [
        Goal.Outcome(met: Tally(women: 2, men: 13), base: Tally(women: 4, men: 17))
      ]
    }
    #expect(small.contains("Utfall: 71\u{00A0}% (15 av 21)."))
  }

  @Test func `an insats says its frame, its cost and its cost per participant`() {
    let text = words("insatser")

    #expect(text.contains("Av ramen på 3\u{00A0}000\u{00A0}000\u{00A0}kr har 2\u{00A0}851\u{00A0}340\u{00A0}kr"))
    #expect(text.contains("111 har deltagit, vilket ger 25\u{00A0}688\u{00A0}kr per deltagare."))
  }

  @Test func `a frame that is used up or overspent is not said to be used in part`() {
    func told(frame kronor: Int64) -> String {
      words("insatser") { source in
        source.association.frames.removeAll { $0.insatsID == "BRON" }
        source.association.frames.append(
          Frame(insatsID: "BRON", receiverID: "", year: 2022, granted: Money(kronor: kronor), decision: Decision()))
      }
    }

    #expect(told(frame: 2_851_340).contains("Hela ramen på 2\u{00A0}851\u{00A0}340\u{00A0}kr har använts."))
    let over = "Kostnaden är 2\u{00A0}851\u{00A0}340\u{00A0}kr, 340\u{00A0}kr mer än ramen på"
    #expect(told(frame: 2_851_000).contains(over))
  }

  @Test func `departures from recommendations are counted and point at their note`() {
    #expect(words("avvikelser").utf8.starts(with: "Förbundet avviker från en rekommendation.".utf8))
    #expect(words("avvikelser") { $0.association.deviations = [] }.isEmpty)
    let heading = words("noter").split(separator: "\n").first { $0.contains(". Avvikelser") } ?? ""
    let note = heading.split(separator: ".").first?.split(separator: " ").last ?? "?"
    #expect(words("avvikelser").contains("Skälet står i not \(note) ("))
  }

  @Test func `a name misspelt beside a fact is a gap and is said with its place`() {
    var source = AnnualReport.Source.example
    source.association.goals[2].comment = "Utfallet är {{mal.arbete.andle}}."

    let report = AnnualReport.assembled(from: source)

    #expect(report.gaps == ["mal.arbete.andle"])
    #expect(report.textDiagnostics.map(\.place) == [Place(file: "mal/arbete", line: 1)])
  }

  @Test func `every number in a sentence can be read back to the figure it is bound to`() {
    var seen = 0
    for inline in AnnualReport.example.chapters.flatMap(\.blocks).flatMap(\.inlines) {
      guard case .figure(let name, let figure, let printed) = inline else { continue }
      let forms = FigureForm.Unit.allCases.map { FigureForm(unit: $0) }
      let all = [FigureForm.usual] + forms + forms.map { FigureForm(unit: $0.unit, isMagnitude: true) }
      #expect(all.contains { $0.text(of: figure) == printed }, "\(name)")
      if let amount = figure.amount, printed.utf8.suffix(3).elementsEqual("\u{00A0}kr".utf8.suffix(3)) {
        let digits = String(decoding: printed.utf8.filter { $0 >= 48 && $0 <= 57 }, as: UTF8.self)
        #expect(Int64(digits) == abs(figure.printedUnits ?? amount.rounded(toUnitsOf: 100)), "\(name)")
      }
      seen += 1
    }
    #expect(seen > 60)
  }
}

extension Block {
  fileprivate var inlines: [Inline] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(\.flat)
    case .list(_, let items): items.flatMap { $0 }.flatMap(\.inlines)
    case .quote(let blocks): blocks.flatMap(\.inlines)
    case .table, .diagram, .signatures: []
    }
  }
}

extension Inline {
  fileprivate var flat: [Inline] {
    switch self {
    case .strong(let inlines), .emphasis(let inlines), .link(let inlines, _): inlines.flatMap(\.flat)
    case .text, .figure, .missingFigure, .lineBreak: [self]
    }
  }
}
