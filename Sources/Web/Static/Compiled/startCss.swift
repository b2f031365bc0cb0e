// Written by script/embed from Sources/Web/Static/Source/10-start.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let startCss: StaticString = ##"""
/* start */
"""##
}
