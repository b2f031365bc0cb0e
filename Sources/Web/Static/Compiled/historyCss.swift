// Written by script/embed from Sources/Web/Static/Source/10-history.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let historyCss: StaticString = ##"""
/* history */
"""##
}
