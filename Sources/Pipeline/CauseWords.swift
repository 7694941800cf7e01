internal import Aggregate
internal import Settings
internal import Tables

/// When findings are told as one cause, and in which words.
struct CauseWords: Sendable {
  let finder: CauseFinder
  private let sheet: LocalizedText
  private let school: LocalizedText
  private let consequences: LocalizedText

  /// `valueRules` are the rules about the values of single rows.
  init(_ settings: Settings, valueRules: Set<Int>) throws {
    try settings.allow(only: ["share", "rows", "sheet", "school", "consequences"])
    let share = try settings.required("share")
    guard let part = try? share.decimal, part > 0, part <= 1 else {
      throw share.expected("a share above 0 and up to 1, such as 0.8")
    }
    let rows = try settings.required("rows")
    guard try rows.number > 0 else { throw rows.expected("a number above 0") }
    finder = CauseFinder(share: part, fewestRows: try rows.number, valueRules: valueRules)
    sheet = try settings.required("sheet").localizedText
    school = try settings.required("school").localizedText
    consequences = try settings.required("consequences").localizedText
  }

  /// What is said of a cause before and after the sentence of its first finding.
  ///
  /// A finding about the whole sheet has no rows and needs no opening.
  func sentence(_ cause: Cause, rows: String, around first: String, _ language: Language) -> String
  {
    let words = cause.school == nil ? sheet : school
    let opening = (rows.isEmpty ? "" : words[language])
      .replacing("{rows}", with: String(cause.rows))
      .replacing("{of}", with: String(cause.outOf))
      .replacing("{list}", with: rows)
    guard !cause.consequences.isEmpty else { return opening + first }
    return opening + first
      + consequences[language].replacing("{more}", with: String(cause.consequences.count))
  }
}
