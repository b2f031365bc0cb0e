import Foundation
import Press
import Report
import TestKit
import Testing

@Suite(.enabled(if: Workshop.hasEngine, Workshop.absence))
struct PDFPressTests {
  @Test func `the file is both PDF/UA-1 and PDF/A-3a, says an independent validator`() throws {
    #expect(try Workshop.press.validate(Workshop.smallPDF.get()) == [])
  }

  @Test func `the assembled example conforms too, and the same report gives the same bytes`() throws {
    let report = AnnualReport.example.checked()
    let first = try Workshop.press.pdf(of: report, attachments: Workshop.attachments)
    let second = try Workshop.press.pdf(of: report, attachments: Workshop.attachments)
    #expect(first == second)
  }

  /// Ways of spoiling a file, each of which the gate must catch.
  static let spoilers: [(String, String)] = [
    ("the language is taken away", "del pdf.Root.Lang"),
    ("the file is not marked as tagged", "del pdf.Root.MarkInfo"),
    ("the tags are taken away", "del pdf.Root.StructTreeRoot"),
    ("the metadata are taken away", "del pdf.Root.Metadata"),
    ("the title is not shown", "del pdf.Root.ViewerPreferences"),
    ("a script is put in", "pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS='app.alert(1)')"),
    ("an attachment loses what it is to the report", "del pdf.Root.AF[0].AFRelationship"),
    (
      "a picture loses its words",
      "[o.__delitem__('/Alt') for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and '/Alt' in o]"
    ),
    (
      "a font is not in the file",
      "[o.__delitem__(k) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) for k in ('/FontFile2', '/FontFile3') if k in o]"
    ),
  ]

  @Test(arguments: spoilers)
  func `a spoiled file is refused`(name: String, spoiler: String) throws {
    let program = "import pikepdf\npdf = pikepdf.open('a.pdf')\n\(spoiler)\npdf.save('b.pdf')"
    let (said, files) = try Workshop.runPython(program, files: ["a.pdf": try Workshop.smallPDF.get()])
    let spoiled = try #require(files["b.pdf"], "\(said)")
    #expect(try !Workshop.press.validate(spoiled).isEmpty, "\(name)")
  }

  @Test(arguments: [[], Array("not a PDF".utf8), Array("%PDF-1.7\n%%EOF".utf8)])
  func `what is no PDF is refused with words`(bytes: [UInt8]) throws {
    #expect(try !Workshop.press.validate(bytes).isEmpty)
  }

  @Test func `a cut file is refused`() throws {
    let pdf = try Workshop.smallPDF.get()
    #expect(try !Workshop.press.validate(Array(pdf.prefix(pdf.count / 2))).isEmpty)
  }

  /// What a reader with a screen reader, an archive and an auditor need, asked of the file itself.
  static let questions = """
    import hashlib, pikepdf
    N = pikepdf.Name
    pdf = pikepdf.open("a.pdf")
    root = pdf.Root
    def say(name, ok):
        if not ok: print("no:", name)
    def kids(node):
        k = node.get(N.K)
        if k is None: return []
        k = k if isinstance(k, pikepdf.Array) else [k]
        return [c for c in k if isinstance(c, pikepdf.Dictionary) and N.S in c]
    def walk(node):
        for c in kids(node):
            yield c
            yield from walk(c)
    nodes = list(walk(root.StructTreeRoot))
    def scope(cell):
        a = cell.get(N.A)
        a = a if isinstance(a, pikepdf.Array) else [a] if a is not None else []
        return [str(x.get(N.Scope)) for x in a if isinstance(x, pikepdf.Dictionary) and N.Scope in x]
    say("language", str(root.Lang).startswith("sv"))
    say("title shown", bool(root.ViewerPreferences.DisplayDocTitle))
    say("tab order", all(p.get(N.Tabs) == N.S for p in pdf.pages))
    with pdf.open_metadata() as meta:
        say("title", "Årsredovisning 2022" in meta.get("dc:title", ""))
        say("part", meta.get("pdfaid:part") == "3" and meta.get("pdfaid:conformance") == "A")
        say("ua", meta.get("pdfuaid:part") == "1")
    say("no script", N.OpenAction not in root and N.AA not in root)
    tables = [n for n in nodes if n.S == N.Table]
    say("tables", len(tables) >= 5)
    for table in tables:
        rows = [n for n in walk(table) if n.S == N.TR]
        say("first row is headings", all(c.S == N.TH for c in kids(rows[0])))
        for row in rows:
            cells = kids(row)
            say("row begins with a heading", cells[0].S == N.TH)
            say("heading has a scope", all(scope(c) for c in cells if c.S == N.TH))
        heads = [n for n in walk(table) if n.S == N.THead]
        body = [r for r in rows if not any(r.objgen == k.objgen for h in heads for k in kids(h))]
        say("row headings", all(scope(kids(r)[0]) == ["/Row"] for r in body))
    headings = [str(n.S) for n in nodes if str(n.S)[:2] == "/H" and str(n.S)[2:].isdigit()]
    levels = [int(h[2:]) for h in headings]
    say("headings in order", levels and levels[0] == 1 and all(b <= a + 1 for a, b in zip(levels, levels[1:])))
    pictures = [n for n in nodes if n.S == N.Figure]
    say("pictures", len(pictures) == 4 and all(len(str(n.get(N.Alt, ""))) >= 15 for n in pictures))
    say("contents", any(n.S == N.TOC for n in nodes) and any(n.S == N.TOCI for n in nodes))
    with pdf.open_outline() as outline:
        say("bookmarks", any("Resultaträkning" in i.title for i in outline.root))
    for name in ("arsredovisning-2022.json", "saldon-2022.csv"):
        file = pdf.attachments[name]
        say("attachment as it was", file.get_file().read_bytes() == open(name, "rb").read())
        say("attachment has a type and a description", file.get_file().mime_type and file.description)
    say("attachments belong to the file", len(root.AF) == 2 and all(N.AFRelationship in f for f in root.AF))
    fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get(N.Type) == N.FontDescriptor]
    say("fonts", fonts and all("Lato" in str(f.FontName) and (N.FontFile2 in f or N.FontFile3 in f) for f in fonts))
    info = pdf.docinfo.get(N.CreationDate, "")
    say("dated by the report", str(info).startswith("D:20230317"))
    print("done")
    """

  @Test func `the file is tagged, titled, bookmarked, dated by the report and carries its data`() throws {
    var files = ["a.pdf": try Workshop.smallPDF.get()]
    for attachment in Workshop.attachments { files[attachment.name] = attachment.bytes }
    let (said, _) = try Workshop.runPython(PDFPressTests.questions, files: files)
    #expect(said == "done\n")
  }

  /// We pack the engine's objects ourselves, so a program that knows every rule of the syntax is asked.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/qpdf"), "Not run: no qpdf."))
  func `the file is sound in its syntax, and no page has changed since the engine made it`() throws {
    let finished = try Workshop.smallPDF.get()
    let rendered = try Workshop.press.pdf(of: .small, attachments: Workshop.attachments, until: .rendered)
    let (said, _) = try Workshop.run("/usr/bin/qpdf", ["--check", "a.pdf"], files: ["a.pdf": finished])
    #expect(said.contains("No syntax or stream encoding errors found"))

    let compare = """
      import pikepdf
      a, b = pikepdf.open("a.pdf"), pikepdf.open("b.pdf")
      print(len(a.pages) == len(b.pages) and all(
          x.Contents.read_bytes() == y.Contents.read_bytes() for x, y in zip(a.pages, b.pages)))
      """
    let (same, _) = try Workshop.runPython(compare, files: ["a.pdf": finished, "b.pdf": rendered])
    #expect(same == "True\n")
    #expect(finished.count < rendered.count)
  }

  @Test func `a font that is not there is said, and where it was looked for`() {
    let press = PDFPress(python: Workshop.python, fontFolder: "/nowhere")
    #expect(throws: PDFPress.Failure.fontMissing(folder: "/nowhere")) { try press.pdf(of: .small, attachments: []) }
  }

  @Test(arguments: ["\u{10FFFD}", "\u{1F600}"])
  func `a character that no font has is said, with its number and its chapter`(character: String) throws {
    var report = AnnualReport.small
    report.chapters[0].blocks = [.paragraph([.text("Tecknet \(character) finns inte.")])]
    let title = report.chapters[0].title
    #expect {
      try Workshop.press.pdf(of: report, attachments: [])
    } throws: {
      guard case PDFPress.Failure.characterMissing(let words) = $0 else { return false }
      return words.contains("U+1") && words.contains("”\(character)”") && words.hasSuffix("i kapitlet ”\(title)”")
    }
  }
}

@Suite struct PDFPressFailureTests {
  @Test func `a Python that is not there is said, with its path`() {
    let press = PDFPress(python: "/nowhere/python3", fontFolder: Workshop.fontFolder)
    #expect(throws: PDFPress.Failure.pythonMissing(path: "/nowhere/python3")) {
      try press.pdf(of: .small, attachments: [])
    }
    #expect(PDFPress.Failure.pythonMissing(path: "/nowhere/python3").sentence.contains("/nowhere/python3"))
  }

  @Test func `a program that is no Python is said to have ended without an answer`() {
    let press = PDFPress(python: "/bin/false", fontFolder: Workshop.fontFolder)
    #expect(throws: PDFPress.Failure.crashed("")) { try press.pdf(of: .small, attachments: []) }
  }

  static let failures: [PDFPress.Failure] = [
    .pythonMissing(path: "p"), .packageMissing(name: "typst", python: "p"), .fontMissing(folder: "f"),
    .characterMissing("c"), .engine(["e"]), .notConforming(["n"]), .disk("d"), .crashed("c"),
  ]

  @Test(arguments: failures)
  func `every failure is a whole sentence`(failure: PDFPress.Failure) {
    #expect(failure.sentence.hasPrefix("PDF-filen") && failure.sentence.utf8.count > 60)
  }
}
