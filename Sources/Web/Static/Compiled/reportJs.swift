// Written by script/embed from Sources/Web/Static/Source/report.js. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let reportJs: StaticString = ##"""
// report
"""##
}
