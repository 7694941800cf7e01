internal import Tables

/// Rows of a school with all that was found in them: rows of a page's table, and lines of a workbook's list
/// that are answered one by one.
struct FindingLines {
  private let context: BlockContext
  private let text: FindingText
  private let words: Words
  private let figures: Figures
  /// All rows are of one sheet, so that it need not be named.
  private let isOneSheet: Bool

  init(_ context: BlockContext, _ rows: [Worklist.Row]) {
    self.context = context
    text = FindingText(context)
    words = context.words
    figures = context.figures
    let sheets = rows.map { Origin(input: $0.place.origin.input, sheet: $0.place.origin.sheet) }
    isOneSheet = Set(sheets).count == 1
  }

  // MARK: Page

  func key(_ row: Worklist.Row) -> String { text.place(row.place.origin) }

  /// Which row it is, and where it stands.
  func name(_ row: Worklist.Row) -> [String] {
    [text.name(of: row.place), text.row(row.place.origin, alone: isOneSheet)]
  }

  /// What is wrong; several findings are numbered here, in `remedies` and in `answers`.
  func complaints(_ row: Worklist.Row) -> String {
    numbered(
      row.findings.map { finding in
        let line = text.line(finding)
        return line.level + " " + line.about + ": " + line.complaint
      })
  }

  /// The same with what the school has answered so far, and what to do.
  func told(_ row: Worklist.Row) -> [String] {
    let lines = row.findings.map { (line: text.line($0), reply: reply($0)) }
    return [
      numbered(lines.map { "\($0.line.level) \($0.line.about): \($0.line.complaint)\($0.reply)" }),
      numbered(lines.map { $0.line.remedy }),
    ]
  }

  private func numbered(_ texts: [String]) -> String {
    guard texts.count > 1 else { return texts.first ?? "" }
    return texts.enumerated().filter { !$0.element.isEmpty }
      .map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
  }

  /// What the school has answered to a finding that is still found.
  private func reply(_ finding: Int) -> String {
    guard let answer = figures.found.answers[finding] else { return "" }
    let note = answer.note.isEmpty ? "" : " · " + shortened(answer.note)
    guard answer.word == .corrected else { return "\n→ " + written(answer) }
    let place = figures.linked.place(of: figures.found.findings.all[finding])
    let stamp = figures.linked.clean.inputs[place.origin.input].stamp
    return "\n→ "
      + (stamp.map { words[.answerStill, words.moment($0)] } ?? words[.answerStillThere])
      + note
  }

  /// How many findings of a row are new, and how many still open; nil in the first run of a round.
  func since(_ row: Worklist.Row) -> String? {
    guard let progress = figures.found.progress else { return nil }
    let new = row.findings.count { progress.states[$0] == .new }
    let open = row.findings.count - new
    if row.findings.count == 1 { return words[new > 0 ? .stateNew : .stateOpen] }
    return [
      new > 0 ? words[.listNew, String(new)] : nil,
      open > 0 ? words[.listOpen, String(open)] : nil,
    ].compactMap { $0 }.joined(separator: " · ")
  }

  /// The answers to the findings of a row, in words.
  func answers(_ row: Worklist.Row) -> String {
    numbered(row.findings.map { figures.found.answers[$0].map { written($0) } ?? "" })
  }

  private func written(_ answer: Answer) -> String {
    let day = answer.day.map { words.shortDay($0) }
    return [context.answers[answer.word.rawValue], day, shortened(answer.note)]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// A school may write as much as it likes; a page shows what a line holds.
  private func shortened(_ note: String) -> String {
    let scalars = note.unicodeScalars
    guard scalars.count > Self.longestNote else { return note }
    return String(String.UnicodeScalarView(scalars.prefix(Self.longestNote))) + "…"
  }

  private static let longestNote = 300

  // MARK: Workbook

  /// One line for each finding, with cells for the answer; the rows are its groups.
  func list(_ rows: [Worklist.Row], title: String, sheet: String) -> DocumentList {
    let hasHistory = figures.found.progress != nil
    let columns =
      [
        DocumentList.Column(words[.listWhich], width: 30, wraps: true),
        .init(words[.listRow], width: isOneSheet ? 8 : 20, wraps: true),
        .init(words[.listLevel], width: 9), .init(words[.listAbout], width: 15, wraps: true),
        .init(words[.listValue], width: 18, wraps: true),
        .init(words[.listWrong], width: 36, wraps: true),
        .init(words[.listDo], width: 34, wraps: true),
      ] + (hasHistory ? [.init(words[.listSince], width: 9)] : []) + [
        .init(words[.listReference], width: 14),
        .init(words[.listAnswer], width: 20, choices: context.answers.labels),
        .init(words[.listAnswered], width: 11), .init(words[.listNote], width: 26, wraps: true),
      ]
    return DocumentList(
      title: title, sheet: sheet, heads: [school, words[.listHow]].compactMap { $0 },
      columns: columns, frozen: 1, groups: rows.count, isOnePageWide: true
    ) { group in
      rows[group].findings.map { line($0, of: rows[group]) }
    }
  }

  /// Whose sheet it is, by which its answers are known when it comes back.
  private var school: String? {
    context.worklist.map { list in
      let school = figures.linked.schools[list.school]
      return words[.listSchool, school.code, school.name]
    }
  }

  private func line(_ finding: Int, of row: Worklist.Row) -> [DocumentList.Cell] {
    let line = text.line(finding)
    let state = figures.found.progress.map { progress in
      words[progress.states[finding] == .new ? .stateNew : .stateOpen]
    }
    let reference =
      figures.found.references.indices.contains(finding)
      ? figures.found.references[finding] : .none
    // What is said to be corrected and is still there has to be answered again.
    let answer = figures.found.answers[finding].flatMap { $0.word == .corrected ? nil : $0 }
    let reminder = answer == nil ? reply(finding) : ""
    let cells: [DocumentList.Cell] =
      name(row).map { .text($0) } + [
        .text(line.severity), .text(line.about), .text(line.value),
        .text(line.complaint + reminder), .text(line.remedy),
      ]
    return cells + (state.map { [.text($0)] } ?? []) + [
      .text(reference == .none ? "" : reference.text),
      .answer(answer.map { context.answers[$0.word.rawValue] } ?? ""),
      .answer(answer?.day.map { words.shortDay($0) } ?? ""),
      .answer(answer.map { shortened($0.note) } ?? ""),
    ]
  }
}
