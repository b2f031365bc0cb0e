import CStemmer
import Foundation

/// The door to libstemmer: what a text is about, as Swedish stems. *Handläggare*, *handläggarnas* and *handlägger* are
/// one stem; words that every sentence has are none.
final class TextStems {
  /// So many words of a text are looked at, and so many bytes of a word: nobody searches for what comes after.
  static let wordCountMax = 4_000
  static let wordByteCountMax = 64

  private let stemmer: OpaquePointer

  init() {
    guard let stemmer = sb_stemmer_new("swedish", "UTF_8") else {
      preconditionFailure("libstemmer has Swedish.")
    }
    self.stemmer = stemmer
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// The stems in the order of the text, each as often as it stands there.
  func stems(of text: String) -> [String] {
    TextStems.words(in: text).filter { !TextStems.commonWords.contains($0) }.map { stem($0) }
  }

  /// One word's stem. The word is in small letters.
  func stem(_ word: String) -> String {
    Array(word.utf8).withUnsafeBufferPointer { bytes in
      guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else { return word }
      let length = Int(sb_stemmer_length(stemmer))
      return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
  }

  /// The words in small letters: runs of letters and digits. Whatever else there is parts them, NUL too.
  static func words(in text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var byteCount = 0
    func end() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
      byteCount = 0
    }
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      guard words.count < wordCountMax else { return words }
      guard isPartOfWord(scalar) else {
        end()
        continue
      }
      for small in scalar.properties.lowercaseMapping.unicodeScalars where isPartOfWord(small) {
        byteCount += UTF8.width(small)
        if byteCount <= wordByteCountMax { word.append(small) }
      }
    }
    end()
    return words
  }

  /// Letters and digits of the Basic Multilingual Plane, which the index's own tokenizer parts in the same way.
  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
        || (0x61...0x7A).contains(scalar.value)
    }
    guard scalar.value <= 0xFFFF else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber: return true
    default: return false
    }
  }

  /// Snowball's list of Swedish words that say nothing of what a text is about.
  static let commonWords: Set<String> = Set(
    """
    alla allt att av blev bli blir blivit de dem den denna deras dess dessa det detta dig din dina ditt du där då efter ej
    eller en er era ert ett från för ha hade han hans har henne hennes hon honom hur här i icke ingen inom inte jag ju kan
    kunde man med mellan men mig min mina mitt mot mycket ni nu när någon något några och om oss på samma sedan sig sin
    sina sitta själv skulle som så sådan sådana sådant till under upp ut utan vad var vara varför varit varje vars vart
    vem vi vid vilka vilkas vilken vilket vår våra vårt än är åt över
    """.split(whereSeparator: \.isWhitespace).map { String($0) })
}
