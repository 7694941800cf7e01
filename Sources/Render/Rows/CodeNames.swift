package import Settings
internal import Tables

/// What the codes of a column are called, and in which order they stand.
package struct CodeNames: Sendable {
  private var names: [String: LocalizedText] = [:]
  private var places: [String: Int] = [:]

  package init() {}

  /// Takes the columns `code`, and `label_th` and `label_en` where the list has them.
  package init(_ list: CodeList) {
    let codes = list.column("code") ?? []
    places = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    guard let thai = list.column("label_th") else { return }
    let english = list.column("label_en") ?? thai
    for (code, label) in zip(codes, zip(thai, english)) where names[code] == nil {
      names[code] = LocalizedText(thai: label.0, english: label.1)
    }
  }

  /// The name of a code; what is no code stays as it is.
  func name(of value: String, _ language: Language) -> String {
    names.isEmpty ? value : names[value]?[language] ?? value
  }

  /// The place of a code in its list.
  func place(of value: String) -> Int? { places[value] }
}
