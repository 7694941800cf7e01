internal import Ingest
internal import Settings
internal import Tables

/// The parts of a pipeline file, one for each room.
struct PipelineFile {
  struct Dataset {
    let name: String
    let files: [String]
    let schema: Schema
    /// The columns as the schema's file writes them, with their cleaners.
    let columns: Settings
    /// Takes all files that fit, even those that fit another dataset better.
    let isShared: Bool
    /// Rows that are only compared with, as those of an earlier round; there need be none.
    let isReference: Bool
  }

  static let keys = [
    "pipeline", "title", "office", "round", "growth", "rates", "privacy", "ingest", "normalize",
    "deduplicate", "aggregate", "render", "gates",
  ]

  let name: String
  let title: LocalizedText
  let office: LocalizedText?
  private let settings: Settings

  init(text: String, path: String, overrides: [Override]) throws {
    var settings = try YAMLFile.settings(text, file: path)
    for replacement in overrides { settings = try replacement.applied(to: settings) }
    try settings.allow(only: Self.keys)
    self.settings = settings
    name = try Self.name(settings.required("pipeline"))
    title = try settings["title"]?.localizedText ?? LocalizedText(name)
    office = try settings["office"]?.localizedText
  }

  /// The name makes a folder, so it is kept to letters, digits and hyphens.
  private static func name(_ settings: Settings) throws -> String {
    let name = try settings.word
    let isPlain = name.utf8.allSatisfy {
      $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
    }
    guard isPlain, !name.isEmpty else {
      throw settings.expected("a name of small letters a–z, digits and hyphens")
    }
    return name
  }

  /// The part of a room; nothing when the file skips the room.
  func room(_ key: String) -> Settings {
    settings[key] ?? Settings(.nothing, at: settings.place)
  }

  var gates: Settings? { settings["gates"] }

  /// From how many persons on the public may see a number that is sensitive.
  var privacy: Settings? { settings["privacy"] }

  /// The file of the table of growth; nil when there is none.
  var growth: Settings? { file("growth") }

  /// The file of what is paid for a pupil; nil when there is none.
  var rates: Settings? { file("rates") }

  private func file(_ key: String) -> Settings? {
    settings[key].flatMap { name in
      if case .nothing = name.value { return nil }
      return name
    }
  }

  /// The round, and the earlier ones that it is compared with.
  func rounds(
    _ shelf: Shelf
  ) throws -> (round: Round, compared: [(kind: EarlierRound.Kind, round: Round)]) {
    let round = try settings.required("round")
    let calendar = try calendar(shelf)
    let own = try calendar.round(year: round.required("year"), term: round.required("term"))
    return (own, try compared(with: own, calendar))
  }

  /// The round before that of the pipeline.
  func previousRound(_ shelf: Shelf) throws -> Round? {
    try calendar(shelf).previous(of: rounds(shelf).round)
  }

  /// The rounds of the same term in the years before that of the pipeline, the latest first.
  func earlierYears(_ count: Int, _ shelf: Shelf) throws -> [Round] {
    let (calendar, round) = (try calendar(shelf), try rounds(shelf).round)
    return (0..<count).compactMap { calendar.sameTerm(as: round, yearsBefore: $0 + 1) }
  }

  private func calendar(_ shelf: Shelf) throws -> RoundCalendar {
    let round = try settings.required("round")
    try round.allow(only: ["system", "year", "term"])
    let system = try round.required("system")
    let file = Settings(.word("rounds/\(try system.word).yaml"), at: system.place)
    return try RoundCalendar(shelf.settings(named: file))
  }

  /// A round that is both the one before and last year's is told once.
  private func compared(
    with round: Round, _ calendar: RoundCalendar
  ) throws -> [(kind: EarlierRound.Kind, round: Round)] {
    var compared: [(kind: EarlierRound.Kind, round: Round)] = []
    for item in room("aggregate")["compare"]?.items ?? [] {
      let kind = try item.choice(of: EarlierRound.Kind.self, called: "round to compare with")
      guard !compared.contains(where: { $0.kind == kind }) else {
        throw SettingsError("'\(kind.rawValue)' stands there twice", at: item.place)
      }
      let earlier =
        switch kind {
        case .previous: calendar.previous(of: round)
        case .lastYear: calendar.lastYear(of: round)
        }
      if let earlier, !compared.contains(where: { $0.round.folder == earlier.folder }) {
        compared.append((kind, earlier))
      }
    }
    return compared
  }

  func datasets(_ shelf: Shelf) throws -> [Dataset] {
    let entries = try settings.required("ingest").entries
    guard !entries.isEmpty else {
      throw try settings.required("ingest").expected("at least one dataset")
    }
    return try entries.map { name, _, dataset in
      try dataset.allow(only: ["schema", "files", "shared", "reference"])
      let file = try shelf.settings(named: dataset.required("schema"))
      return Dataset(
        name: name, files: try dataset.required("files").words, schema: try Schema(file),
        columns: try file.required("columns"), isShared: try dataset["shared"]?.flag ?? false,
        isReference: try dataset["reference"]?.flag ?? false)
    }
  }
}
