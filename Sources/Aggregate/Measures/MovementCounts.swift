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
    let columns = columns
    let table = frame.table(
      stubs: stubs, columns: columns.map { $0.head }, datasets: [dataset])
    guard let sides = MovementSides(material.linked, dataset: dataset),
      let grid = try grid(of: sides, in: material)
    else { return TracedRows(table).figures(of: material) }
    return grid.figures(columns, in: table)
  }

  private func grid(of sides: MovementSides, in material: Material) throws -> MovementGrid? {
    switch by {
    case .kind: return .byKind(sides)
    case .step: return .byStep(sides)
    case .identity: return .byIdentity(sides)
    case .grade:
      guard let (table, links) = material.dataset(dataset), let rows else { return nil }
      guard sides.before.place == material.linked.clean.index(of: dataset) else {
        let earlier = material.linked.clean.tables[sides.before.place].name
        throw SettingsError(
          "movements by grade are those of the round before; name its dataset, \(earlier)",
          at: rows.place)
      }
      let source = DimensionPlan.Source(table: table, links: links)
      return .byMember(
        sides,
        of: try rows.plan.dimension(of: source, beside: [source], in: material, at: rows.place))
    case .school: return .bySchool(sides, material.linked)
    case .flow: return .byFlow(sides, material.linked)
    }
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

  /// What can become of a person of the round before.
  private static let before: [Movement.Kind] = [
    .stayed, .moved, .left, .graduated, .notRemovable, .noList,
  ]

  private var columns: [MovementGrid.Column] {
    switch by {
    case .kind:
      [
        .init(.init("earlier", "รอบก่อน (คน)", "Round before", unit: .persons), .before),
        .init(
          .init("earlier-share", "ร้อยละของรอบก่อน", "Share of the round before", unit: .share),
          .before, shareOf: .everybody),
        .init(.init("now", "รอบนี้ (คน)", "This round", unit: .persons), .now),
        .init(
          .init("now-share", "ร้อยละของรอบนี้", "Share of this round", unit: .share), .now,
          shareOf: .everybody),
      ]
    case .step, .identity:
      [
        .init(.init("persons", "คน", "Persons", unit: .persons), .now),
        .init(
          .init("share", "ร้อยละของผู้ที่อยู่ทั้งสองรอบ", "Share of those in both rounds", unit: .share),
          .now, shareOf: .everybody),
      ]
    case .grade:
      Self.before.map { .init(.init($0.name, $0.label), .before, [$0]) }
        + [
          .init(
            .init("earlier", "รวมรอบก่อน", "Round before, all", unit: .persons), .before,
            Self.before),
          .init(
            .init("left-share", "ร้อยละที่หายไป", "Share left", unit: .share), .before, [.left],
            shareOf: .line),
        ]
    case .school:
      [.init(.init("earlier", "รอบก่อน", "Round before", unit: .persons), .before, Self.before)]
        + Self.before.map { kind in
          kind == .moved
            ? .init(.init("moved-out", "ย้ายออก", "Moved out", unit: .persons), .before, [kind])
            : .init(.init(kind.name, kind.label), .before, [kind])
        }
        + [
          .init(.init("moved-in", "ย้ายเข้า", "Moved in", unit: .persons), .now, [.moved]),
          .init(.init("joined", Movement.Kind.joined.label), .now, [.joined]),
          .init(
            .init("no-list-before", "ไม่มีบัญชีรอบก่อน", "No list before", unit: .persons), .now,
            [.noList]),
          .init(
            .init("now", "รอบนี้", "This round", unit: .persons), .now,
            [.stayed, .moved, .joined, .noList]),
        ]
    case .flow: [.init(.init("persons", "คน", "Persons", unit: .persons), .now)]
    }
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
  fileprivate init(_ key: String, _ label: LocalizedText) {
    self.init(key: key, headings: [label], unit: Words.Unit.persons.rawValue)
  }
}
