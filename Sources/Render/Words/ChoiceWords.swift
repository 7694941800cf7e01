package import Settings
package import Tables

/// What a reader can choose from in a workbook, in one language: the codes of a list and their labels.
package struct ChoiceWords: Sendable {
  private let choices: [(code: String, label: String)]

  /// A code list with the columns `code`, `label_th` and `label_en`.
  package init(_ list: CodeList, language: Language) {
    let labels = list.column(language == .thai ? "label_th" : "label_en") ?? []
    choices = zip(list.column("code") ?? [], labels).map { ($0, $1) }
  }

  /// Nothing to choose from.
  package init() { choices = [] }

  var labels: [String] { choices.map { $0.label } }

  /// The label of a code; the code itself where the list does not hold it.
  subscript(code: String) -> String { choices.first { $0.code == code }?.label ?? code }
}
