// Written by script/embed from Sources/Web/Static/Source/grid.js. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let gridJs: StaticString = ##"""
// grid
"""##
}
