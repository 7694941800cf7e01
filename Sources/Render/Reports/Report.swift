internal import Settings
internal import Tables

/// A report as its file means it: a title, the file it is written to, and blocks in order.
struct Report: Sendable {
  private enum Each: String, CaseIterable { case school }

  /// Below the round's folder, without the ending; the folder of a report that is made for each school.
  let file: String
  /// The report is made for each school that has something to correct.
  let isForEachSchool: Bool
  private let title: FilledText
  private let numbering: TableNumbering
  /// Among those that the pipeline wants; all where the file says nothing.
  private let formats: [PageFormat]
  /// For whom it is written; for all where the file says nothing.
  private let audiences: [Audience]
  private let blocks: [any Block]

  init(_ settings: Settings, known: KnownTables) throws {
    try settings.allow(only: [
      "report", "file", "each", "as", "audience", "title", "numbered", "sources", "blocks",
    ])
    var mistakes = Mistakes()
    let name = try mistakes.collect { try settings.required("report").word }
    let file = try mistakes.collect { try Self.file(settings["file"], named: name ?? "") }
    let each = try mistakes.collect { try settings["each"]?.choice(of: Each.self, called: "kind") }
    let title = try mistakes.collect { try FilledText(settings.required("title"), known: known) }
    let items = try mistakes.collect { try settings.required("blocks").items } ?? []
    blocks = try items.compactMap { item in
      try mistakes.collect { try Self.block(item, known: known) }
    }
    let formats = try mistakes.collect {
      try settings["as"]?.items.map {
        try $0.choice(of: PageFormat.self, called: "format of pages")
      } ?? PageFormat.allCases
    }
    let audiences = try mistakes.collect {
      try settings["audience"]?.items.map {
        try $0.choice(of: Audience.self, called: "audience")
      } ?? Audience.allCases
    }
    let numbering = try mistakes.collect { try TableNumbering(settings) }
    try mistakes.end()
    self.numbering = try mistakes.result(numbering)
    self.formats = try mistakes.result(formats)
    self.audiences = try mistakes.result(audiences)
    self.file = try mistakes.result(file)
    self.title = try mistakes.result(title)
    isForEachSchool = each == .some(.school)
    if isForEachSchool, !self.audiences.contains(.school), let audience = settings["audience"] {
      throw audience.expected("'school', for whom a report 'each: school' is")
    }
    if showsRows, !isForEachSchool, self.formats.contains(.html) {
      throw SettingsError(
        "the rows of all schools are too many for a page; say 'as: [xlsx]'",
        at: (settings["as"] ?? settings).place)
    }
  }

  /// Whether it holds the rows of a dataset.
  var showsRows: Bool { blocks.contains { $0 is RowsBlock } }

  /// The datasets whose rows it may show, and how their values are written.
  func datasets(of linked: LinkedTables, _ words: Words) -> [Int: RowWriting] {
    var shown: [Int: RowWriting] = [:]
    for case let block as RowsBlock in blocks {
      for dataset in block.datasets(of: linked) {
        shown[dataset] = block.writing(
          of: linked.clean.tables[dataset], for: isForEachSchool ? .school : .officer, words)
      }
    }
    return shown
  }

  func isFor(_ audience: Audience) -> Bool { audiences.contains(audience) }

  /// Of the formats that the pipeline wants, those in which it can be had.
  func formats(among wanted: [PageFormat]) -> [PageFormat] {
    wanted.filter { formats.contains($0) }
  }

  /// `worklist` is what the school must correct whose page is made.
  func document(
    of figures: Figures, under masthead: Masthead, words: Words, matching: MatchWords,
    answers: ChoiceWords, results: ChoiceWords, worklist: Worklist? = nil,
    movedRows: Set<Origin> = [], rows: RowsIndex? = nil
  ) throws -> Document {
    let shown = Set(blocks.flatMap { $0.shownTables })
    var unshown: [String] = []
    for id in blocks.flatMap({ $0.mentionedTables })
    where !shown.contains(id) && !unshown.contains(id) { unshown.append(id) }
    var context = BlockContext(
      figures: figures, language: masthead.language, words: words, matching: matching,
      answers: answers, results: results, audience: masthead.audience,
      asOf: words.day(masthead.round.asOf),
      office: masthead.office[masthead.language], letter: masthead.letter, unshownTables: unshown,
      worklist: worklist, movedRows: movedRows, rows: rows)
    let name = try title.phrase(context).plain
    context.subject = name + " " + masthead.round.title[masthead.language]
    let school = worklist.map { figures.linked.schools[$0.school] }
    return Document(
      language: masthead.language,
      masthead: masthead.head(
        title: [name, school?.name, school?.code].compactMap { $0 }
          .joined(separator: " · "),
        inputs: figures.linked.clean.inputs, words: words),
      nodes: numbering.numbered(try blocks.flatMap { try $0.nodes(context) }, context),
      // A school's own sheet is worked with beside its data.
      numerals: worklist == nil ? masthead.numerals : .arabic)
  }

  /// One item of `blocks`: a map with one key, which is the kind.
  private static func block(_ settings: Settings, known: KnownTables) throws -> any Block {
    let entries = try settings.entries
    guard let entry = entries.first, entries.count == 1 else {
      throw SettingsError(
        "expected one kind of block, found \(entries.count)", at: settings.place)
    }
    guard let kind = allBlocks.first(where: { $0.name == entry.key }) else {
      throw SettingsError(
        "unknown kind of block '\(entry.key)'"
          + Suggestion.clause(for: entry.key, among: allBlocks.map { $0.name }),
        at: entry.keyPlace)
    }
    return try kind.init(entry.value, known: known)
  }

  /// A path that stays inside the round's folder on every system; the report's name if none is given.
  private static func file(_ settings: Settings?, named name: String) throws -> String {
    guard let settings else { return name }
    let word = try settings.word
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { Self.isFileByte($0) }
    }
    guard isPlain else {
      throw SettingsError(
        "expected a file name of small letters, digits and hyphens, found '\(word)'",
        at: settings.place)
    }
    return word
  }

  private static func isFileByte(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      || byte == UInt8(ascii: "-")
  }
}
