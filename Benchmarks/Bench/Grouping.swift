internal import Aggregate
internal import CGroupLoop
internal import Containers
internal import Deduplicate
internal import Ingest
internal import Pipeline
internal import Queries
internal import Settings
internal import Tables

/// Counts the students of a folder of inputs by school, grade, sex and nationality, beside a plain loop in C.
struct Grouping {
  let options: Options

  private static let dimensions = ["school", "grade", "sex", "nationality"]

  /// Prints `name seconds` lines, of each round one for Krong and one for the loop over the same columns.
  func print(_ folder: String) async throws {
    guard let text = EmbeddedFiles.text(options.pipeline) else {
      throw Misuse(reason: "there is no pipeline \(options.pipeline)")
    }
    let shelf = Shelf.files { _ in nil }
    let plan = try Plan(
      text: text, path: options.pipeline, shelf: shelf, options: RunOptions(jobs: options.jobs))
    let clean = try await Run(plan).clean(InputFiles.of(folder, plan))
    let linked = await plan.deduplicate.match(clean)
    let place = Place(file: "bench group")
    let round = AggregateRound(
      schemas: Dictionary(uniqueKeysWithValues: clean.tables.map { ($0.name, $0.schema) }),
      register: "school", round: plan.round, shelf: shelf,
      dimensions: try shelf.settings(named: Settings(.word("tables/dimensions.yaml"), at: place)))
    let material = Material(
      linked: linked, findings: Findings(), book: plan.book, round: plan.round,
      database: try RoundDatabase(linked, for: [], on: plan.round.asOf))
    guard
      let group = try CellCount(
        linked, dataset: "student", by: Self.dimensions.map { Settings(.word($0), at: place) },
        round, material)
    else { throw Misuse(reason: "the pipeline has no dataset student") }
    let columns = group.columns
    for _ in 0..<options.rounds {
      let before = Cost.now
      let counts = group.counts()
      let between = Cost.now
      let plain = Self.loop(columns)
      let after = Cost.now
      guard counts == plain else { throw Misuse(reason: "the two counts differ") }
      Swift.print("krong \(between.wallSeconds - before.wallSeconds)")
      Swift.print("loop \(after.wallSeconds - between.wallSeconds)")
    }
    Swift.print("cells \(columns.reduce(1) { $0 * $1.count })")
  }

  private static func loop(_ columns: [CellCount.Column]) -> [Int32] {
    var counts = [Int32](repeating: 0, count: columns.reduce(1) { $0 * $1.count })
    let rows = columns[0].codes.count
    // Safe: the pointers are used only while the arrays are, each code is below the count of its members,
    // and each member below the count of its dimension.
    unsafe columns[0].codes.withUnsafeBufferPointer { a in
      unsafe columns[1].codes.withUnsafeBufferPointer { b in
        unsafe columns[2].codes.withUnsafeBufferPointer { c in
          unsafe columns[3].codes.withUnsafeBufferPointer { d in
            let codes = unsafe [a.baseAddress, b.baseAddress, c.baseAddress, d.baseAddress]
            unsafe columns[0].members.withUnsafeBufferPointer { a in
              unsafe columns[1].members.withUnsafeBufferPointer { b in
                unsafe columns[2].members.withUnsafeBufferPointer { c in
                  unsafe columns[3].members.withUnsafeBufferPointer { d in
                    let members = unsafe [
                      a.baseAddress, b.baseAddress, c.baseAddress, d.baseAddress,
                    ]
                    let dimensions = unsafe columns.indices.map { place in
                      unsafe group_dimension(
                        codes: codes[place], members: members[place],
                        count: Int32(columns[place].count))
                    }
                    unsafe group_count_4(dimensions, rows, &counts)
                  }
                }
              }
            }
          }
        }
      }
    }
    return counts
  }
}
