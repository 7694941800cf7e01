package import Settings
internal import Tables

/// Persons who stayed, moved, came and went since the round before.
///
/// Of every table the totals add up: the persons of the round before stayed, moved, left or graduated, were
/// to be removed, or are of schools without a list now; those of this round stayed, moved or joined, or are
/// of schools that had no list. Without a round before a table has no rows.
package struct MovementCounts: Measure {
  package static let name = "movements"
  package static let summary =
    "Persons of this round and of the one before, by what became of them: by kind, step, identity, grade, school, or the flow between schools."

  private enum Direction: String, CaseIterable { case kind, step, identity, grade, school, flow }

  private let frame: TableFrame
  private let dataset: String
  private let by: Direction
  /// Of a table by grade; nil of the others.
  private let rows: (plan: DimensionPlan, place: Place)?

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    by = try settings.required("by").choice(of: Direction.self, called: "direction")
    try settings.allow(only: TableFrame.keys + ["dataset", "by"] + (by == .grade ? ["rows"] : []))
    self.frame = frame
    let (name, schema) = try round.dataset(settings.required("dataset"))
    dataset = name
    rows = try by == .grade ? settings.required("rows").dimension(of: schema, in: round) : nil
  }

  package func figures(of material: Material) throws -> TracedFigures {
    TracedFigures(try counted(material)) { _, _ in
      throw UntracedFigure(
        "movements.csv of the run lists every person of both rounds with what became of them")
    }
  }

  private func counted(_ material: Material) throws -> FigureTable {
    var result = frame.table(stubs: stubs, columns: columns)
    guard let sides = MovementSides(material.linked, dataset: dataset) else { return result }
    switch by {
    case .kind: appendKinds(sides, to: &result)
    case .step:
      appendBoth(
        sides, Movement.Step.allCases.map { step in (step.name, step.label, { $0.step == step }) },
        to: &result)
    case .identity: appendBoth(sides, Self.identities, to: &result)
    case .grade: try appendGrades(sides, material, to: &result)
    case .school: appendSchools(sides, material.linked, to: &result)
    case .flow: appendFlow(sides, material.linked, to: &result)
    }
    return result
  }

  // MARK: Headings

  private var stubs: [LocalizedText] {
    switch by {
    case .kind: [LocalizedText(thai: "การเคลื่อนไหว", english: "Movement")]
    case .step: [LocalizedText(thai: "การเลื่อนชั้น", english: "Step")]
    case .identity: [LocalizedText(thai: "ข้อมูลประจำตัว", english: "Identity")]
    case .grade: [LocalizedText(thai: "ชั้นในรอบก่อน", english: "Grade in the round before")]
    case .school: [Words.number, Words.code, Words.school]
    case .flow:
      [
        LocalizedText(thai: "รหัส (จาก)", english: "Code (from)"),
        LocalizedText(thai: "จากโรงเรียน", english: "From school"),
        LocalizedText(thai: "รหัส (ไป)", english: "Code (to)"),
        LocalizedText(thai: "ไปโรงเรียน", english: "To school"),
      ]
    }
  }

  private var columns: [FigureTable.ColumnHead] {
    switch by {
    case .kind:
      [
        .init("earlier", "รอบก่อน (คน)", "Round before", unit: .persons),
        .init("earlier-share", "ร้อยละของรอบก่อน", "Share of the round before", unit: .share),
        .init("now", "รอบนี้ (คน)", "This round", unit: .persons),
        .init("now-share", "ร้อยละของรอบนี้", "Share of this round", unit: .share),
      ]
    case .step, .identity:
      [
        .init("persons", "คน", "Persons", unit: .persons),
        .init("share", "ร้อยละของผู้ที่อยู่ทั้งสองรอบ", "Share of those in both rounds", unit: .share),
      ]
    case .grade:
      Self.before.map { .init($0.name, $0.label, unit: .persons) }
        + [
          .init("earlier", "รวมรอบก่อน", "Round before, all", unit: .persons),
          .init("left-share", "ร้อยละที่หายไป", "Share left", unit: .share),
        ]
    case .school:
      [.init("earlier", "รอบก่อน", "Round before", unit: .persons)]
        + Self.before.map {
          $0 == .moved
            ? .init("moved-out", "ย้ายออก", "Moved out", unit: .persons)
            : .init($0.name, $0.label, unit: .persons)
        }
        + [
          .init("moved-in", "ย้ายเข้า", "Moved in", unit: .persons),
          .init("joined", Movement.Kind.joined.label, unit: .persons),
          .init("no-list-before", "ไม่มีบัญชีรอบก่อน", "No list before", unit: .persons),
          .init("now", "รอบนี้", "This round", unit: .persons),
        ]
    case .flow: [.init("persons", "คน", "Persons", unit: .persons)]
    }
  }

  /// What can become of a person of the round before.
  private static let before: [Movement.Kind] = [
    .stayed, .moved, .left, .graduated, .notRemovable, .noList,
  ]

  // MARK: Rows

  private func appendKinds(_ sides: MovementSides, to result: inout FigureTable) {
    let before = sides.before.counts
    let now = sides.now.counts
    let totals = (before.reduce(0, +), now.reduce(0, +))
    let figures = { (before: Int, now: Int) in
      [
        Figure(.count(before), rows: before), Self.share(before, of: totals.0),
        Figure(.count(now), rows: now), Self.share(now, of: totals.1),
      ]
    }
    for kind in Movement.Kind.allCases {
      let place = Int(kind.rawValue)
      result.append(
        .init(key: kind.name, labels: [kind.label]), figures(before[place], now[place]))
    }
    result.append(
      .init(key: "total", labels: [Words.total], role: .total), figures(totals.0, totals.1))
  }

  private typealias Line = (key: String, label: LocalizedText, holds: (MovementSides.Both) -> Bool)

  /// Counts who is in both rounds; one person may stand in several rows.
  private func appendBoth(_ sides: MovementSides, _ lines: [Line], to result: inout FigureTable) {
    var counts = [Int](repeating: 0, count: lines.count)
    var all = 0
    // Few combinations are met again and again.
    var seen: [MovementSides.Both: Int] = [:]
    for row in 0..<sides.now.movements.count {
      if let both = sides.now.both(row) { seen[both, default: 0] += 1 }
    }
    for (both, count) in seen {
      all += count
      for (place, line) in lines.enumerated() where line.holds(both) { counts[place] += count }
    }
    for (line, count) in zip(lines, counts) {
      result.append(
        .init(key: line.key, labels: [line.label]),
        [Figure(.count(count), rows: count), Self.share(count, of: all)])
    }
    result.append(
      .init(key: "total", labels: [Words.total], role: .total),
      [Figure(.count(all), rows: all), Self.share(all, of: all)])
  }

  private static var identities: [Line] {
    [("same", LocalizedText(thai: "เหมือนเดิม", english: "The same"), { $0.identity.isEmpty })]
      + Movement.Identity.names.map { change, name in
        (name, change.label, { $0.identity.contains(change) })
      }
  }

  private func appendGrades(
    _ sides: MovementSides, _ material: Material, to result: inout FigureTable
  ) throws {
    guard let (table, links) = material.dataset(dataset), let rows else { return }
    let source = DimensionPlan.Source(table: table, links: links)
    let grades = try rows.plan.dimension(
      of: source, beside: [source], in: material, at: rows.place)
    let side =
      sides.now.place == material.linked.clean.index(of: dataset) ? sides.now : sides.before
    let counts = side.counts(by: grades.rows, of: grades.members.count)
    func append(
      _ key: String, _ label: LocalizedText, _ members: [Int], _ role: FigureTable.Role
    ) {
      let sums = Self.before.map { kind in
        members.reduce(0) { $0 + counts[$1][Int(kind.rawValue)] }
      }
      let all = sums.reduce(0, +)
      guard all > 0 || role == .total else { return }
      result.append(
        .init(key: key, labels: [label], role: role),
        (sums + [all]).map { Figure(.count($0), rows: $0) }
          + [Self.share(sums[Self.before.firstIndex(of: .left) ?? 0], of: all)])
    }
    for (index, member) in grades.members.enumerated() {
      append(member.key, member.labels[0], [index], .detail)
      for group in grades.groups where group.members.last == index {
        append(group.key, Words.sum(of: group.label), group.members, .subtotal)
      }
    }
    append("total", Words.total, Array(grades.members.indices), .total)
  }

  private func appendSchools(
    _ sides: MovementSides, _ linked: LinkedTables, to result: inout FigureTable
  ) {
    // The last line takes the rows whose school is not known.
    let count = linked.schools.count + 1
    let sums = [sides.before, sides.now].map { side in
      side.counts(
        by: linked.links[side.place].schools.map { $0 ?? Int32(count - 1) }, of: count)
    }
    let (before, now) = (sums[0], sums[1])
    let figures = { (places: [Int]) -> [Figure] in
      let sum = { (counts: [[Int]], kind: Movement.Kind) in
        places.reduce(0) { $0 + counts[$1][Int(kind.rawValue)] }
      }
      let gone = Self.before.map { sum(before, $0) }
      let come = [Movement.Kind.moved, .joined, .noList].map { sum(now, $0) }
      let present = sum(now, .stayed) + come.reduce(0, +)
      return ([gone.reduce(0, +)] + gone + come + [present]).map { Figure(.count($0), rows: $0) }
    }
    for index in 0..<count where (before[index] + now[index]).contains(where: { $0 > 0 }) {
      let school = linked.schools.indices.contains(index) ? linked.schools[index] : nil
      result.append(
        .init(
          key: school?.code ?? "unknown",
          labels: [
            LocalizedText(school == nil ? "" : String(index + 1)),
            LocalizedText(school?.code ?? ""), school.map { Words.name(of: $0) } ?? Words.unplaced,
          ]), figures([index]))
    }
    result.append(
      .init(key: "total", labels: [.init(""), .init(""), Words.total], role: .total),
      figures(Array(0..<count)))
  }

  /// The moves from school to school, those of most pupils first, then in the order of the schools.
  private func appendFlow(
    _ sides: MovementSides, _ linked: LinkedTables, to result: inout FigureTable
  ) {
    var counts: [MovementSides.Flow: Int] = [:]
    let schools = (linked.links[sides.now.place].schools, linked.links[sides.before.place].schools)
    for row in 0..<sides.now.movements.count {
      guard let other = sides.now.movements.moved(row) else { continue }
      counts[
        MovementSides.Flow(from: schools.1[other] ?? .max, to: schools.0[row] ?? .max), default: 0] +=
        1
    }
    let flows = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    for (flow, count) in flows {
      let ends = [flow.from, flow.to].map { place in
        place == .max ? nil : linked.schools[Int(place)]
      }
      result.append(
        .init(
          key: ends.map { $0?.code ?? "unknown" }.joined(separator: "-"),
          labels: ends.flatMap {
            [LocalizedText($0?.code ?? ""), $0.map { Words.name(of: $0) } ?? Words.unplaced]
          }),
        [Figure(.count(count), rows: count)])
    }
    guard !flows.isEmpty else { return }
    let all = flows.reduce(0) { $0 + $1.value }
    result.append(
      .init(key: "total", labels: [.init(""), .init(""), .init(""), Words.total], role: .total),
      [Figure(.count(all), rows: all)])
  }

  private static func share(_ part: Int, of whole: Int) -> Figure {
    whole > 0 ? Figure(.share(part, of: whole), rows: part) : Figure(.noData, rows: 0)
  }
}

extension Settings {
  fileprivate func dimension(
    of schema: Schema, in round: AggregateRound
  ) throws -> (plan: DimensionPlan, place: Place) {
    (try DimensionPlan(self, schema: schema, round: round), place)
  }
}

extension FigureTable.ColumnHead {
  fileprivate init(_ key: String, _ label: LocalizedText, unit: Words.Unit) {
    self.init(key: key, headings: [label], unit: unit.rawValue)
  }
}
