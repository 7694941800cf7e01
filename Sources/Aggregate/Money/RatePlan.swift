internal import Settings
internal import Tables

/// The rates of a round as the rows of one dataset are paid by them.
struct RatePlan: Sendable {
  private let plans: [DimensionPlan]
  private let place: Place
  /// Those of the round's year and term: by dimension what a line says, and the rate in satang.
  private let lines: [(members: [String], satang: Int)]
  /// Where the rates come from, each source once.
  let sources: [String]

  /// A table with more combinations of members than this is a mistake.
  private static let mostCells = 1 << 20

  init(_ table: RateTable, schema: Schema, _ round: AggregateRound) throws {
    let plans = try table.dimensions.map { try DimensionPlan($0, schema: schema, round: round) }
    self.plans = plans
    place = table.dimensions[0].place
    var seen: [String: Place] = [:]
    var lines: [(members: [String], satang: Int)] = []
    var sources: [String] = []
    for line in table.lines {
      let members = try plans.indices.map {
        try Self.key(of: line.members[$0], in: plans[$0], called: table.dimensions[$0].word)
      }
      let key = (members + [line.year, line.term].map { $0.map { String($0) } ?? "" })
        .joined(separator: "\u{0}")
      if let first = seen.updateValue(line.place, forKey: key) {
        throw SettingsError(
          "this rate stands twice; first in line \(first.line)", at: line.place)
      }
      guard line.year ?? round.round.year == round.round.year,
        line.term ?? round.round.term == round.round.term
      else { continue }
      lines.append((members, line.satang))
      if !sources.contains(line.source) { sources.append(line.source) }
    }
    self.lines = lines
    self.sources = sources
  }

  /// The columns of the dataset by which is paid.
  var columns: [Int] { plans.compactMap { $0.column } }

  /// The member that a word names, by its code or by its name in one of the languages.
  private static func key(
    of name: Settings, in plan: DimensionPlan, called what: String
  ) throws -> String {
    let word = try name.word
    // What the data hold is not known yet.
    guard let members = plan.listedMembers else { return word }
    guard
      let member = members.first(where: {
        [$0.key, $0.label.thai, $0.label.english].contains(word)
      })
    else { throw name.unknown(what, among: members.map { $0.key }) }
    return member.key
  }

  /// The rate of every row in satang, below 0 where there is none.
  func rates(of rows: TallyRows, in material: Material) throws -> [Int32] {
    let source = DimensionPlan.Source(table: rows.table, links: rows.links)
    let dimensions = try plans.map {
      try $0.dimension(of: source, beside: [source], in: material, at: place)
    }
    let grid = try CellGrid(dimensions, at: place)
    guard grid.count <= Self.mostCells else {
      throw SettingsError(
        "there are too many combinations to pay by (\(grid.count)); name fewer columns", at: place)
    }
    var rates = [Int32](repeating: -1, count: grid.count)
    for line in lines {
      let places = zip(dimensions, line.members).map { dimension, key in
        // The last member takes the rows that fit no other.
        dimension.members.dropLast().firstIndex { $0.key == key }.map { [$0] } ?? []
      }
      for cell in grid.cells(places) { rates[cell] = Int32(line.satang) }
    }
    var ofRows = [Int32](repeating: -1, count: rows.table.count)
    grid.forEachBlock(of: rows.table.count, dimensions) { block, cells in
      for (place, row) in block.enumerated() { ofRows[row] = rates[Int(cells[place])] }
    }
    return ofRows
  }
}

extension DimensionPlan {
  /// Its members where a list names them; nil where they follow from the data.
  fileprivate var listedMembers: [Member]? {
    switch kind {
    case .listed(_, let codes, _): codes
    case .grouped(_, _, let groups): groups
    case .bands(_, let bands), .size(let bands, _): bands.map { $0.member }
    case .firstSign(_, let members): members
    case .register(_, let codes): codes.isEmpty ? nil : codes
    case .age(_, let bands): bands?.map { $0.member }
    case .school, .values: nil
    }
  }
}
