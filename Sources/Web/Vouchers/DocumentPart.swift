import Press
import Store

/// The documents beside a voucher: each with its name, size and SHA-256, and shown where a browser can show it safely.
enum DocumentPart {
  /// The list. A draft's documents do not say who kept them when: the same bytes may have come with another voucher.
  /// `isEdited` where they can be taken away again.
  static func list(_ documents: [VoucherDocument], isDraft: Bool = false, isEdited: Bool = false) -> HTML {
    guard !documents.isEmpty else {
      return tag("p", [.class("quiet")], .text("Inga underlag än."))
    }
    return tag(
      "ul", [.class("documents")], each: documents.map { tag("li", item($0, isDraft: isDraft, isEdited: isEdited)) })
  }

  private static func item(_ document: VoucherDocument, isDraft: Bool, isEdited: Bool) -> HTML {
    let path = Addresses.document.path(document.sha256)
    let name = document.fileName
    let kind = DocumentKind(rawValue: document.mediaType)
    return .joined([
      tag(
        "p", [.class("document-name")], tag("a", [.href(.path(path))], .text(name)), .raw(" "),
        tag("span", [.class("quiet")], .text(FileSize.words(document.byteCount)))),
      tag(
        "p", [.class("hint")],
        .text((isDraft ? "" : "Sparat \(SwedishTime.text(document.at)) av \(document.by). ") + "SHA-256: "),
        tag("code", .text(document.sha256))),
      tag(
        "p", [.class("document-acts no-print")],
        tag(
          "a",
          [
            .href(.path(Addresses.document.path(document.sha256, query: [("spara", "ja")]))),
            .label("Spara \(name) på datorn"),
          ], .text("Spara på datorn")),
        isEdited ? remove(document) : .empty),
      kind.map { preview(document, path: path, kind: $0) } ?? .empty,
    ])
  }

  private static func remove(_ document: VoucherDocument) -> HTML {
    tag(
      "button",
      [
        .class("plain"), .other("type", "submit"), .other("name", "gor"),
        .other("value", "ta-bort-underlag \(document.sha256)"), .label("Ta bort \(document.fileName) från utkastet"),
      ], .text("Ta bort"))
  }

  /// The answer that carries the document says `sandbox`, so nothing in it can run here.
  private static func preview(_ document: VoucherDocument, path: String, kind: DocumentKind) -> HTML {
    if kind.isPicture {
      return tag(
        "a", [.class("document-shown"), .href(.path(path))],
        voidTag(
          "img", [.other("src", path), .other("alt", "Underlaget \(document.fileName)"), .other("loading", "lazy")]))
    }
    return tag(
      "iframe",
      [
        .class("document-shown no-print"), .other("src", path + "#navpanes=0&view=FitH"),
        .other("title", "Underlaget \(document.fileName)"), .other("loading", "lazy"),
      ])
  }

  /// The field that documents are picked in, and dropped on.
  static func picker(faults: [FieldFault], bytesMax: Int) -> HTML {
    FormPart.field(
      FormPart.Field(
        name: UploadedDocuments.field, label: "Lägg till underlag",
        hint: "Välj en eller flera filer, eller dra dem hit. Högst \(FileSize.words(bytesMax)) per fil, "
          + "\(FileSize.words(UploadedDocuments.formBytesMax)) på en gång.",
        type: "file", others: [.other("multiple", "")]), faults: faults)
      // What the script says of files that are dropped; a region that is there from the beginning is read aloud.
      + tag("p", [.role("status"), .other("data-said", "")])
  }
}

extension VoucherDocument {
  /// The name without the folder that it came in.
  var fileName: String { name.split(separator: "/").last.map { String($0) } ?? name }
}
