import Ledger
import Report
import Statements
import Testing

struct FigureFormTests {
  private let loss = Figure(.amount(Money(ore: -42_067_696)), origin: .nothing(why: "test"))
  private let one = Figure(.count(1), origin: .nothing(why: "test"))

  @Test(arguments: [
    ("kr", "\u{2212}420\u{00A0}677\u{00A0}kr"), ("tkr", "\u{2212}421\u{00A0}tkr"),
    ("mnkr", "\u{2212}0,4\u{00A0}mnkr"), ("belopp", "420\u{00A0}677\u{00A0}kr"),
    ("tkr,belopp", "421\u{00A0}tkr"), ("belopp, tkr", "421\u{00A0}tkr"),
  ])
  func `an amount is printed in the form that is asked for`(form: String, text: String) throws {
    #expect(try #require(FigureForm(form)).text(of: loss) == text)
  }

  @Test(arguments: ["", "kronor", "tkr,kr", "tkr,,belopp"])
  func `a word that is no form gives no form`(text: String) {
    #expect(FigureForm(text) == nil)
  }

  @Test(arguments: ["procent", "procent1", "antal", "ord"])
  func `a form that does not fit gives no text`(form: String) throws {
    #expect(try #require(FigureForm(form)).text(of: loss) == nil)
  }

  @Test func `one is written as its gender asks`() throws {
    #expect(try #require(FigureForm("ord")).text(of: one) == "ett")
    #expect(try #require(FigureForm("ord,en")).text(of: one) == "en")
  }

  @Test func `what a table prints wins over rounding the exact amount again`() throws {
    var figure = loss
    figure.printedUnits = -420_676

    #expect(FigureForm.usual.text(of: figure) == "\u{2212}420\u{00A0}676\u{00A0}kr")
    #expect(try #require(FigureForm("tkr")).text(of: figure, printedThousands: -420) == "\u{2212}420\u{00A0}tkr")
  }
}
