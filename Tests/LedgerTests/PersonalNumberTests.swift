import Testing

@testable import Ledger

/// Numbers made for tests by Skatteverket or with check digits reckoned here; none belongs to anybody.
struct PersonalNumberTests {
  @Test(
    arguments: [
      "121212-1212", "1212121212", "19121212-1212", "191212121212", "121212+1212", "121212–1212", "121212−1212",
      "701063-2391", "197010632391", "000229-0005",
    ])
  func `a personal identity number is found in every form it is written`(number: String) {
    #expect(PersonalNumber.find(in: "Ärende om \(number), se bilaga").count == 1)
    #expect(PersonalNumber.find(in: number) == [0..<number.utf8.count])
  }

  @Test(
    arguments: [
      "222000-2451", "212000-0829", "121212-1213", "121312-1212", "121232-1212", "2022-12-31", "5600000",
      "a1212121212f",
      "12121212121", "1212121212121", "211212121212", "121212 1212", "0455-30 30 30", "19121212", "",
    ])
  func `what only looks like one is left alone`(text: String) {
    #expect(PersonalNumber.find(in: text) == [])
  }

  @Test func `ranges are bytes, and a text may have several`() {
    let text = "åäö 121212-1212 och 191212121212."

    #expect(PersonalNumber.find(in: text) == [7..<18, 23..<35])
  }

  @Test func `a masked text keeps its length and loses the numbers`() {
    #expect(PersonalNumber.masked("Rad 7: 121212-1212, 12 kr") == "Rad 7: xxxxxx-xxxx, 12 kr")
    #expect(PersonalNumber.masked("222000-2451") == "222000-2451")
  }
}
