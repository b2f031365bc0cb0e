// Written by script/embed from Sources/Web/Static/Source/finsam.svg. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let finsamSvg: StaticString = ##"""
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#14505c"/><path d="M9 24V8h14M9 16h10" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round"/></svg>
"""##
}
