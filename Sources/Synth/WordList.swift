/// Words as bytes, so that a million rows are written without making a string.
package struct WordList: Sendable {
  package let words: [[UInt8]]

  /// Takes words that are kept apart by white space; `_` stands for a blank inside a word.
  package init(_ text: String) {
    words = text.split { $0.isWhitespace }.map { word in
      word.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
    }
  }

  package var count: Int { words.count }
  package subscript(index: Int) -> [UInt8] { words[index] }
  package func text(_ index: Int) -> String { String(decoding: words[index], as: UTF8.self) }
}
