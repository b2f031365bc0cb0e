import Foundation

/// The parser's own words in Swedish. It has no translations of its own, so the few sentence forms that a user can
/// meet are matched here; a form we do not know is left as it is, behind a Swedish beginning.
enum Usage {
  private static let headings = [
    ("OVERVIEW: ", ""), ("USAGE: ", "Användning: "), ("Usage: ", "Användning: "), ("ARGUMENTS:", "Argument:"),
    ("OPTIONS:", "Val:"), ("SUBCOMMANDS:", "Kommandon:"), ("Show help information.", "Visa hjälpen."),
    ("Show the version.", "Visa versionen."), ("Show subcommand help information.", "Visa hjälp för ett kommando."),
    ("(default: ", "(förval: "), ("(values: ", "(värden: "), ("<subcommand>", "<kommando>"),
    ("[<options>]", "[<val>]"), ("<options>", "<val>"), ("for more information.", "för mer hjälp."),
    ("for more information", "för mer hjälp"), ("for detailed help.", "för mer hjälp."),
    ("  See '", "  Se '"), ("See '", "Se '"), ("Help:  ", "Hjälp: "),
    ("<path>", "<sökväg>"), ("<book>", "<bok>"), ("<by>", "<vem>"), ("<year>", "<år>"), ("<out>", "<plats>"),
    ("<name>", "<namn>"), ("<chart>", "<kontoplan>"), ("<because>", "<skäl>"), ("<date>", "<dag>"),
    ("<number>", "<nummer>"), ("<month>", "<månad>"), ("<answer>", "<kod>"), ("<place>", "<plats>"),
    ("<type>", "<typ>"), ("<only>", "<format>"),
  ]

  private static let sentences: [(form: String, words: String)] = [
    (#"Error: Missing expected argument '<([^>]+)>'"#, "fel: Argumentet <$1> saknas."),
    (#"Error: Missing expected argument '([^' ]+) <([^>]+)>'"#, "fel: Valet $1 saknas; ange $1 <$2>."),
    (#"Error: Missing value for '([^' ]+) <([^>]+)>'"#, "fel: Valet $1 saknar värde; ange $1 <$2>."),
    (#"Error: Unknown option '([^']+)'\. Did you mean '([^']+)'\?"#, "fel: Valet $1 finns inte. Menade du $2?"),
    (#"Error: Unknown option '([^']+)'"#, "fel: Valet $1 finns inte."),
    (#"Error: Unexpected argument '([^']+)'"#, "fel: Argumentet $1 är ett för mycket."),
    (#"Error: [0-9]+ unexpected arguments: (.+)"#, "fel: Argumenten $1 är för många."),
    (
      #"Error: The value '([^']*)' is invalid for '([^' ]+)(?: <[^>]+>)?'(\. Please provide one of .*)?"#,
      "fel: Värdet $1 kan inte användas för $2."
    ),
    (#"Error: The value '([^']*)' is invalid for '<([^>]+)>'.*"#, "fel: Värdet $1 kan inte användas för <$2>."),
    (#"Error: "#, "fel: "),
  ]

  static func swedish(_ text: String) -> String {
    var text = headings.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    for sentence in sentences where text.range(of: sentence.form, options: .regularExpression) != nil {
      text = text.replacingOccurrences(of: sentence.form, with: sentence.words, options: .regularExpression)
      break
    }
    return text
  }
}
