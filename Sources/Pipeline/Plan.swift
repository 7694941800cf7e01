internal import Aggregate
package import Deduplicate
internal import Ingest
internal import Normalize
internal import Render
package import Settings
package import Tables

/// A pipeline file as meant: every name looked up, every number read, every room ready to run.
///
/// Making it reads no data. All mistakes of the file, of the files it names and of the command
/// line are thrown together as `SettingsErrors`.
package struct Plan: Sendable {
  package struct Dataset: Sendable {
    package let name: String
    /// The patterns of the files, below the root of the inputs.
    package let files: [String]
    let schema: Schema
    /// Rows that are only compared with, as those of an earlier round; there need be none.
    package let isReference: Bool

    /// Whether a file belongs to the dataset, by its path below the root of the inputs.
    package func takes(_ path: String) -> Bool {
      files.contains { Glob($0).fits(path) }
    }
  }

  package struct SettingsFile: Sendable {
    package let path: String
    package let sha256: String
  }

  package let name: String
  package let title: LocalizedText
  package let round: Round
  /// The earlier rounds whose figures this one is compared with.
  let comparedRounds: [(kind: EarlierRound.Kind?, round: Round)]
  let comparedTables: Set<String>
  package let language: Language
  package let audience: Audience
  package let datasets: [Dataset]
  package let book: RuleBook
  /// The files that say what the run does, in the order of their paths.
  package let settingsFiles: [SettingsFile]
  package let gates: Gates
  package let jobs: Int
  /// The office's name, when the file gives it; else the register does.
  let office: LocalizedText?
  /// The dataset that holds the register of schools.
  let register: String?

  /// What cleaners can remark and no rule tells, as `dataset.column: remark`.
  package var untoldRemarks: [String] { normalize.untoldRemarks }

  /// The rules whose findings are schools that have handed in nothing.
  let unsubmittedRules: Set<Int>
  /// The rules that are switched off, or belong to other terms.
  let offRules: Set<Int>
  /// The other datasets that a rule asks, by its place.
  let comparedDatasets: [Int: [String]]

  /// The words of `krong explain`.
  package let explanationWords: ExplanationWords

  /// The datasets that hold the answers of schools.
  var answerDatasets: [String] { aggregate.answerDatasets }

  let ingest: IngestStage
  let normalize: NormalizeStage
  package let deduplicate: DeduplicateStage
  let aggregate: AggregateStage
  let causes: CauseWords
  let render: RenderStage
  let gateTable: GateTable
  /// Whether the pages are to be had as PDF, too.
  package let printsPages: Bool

  /// Reads a pipeline file and all that it names; `path` is what its mistakes are told with.
  package init(text: String, path: String, shelf: Shelf, options: RunOptions) throws {
    let log = ShelfLog(shelf)
    var mistakes = Mistakes()
    let file = try mistakes.collect {
      try PipelineFile(text: text, path: path, overrides: options.allOverrides())
    }
    let parts = try mistakes.result(file)
    let shelf = log.shelf
    let rounds = try mistakes.collect { try parts.rounds(shelf) }
    let datasets = try mistakes.collect { try parts.datasets(shelf) }
    let gates = try mistakes.collect { try Gates(parts.gates) }

    let (round, compared) = try mistakes.result(rounds)
    var rooms = Rooms(
      parts: parts, datasets: try mistakes.result(datasets), round: round, shelf: shelf,
      switchesRulesOn: options.switchesRulesOn)
    let made = try rooms.plans(&mistakes, jobs: options.jobs)
    let plans = try mistakes.result(made)
    try mistakes.collect {
      try gates?.requireRules(
        plans.book, off: plans.offRules, unsubmitted: plans.unsubmittedRules)
    }
    try mistakes.end()

    name = parts.name
    title = parts.title
    self.round = rooms.round
    comparedRounds =
      compared.map { ($0.kind, $0.round) }
      + plans.yearRounds.filter { year in !compared.contains { $0.round.folder == year.folder } }
      .map { (nil, $0) }
    comparedTables = plans.comparedTables
    language = plans.language
    audience = plans.audience
    self.datasets = rooms.datasets.map {
      Dataset(name: $0.name, files: $0.files, schema: $0.schema, isReference: $0.isReference)
    }
    book = plans.book
    self.gates = try mistakes.result(gates)
    jobs = options.jobs
    office = parts.office
    register = plans.register
    unsubmittedRules = plans.unsubmittedRules
    offRules = plans.offRules.union(plans.restingRules)
    comparedDatasets = plans.comparedDatasets
    ingest = plans.ingest
    normalize = plans.normalize
    deduplicate = plans.deduplicate
    aggregate = plans.aggregate
    causes = plans.causes
    explanationWords = plans.explanationWords
    render = plans.render
    gateTable = plans.gateTable
    printsPages = plans.printsPages
    settingsFiles = log.files(with: (path, text)).map {
      SettingsFile(path: $0.path, sha256: Fingerprint.sha256(Array($0.text.utf8)))
    }
  }
}
