internal import Aggregate
internal import Deduplicate
internal import Growth
internal import Ingest
internal import Normalize
internal import Render
internal import Settings
internal import Tables

/// Reads each room's part of a pipeline file and makes the room.
struct Rooms {
  /// The rooms, and what they share.
  struct Plans {
    let book: RuleBook
    /// The rules that are switched off.
    let offRules: Set<Int>
    /// The rules of other terms.
    let restingRules: Set<Int>
    /// The other datasets that a rule asks, by its place.
    let comparedDatasets: [Int: [String]]
    let register: String?
    let language: Language
    let audience: Audience
    let unsubmittedRules: Set<Int>
    let ingest: IngestStage
    let normalize: NormalizeStage
    let deduplicate: DeduplicateStage
    let aggregate: AggregateStage
    /// The tables that are compared with those of earlier rounds.
    let comparedTables: Set<String>
    /// The rounds of the years before this one of which tables show figures.
    let yearRounds: [Round]
    let causes: CauseWords
    let render: RenderStage
    let printsPages: Bool
    let gateTable: GateTable
    let explanationWords: ExplanationWords
  }

  let parts: PipelineFile
  let datasets: [PipelineFile.Dataset]
  let round: Round
  let shelf: Shelf
  private var rules: RuleFile
  /// The rules about the values of single rows.
  private var valueRules: Set<Int> = []
  private let switchesRulesOn: Bool
  private var growth: GrowthReference?

  init(
    parts: PipelineFile, datasets: [PipelineFile.Dataset], round: Round, shelf: Shelf,
    switchesRulesOn: Bool
  ) {
    self.parts = parts
    self.datasets = datasets
    self.round = round
    self.shelf = shelf
    self.switchesRulesOn = switchesRulesOn
    rules = RuleFile(term: round.term, switchesAllOn: switchesRulesOn)
  }

  /// All rooms; nil when one of them holds a mistake.
  mutating func plans(_ mistakes: inout Mistakes, jobs: Int) throws -> Plans? {
    let reading = try mistakes.collect { try self.rules.add(self.readingRules()) }
    let ingest = try mistakes.collect {
      IngestStage(
        datasets: datasets.map {
          .init(name: $0.name, schema: $0.schema, isShared: $0.isShared)
        },
        rules: try ReadingRules(rules.book, reading ?? []), jobs: jobs)
    }
    growth = try mistakes.collect { try self.growthReference() } ?? nil
    let normalize = try mistakes.collect { try self.normalize(jobs: jobs) }
    let deduplicate = try mistakes.collect { try self.deduplicate(jobs: jobs) }
    // What hangs on the register is not asked while it is not known.
    guard let deduplicate else { return nil }
    let aggregate = try mistakes.collect { try self.aggregate(register: deduplicate.register) }
    let render = try mistakes.collect {
      try self.render(aggregate, register: deduplicate.register)
    }
    let gateTable = try mistakes.collect {
      try GateTable(
        shelf.settings(named: Settings(.word("pages/gates.yaml"), at: parts.room("render").place)))
    }
    let causes = try mistakes.collect {
      try CauseWords(
        shelf.settings(named: Settings(.word("pages/causes.yaml"), at: parts.room("render").place)),
        valueRules: valueRules)
    }
    let explanation = try mistakes.collect { () -> ExplanationWords? in
      let name = Settings(.word("pages/matching.yaml"), at: parts.room("render").place)
      guard let language = render?.language else { return nil }
      return try ExplanationWords(shelf.settings(named: name), language: language)
    }
    guard reading != nil, let ingest, let normalize, let aggregate, let render, let causes,
      let gateTable, let explanation = explanation ?? nil
    else { return nil }
    return Plans(
      book: rules.book, offRules: rules.off, restingRules: rules.resting,
      comparedDatasets: rules.compared,
      register: deduplicate.register,
      language: render.language,
      audience: render.audience, unsubmittedRules: aggregate.unsubmittedRules, ingest: ingest,
      normalize: normalize,
      deduplicate: deduplicate.stage,
      aggregate: AggregateStage(
        plan: aggregate, book: rules.book, causes: causes.finder, round: round, growth: growth,
        makesWorklists: render.stage.hasSchoolReports),
      comparedTables: aggregate.comparedTables,
      yearRounds: try parts.earlierYears(aggregate.earlierYears, shelf),
      causes: causes, render: render.stage, printsPages: render.printsPages,
      gateTable: gateTable, explanationWords: explanation)
  }

  private func readingRules() throws -> Settings {
    try shelf.settings(named: Settings(.word("rules/ingest.yaml"), at: parts.room("ingest").place))
  }

  /// The table of growth that the pipeline names; where rules are tried, the invented one.
  private func growthReference() throws -> GrowthReference? {
    let example = Settings(.word("growth/example.csv"), at: parts.room("normalize").place)
    guard let name = parts.growth ?? (switchesRulesOn ? example : nil) else { return nil }
    return try GrowthReference(csv: shelf.text(named: name), file: name.word)
  }

  /// The rules of the files that a room names.
  private mutating func rules(of room: Settings) throws -> [RuleSettings] {
    try room["rules"]?.items.flatMap { try rules.add(shelf.settings(named: $0)) } ?? []
  }

  private func dataset(_ name: String, at place: Place) throws -> PipelineFile.Dataset {
    guard let dataset = datasets.first(where: { $0.name == name }) else {
      throw Settings(.word(name), at: place).unknown("dataset", among: datasets.map { $0.name })
    }
    return dataset
  }

  // MARK: Rooms

  private mutating func normalize(jobs: Int) throws -> NormalizeStage {
    let room = parts.room("normalize")
    for (name, place, part) in try room.entries {
      _ = try dataset(name, at: place)
      try part.allow(only: ["rules"])
    }
    var plans: [NormalizePlan] = []
    for dataset in datasets {
      let own = try room[dataset.name].map { try rules(of: $0) } ?? []
      valueRules.formUnion(own.map { $0.rule })
      plans.append(
        try NormalizePlan(
          dataset: dataset.name, schema: dataset.schema, columns: dataset.columns, rules: own,
          shelf: shelf, round: round, growth: growth))
    }
    return NormalizeStage(plans, jobs: jobs)
  }

  private mutating func deduplicate(jobs: Int) throws -> (
    stage: DeduplicateStage, register: String?
  ) {
    var plans: [DeduplicatePlan] = []
    var follows: [FollowPlan] = []
    var register: String?
    for (name, place, part) in try parts.room("deduplicate").entries {
      let dataset = try dataset(name, at: place)
      let kind =
        part["model"] == nil
        ? ["school", "persons"] : ["model", "against", "within", "decisions", "follow"]
      try part.allow(only: ["rules", "register"] + kind)
      if let word = part["register"] {
        let own = try self.dataset(word.word, at: word.place).name
        guard register == nil || register == own else {
          throw word.expected("\(register ?? ""), for a run has one register")
        }
        register = own
      }
      let rules = try rules(of: part)
      if let model = part["model"] {
        let others = part["against"]?.items ?? []
        let plan = try DeduplicatePlan(
          dataset: name, schema: dataset.schema, model: shelf.settings(named: model),
          against: others.map { try $0.word }, within: part["within"]?.flag ?? true,
          decisions: (part["decisions"]?.items ?? []).map {
            try self.dataset($0.word, at: $0.place).name
          },
          rules: rules, shelf: shelf, book: self.rules.book)
        for other in others {
          let schema = try self.dataset(other.word, at: other.place).schema
          try plan.validate(against: schema, named: other)
        }
        plans.append(plan)
        if let follow = part["follow"] {
          follows.append(try followPlan(of: dataset, by: model, follow))
        }
      } else {
        // Rows that are not compared with each other are compared with the register.
        _ = try part.required("register")
        plans.append(
          try DeduplicatePlan(
            dataset: name, schema: dataset.schema, linkedBy: part["school"],
            holdsPersons: part["persons"]?.flag ?? false, rules: rules, shelf: shelf,
            book: self.rules.book, at: place))
      }
    }
    let schemas = Dictionary(uniqueKeysWithValues: datasets.map { ($0.name, $0.schema) })
    for plan in plans { try plan.validate(among: schemas) }
    let stage = DeduplicateStage(
      plans: plans, follows: follows, register: register, jobs: jobs)
    return (stage, register)
  }

  /// `model` finds the further registrations of the earlier round, as it does those of this one.
  private func followPlan(
    of later: PipelineFile.Dataset, by model: Settings, _ settings: Settings
  ) throws -> FollowPlan {
    try settings.allow(only: ["dataset", "model", "years"])
    let name = try settings.required("dataset")
    let earlier = try dataset(name.word, at: name.place)
    guard earlier.name != later.name else { throw name.expected("another dataset") }
    return try FollowPlan(
      dataset: later.name, schema: later.schema,
      model: shelf.settings(named: settings.required("model")),
      earlier: name, earlierSchema: earlier.schema, earlierModel: shelf.settings(named: model),
      years: years(settings["years"]), shelf: shelf)
  }

  /// How many academic years lie between the round and the one before it, as the calendar has it.
  private func years(_ settings: Settings?) throws -> Int {
    guard let settings else {
      return try parts.previousRound(shelf).map { round.year - $0.year } ?? 0
    }
    let years = try settings.number
    guard 0...5 ~= years else { throw settings.expected("a number of academic years from 0 to 5") }
    return years
  }

  private mutating func aggregate(register: String?) throws -> AggregatePlan {
    let room = parts.room("aggregate")
    try room.allow(only: ["tables", "rules", "dimensions", "compare"])
    let schemas = Dictionary(uniqueKeysWithValues: datasets.map { ($0.name, $0.schema) })
    return try AggregatePlan(
      tables: room["tables"]?.items.map { try written($0) } ?? [],
      rules: rules(of: room),
      round: AggregateRound(
        schemas: schemas, register: register, round: round, shelf: shelf,
        dimensions: room["dimensions"].map { try shelf.settings(named: $0) },
        rates: parts.rates.map { try RateTable(csv: shelf.text(named: $0), file: $0.word) },
        suppression: suppression()),
      shelf: shelf)
  }

  /// What is sensitive of children is hidden from nobody but the public.
  private func suppression() throws -> SuppressionRule? {
    let rule = try SuppressionRule(parts.privacy)
    let isPublic = (try? parts.room("render")["audience"]?.word) == Audience.public.rawValue
    return isPublic ? rule : nil
  }

  /// What readers can choose from, as a code list of the shelf has it.
  private func choices(_ name: String, _ language: Language, at place: Place) throws -> ChoiceWords
  {
    let file = Settings(.word("codes/\(name).csv"), at: place)
    return ChoiceWords(
      try CodeList(csv: shelf.text(named: file), file: file.word), language: language)
  }

  /// What a word names, or what stands here itself.
  private func written(_ settings: Settings) throws -> Settings {
    if case .map = settings.value { return settings }
    return try shelf.settings(named: settings)
  }

  private func render(
    _ aggregate: AggregatePlan?, register: String?
  ) throws -> (stage: RenderStage, language: Language, audience: Audience, printsPages: Bool) {
    let room = parts.room("render")
    try room.allow(only: ["reports", "as", "language", "audience", "numerals", "letter"])
    let formats = try PageFormats(room["as"])
    let language = try room["language"]?.choice(of: Language.self, called: "language") ?? .thai
    let audience = try room["audience"]?.choice(of: Audience.self, called: "audience") ?? .director
    let masthead = Masthead(
      office: parts.office ?? LocalizedText(""), pipeline: parts.title, round: round,
      version: KrongVersion.number, audience: audience, language: language,
      numerals: try room["numerals"]?.choice(of: Numerals.self, called: "numerals") ?? .arabic,
      letter: try room["letter"].map { try Letter($0) })
    let page = Settings(.word("pages/page.mustache"), at: room.place)
    let words = Settings(.word("pages/words.yaml"), at: room.place)
    let matching = Settings(.word("pages/matching.yaml"), at: room.place)
    let stage = try RenderStage(
      reports: room["reports"]?.items.map { try written($0) } ?? [],
      template: (shelf.text(named: page), try page.word), words: shelf.settings(named: words),
      matching: shelf.settings(named: matching),
      answers: choices("answer", language, at: room.place),
      results: choices("duplicate-result", language, at: room.place),
      masthead: masthead,
      formats: formats.written,
      known: KnownTables(
        aggregate.map { plan in
          let rows = plan.knownRows
          return (plan.tableIDs + [GateTable.id]).map { KnownTables.Table(id: $0, rows: rows[$0]) }
        },
        datasets: datasets.map { known($0, isRegister: $0.name == register) }))
    return (stage, language, audience, formats.arePrinted)
  }

  private func known(_ dataset: PipelineFile.Dataset, isRegister: Bool) -> KnownDataset {
    KnownDataset(
      name: dataset.name, schema: dataset.schema, isReference: dataset.isReference || isRegister
    ) { [shelf] in
      var codes: [String: CodeNames] = [:]
      for (column, _, settings) in (try? dataset.columns.entries) ?? [] {
        for cleaner in settings["clean"]?.items ?? [] {
          guard case .map(let entries) = cleaner.value else { continue }
          // Mistakes of a list are told by the cleaner that it is for.
          for name in entries.compactMap({ $0.value["codes"] }) {
            if let list = try? shelf.codeList(named: name) { codes[column] = CodeNames(list) }
          }
        }
      }
      return codes
    }
  }
}
