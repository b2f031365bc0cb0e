// Written by script/embed from Sources/Web/Static/Source/10-imports.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let importsCss: StaticString = ##"""
/* imports */
"""##
}
