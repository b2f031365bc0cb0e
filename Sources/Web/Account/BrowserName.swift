/// What a browser calls itself, in plain words: enough to know one's own telephone from somebody else's computer.
enum BrowserName {
  static func words(_ agent: String) -> String {
    // What is no browser may call itself anything, and it would be kept.
    guard let browser = first(browsers, in: agent) else { return "Okänd webbläsare" }
    return first(systems, in: agent).map { "\(browser) på \($0)" } ?? browser
  }

  // The first that fits: nearly all say that they are Mozilla, most Chrome, and many Safari.
  private static let browsers: [(mark: String, name: String)] = [
    ("Edg/", "Edge"), ("EdgA/", "Edge"), ("OPR/", "Opera"), ("Vivaldi/", "Vivaldi"),
    ("SamsungBrowser/", "Samsungs webbläsare"), ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"), ("HeadlessChrome/", "Chromium"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
  ]
  private static let systems: [(mark: String, name: String)] = [
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"), ("Linux", "Linux"),
  ]

  private static func first(_ names: [(mark: String, name: String)], in agent: String) -> String? {
    let bytes = Array(agent.utf8)
    return names.first { bytes.firstRange(of: Array($0.mark.utf8)) != nil }?.name
  }
}
