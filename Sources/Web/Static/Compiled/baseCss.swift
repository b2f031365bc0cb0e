// Written by script/embed from Sources/Web/Static/Source/00-base.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let baseCss: StaticString = ##"""
:root{color-scheme:light dark}
"""##
}
