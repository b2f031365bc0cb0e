// Written by script/embed from Sources/Web/Static/Source/10-lists.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let listsCss: StaticString = ##"""
/* lists */
"""##
}
