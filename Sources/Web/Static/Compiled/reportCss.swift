// Written by script/embed from Sources/Web/Static/Source/10-report.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let reportCss: StaticString = ##"""
/* report */
"""##
}
