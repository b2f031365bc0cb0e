// Written by script/embed from the names in docs/handbok. Do not edit.
// swift-format-ignore-file

/// The handbook: its pages in Markdown and its pictures in base64.
enum HandbookFiles {
  static var pages: [(name: String, text: StaticString)] { [
    ("index.md", HandbookFiles.indexMd),
  ] }
  static var pictures: [(name: String, base64: StaticString)] { [
  ] }
}
