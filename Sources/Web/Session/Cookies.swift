import HTTPTypes
import Hummingbird

/// The two cookies: the visitor's secret, and what the act before had to say.
enum Cookies {
  static let notice = "finsam-besked"

  /// With TLS the name itself keeps the cookie from being set by anybody else (`__Host-`).
  static func visitor(_ settings: Office.Settings) -> String {
    settings.isSecure ? "__Host-finsam" : "finsam"
  }

  static func value(_ name: String, in request: Request) -> String? {
    for header in request.headers[values: .cookie] {
      for pair in header.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1)
        if parts.count == 2, String(parts[0]).strippedOfBlanks == name { return String(parts[1]) }
      }
    }
    return nil
  }

  static func set(
    _ name: String, _ value: String, in response: inout Response, _ settings: Office.Settings, secondsMax: Int64?
  ) {
    var cookie = "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
    if settings.isSecure { cookie += "; Secure" }
    if let secondsMax { cookie += "; Max-Age=\(secondsMax)" }
    response.headers.append(HTTPField(name: .setCookie, value: cookie))
  }

  static func clear(_ name: String, in response: inout Response, _ settings: Office.Settings) {
    set(name, "", in: &response, settings, secondsMax: 0)
  }
}
