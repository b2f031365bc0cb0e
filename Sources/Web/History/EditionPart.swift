import Press

/// One file's differences on a page.
enum EditionPart {
  static func html(_ file: EditionDifference.File) -> HTML {
    let note = file.isNew ? "Ny" : file.isGone ? "Borttagen" : ""
    return tag(
      "section", [.class("edition")],
      tag(
        "h3", tag("code", .text(file.path)),
        note.isEmpty ? .empty : .raw(" ") + tag("span", [.class("badge")], .text(note))),
      file.difference.html())
  }
}
