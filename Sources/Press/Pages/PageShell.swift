/// The frame that every page of ours stands in: one file, its style inside it, nothing fetched from anywhere.
public struct PageShell: Sendable {
  /// The title of the window.
  public var title: String
  /// What stands at the top and the foot of each sheet when the page is printed.
  public var running: Running

  /// The words at the edges of a printed sheet.
  public struct Running: Hashable, Sendable {
    /// At the top, left.
    public var left: String
    /// At the top, right.
    public var right: String
    /// At the foot, left; the page number stands at the right.
    public var foot: String

    /// Words at the edges.
    public init(left: String, right: String, foot: String) {
      self.left = left
      self.right = right
      self.foot = foot
    }
  }

  /// A frame.
  public init(title: String, running: Running) {
    self.title = title
    self.running = running
  }

  /// The whole page: its head, the navigation that stands beside it on a wide screen, the page proper, and what is
  /// opened from it.
  public func page(header: HTML, navigation: HTML, main: HTML, after: HTML) -> [UInt8] {
    let page = HTML.joined([
      .raw("<!DOCTYPE html>\n"),
      tag(
        "html", [.lang("sv")],
        tag(
          "head",
          voidTag("meta", [.other("charset", "utf-8")]),
          voidTag("meta", [.other("name", "viewport"), .other("content", "width=device-width, initial-scale=1")]),
          voidTag("meta", [.other("name", "color-scheme"), .other("content", "light dark")]),
          voidTag("meta", [.other("name", "referrer"), .other("content", "no-referrer")]),
          tag("title", .text(title)),
          tag("style", .raw(Stylesheet.text), .styleStrings(running))),
        tag(
          "body",
          tag("a", [.class("skip"), .href(.fragment("innehall"))], .text("Till innehållet")),
          tag("div", [.class("sheet")], header, navigation, tag("main", [.id("innehall"), .tabIndex(-1)], main)),
          after)),
      .raw("\n"),
    ])
    return page.bytes
  }
}

extension HTML {
  /// The page's own words inside its style, for the edges of a printed sheet.
  fileprivate static func styleStrings(_ running: PageShell.Running) -> HTML {
    joined([
      raw("@page{@top-left{content:"), styleString(running.left),
      raw("}@top-right{content:"), styleString(running.right),
      raw("}@bottom-left{content:"), styleString(running.foot), raw("}}"),
    ])
  }

  /// Words as a CSS string: whatever is not a letter, digit or space of ASCII is written by its number, so that
  /// nothing can end the string or the style.
  static func styleString(_ words: String) -> HTML {
    var text = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": text.unicodeScalars.append(scalar)
      default: text += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return style(text + "\"")
  }
}
