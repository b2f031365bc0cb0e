import CMark

/// The user manual's Markdown as HTML. It is our own text, compiled in; markup in it is left out all the same.
public enum ManualPart {
  /// A page's title, which is its first heading, and the rest of it.
  public static func page(markdown: String) -> (title: String, body: HTML) {
    let bytes = Array(markdown.utf8)
    let end = bytes.firstIndex(of: 10) ?? bytes.endIndex
    let title = String(decoding: bytes[..<end].drop { $0 == UInt8(ascii: "#") || $0 == 32 }, as: UTF8.self)
    // cmark takes a C string; a NUL cannot stand in a file of ours.
    let rest = String(decoding: bytes[end...], as: UTF8.self)
    let html = rest.withCString { text -> [UInt8] in
      guard let made = cmark_markdown_to_html(text, rest.utf8.count, CMARK_OPT_DEFAULT) else { return [] }
      defer { cmark_get_default_mem_allocator().pointee.free(made) }
      return Array(String(cString: made).utf8)
    }
    return (title, HTML.manual(html))
  }
}
