import Testing

@testable import Web

struct OwnPathTests {
  @Test(arguments: ["/", "/verifikationer/2022", "/sok?ord=el%C3%A5n&sida=2", "/rapport/2022/siffror/eget-kapital"])
  func `one comes back to a path of ours`(path: String) {
    #expect(OwnPath.read(path) == path)
  }

  @Test(arguments: [
    "", "https://ont.example", "//ont.example", "/\\ont.example", "\\\\ont.example", "/\t/ont.example",
    "/\n/ont.example",
    "/\r\nSet-Cookie: x=y", "javascript:alert(1)", "ont.example", " /", "/å", "/a b", "/\u{0}", "/a\\b",
    "/" + String(repeating: "a", count: 3000),
  ])
  func `nobody is sent anywhere else`(path: String) {
    #expect(OwnPath.read(path) == "/")
  }
}
