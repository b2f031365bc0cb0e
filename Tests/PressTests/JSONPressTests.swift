import Foundation
import Press
import Report
import TestKit
import Testing

@Suite struct JSONPressTests {
  @Test func `the same report gives the same bytes`() {
    #expect(JSONPress.json(of: .small) == JSONPress.json(of: .small))
  }

  @Test func `hostile words come back as they were`() throws {
    let report = try parsed(.small)
    let words = try #require((report["findings"] as? [[String: Any]])?.last?["message"] as? String)
    let message = try #require(AnnualReport.small.findings.last?.message)
    #expect(words.utf8.elementsEqual(message.utf8))
  }

  @Test func `every origin that is named is there, and every one there is named`() throws {
    let report = try parsed(AnnualReport.example.checked())
    let origins = try #require(report["origins"] as? [String: Any])

    var named = Set<String>()
    gather(report, into: &named)
    #expect(named == Set(origins.keys))
  }

  @Test func `an amount is exact to the öre and says where it comes from`() throws {
    let report = try parsed(.small)
    let figure = try #require((report["figures"] as? [String: [String: Any]])?["arets-resultat"])
    let id = try #require(figure["origin"] as? String)
    let origin = try #require((report["origins"] as? [String: [String: Any]])?[id])

    #expect((figure["value"] as? [String: Any])?["ore"] as? Int == -212_200_50)
    #expect(figure["printed"] as? String == "−212\u{A0}201\u{A0}kr")
    #expect(origin["kind"] as? String == "formula")
    #expect((origin["operands"] as? [Any])?.count == 2)
  }

  @Test(.enabled(if: Workshop.hasEngine, Workshop.absence), arguments: ["small", "example"])
  func `the data are as the schema says`(name: String) throws {
    let report = name == "small" ? AnnualReport.small : AnnualReport.example.checked()
    let schema = try Data(contentsOf: Workshop.package.appendingPathComponent("docs/reference/report.schema.json"))
    let checker = """
      import json, jsonschema
      schema = json.load(open("schema.json", encoding="utf-8"))
      jsonschema.Draft202012Validator.check_schema(schema)
      for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open("report.json", encoding="utf-8"))):
          print(list(error.path), error.message[:200])
      """
    let (said, _) = try Workshop.runPython(
      checker, files: ["schema.json": Array(schema), "report.json": JSONPress.json(of: report)])
    #expect(said.isEmpty)
  }

  private func parsed(_ report: AnnualReport) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(JSONPress.json(of: report))) as? [String: Any])
  }

  private func gather(_ value: Any, into named: inout Set<String>) {
    if let object = value as? [String: Any] {
      if let id = object["origin"] as? String { named.insert(id) }
      for member in object.values { gather(member, into: &named) }
    } else if let list = value as? [Any] {
      for member in list { gather(member, into: &named) }
    }
  }
}
