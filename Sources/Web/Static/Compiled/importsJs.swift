// Written by script/embed from Sources/Web/Static/Source/imports.js. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let importsJs: StaticString = ##"""
// imports
"""##
}
