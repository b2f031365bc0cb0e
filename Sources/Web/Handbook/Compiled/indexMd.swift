// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let indexMd: StaticString = ##"""
# Handboken

Så arbetar du i kontoret, uppgift för uppgift.
"""##
}
