internal import Tables

/// The ways in which movements are looked at.
extension MovementGrid {
  private static func total(_ size: Int, besides blanks: Int = 0) -> Line {
    Line(
      FigureTable.RowHead(
        key: "total",
        labels: Array(repeating: LocalizedText(""), count: blanks) + [Words.total], role: .total),
      Array(0..<size))
  }

  private static func nobody(_ side: MovementSides.Side, of size: Int) -> Part {
    Part(side, of: size) { _ in nil }
  }

  static func byKind(_ sides: MovementSides) -> MovementGrid {
    let kinds = Movement.Kind.allCases
    func part(_ side: MovementSides.Side) -> Part {
      Part(side, of: kinds.count) { row in side.movements.kind(of: row).map { Int($0.rawValue) } }
    }
    return MovementGrid(
      lines: kinds.map { Line(.init(key: $0.name, labels: [$0.label]), [Int($0.rawValue)]) }
        + [total(kinds.count)],
      before: part(sides.before), now: part(sides.now))
  }

  /// Of who is in both rounds.
  static func byStep(_ sides: MovementSides) -> MovementGrid {
    let steps = Movement.Step.allCases
    let movements = sides.now.movements
    return MovementGrid(
      lines: steps.map { Line(.init(key: $0.name, labels: [$0.label]), [Int($0.rawValue)]) }
        + [total(steps.count)],
      before: nobody(sides.before, of: steps.count),
      now: Part(sides.now, of: steps.count) { movements[$0]?.step.map { Int($0.rawValue) } })
  }

  /// Of who is in both rounds; one person may stand in several lines.
  static func byIdentity(_ sides: MovementSides) -> MovementGrid {
    let changes = Movement.Identity.names
    let size = 1 << changes.count
    let movements = sides.now.movements
    let same = LocalizedText(thai: "เหมือนเดิม", english: "The same")
    return MovementGrid(
      lines: [Line(.init(key: "same", labels: [same]), [0])]
        + changes.map { change, name in
          Line(
            .init(key: name, labels: [change.label]),
            (0..<size).filter { $0 & Int(change.rawValue) != 0 })
        } + [total(size)],
      before: nobody(sides.before, of: size),
      now: Part(sides.now, of: size) { movements[$0]?.identity.map { Int($0.rawValue) } })
  }

  /// Of the round before, by a dimension of its dataset.
  static func byMember(_ sides: MovementSides, of dimension: Dimension) -> MovementGrid {
    let places = dimension.rows
    let size = dimension.members.count
    var lines: [Line] = []
    for (index, member) in dimension.members.enumerated() {
      lines.append(
        Line(.init(key: member.key, labels: [member.labels[0]]), [index], needsSomeone: true))
      for group in dimension.groups where group.members.last == index {
        lines.append(
          Line(
            .init(key: group.key, labels: [Words.sum(of: group.label)], role: .subtotal),
            group.members, needsSomeone: true))
      }
    }
    return MovementGrid(
      lines: lines + [total(size)],
      before: Part(sides.before, of: size) { Int(places[$0]) }, now: nobody(sides.now, of: size))
  }

  static func bySchool(_ sides: MovementSides, _ linked: LinkedTables) -> MovementGrid {
    // The last class takes the rows whose school is not known.
    let unknown = linked.schools.count
    func part(_ side: MovementSides.Side) -> Part {
      let schools = linked.links[side.place].schools
      return Part(side, of: unknown + 1) { schools[$0].map { Int($0) } ?? unknown }
    }
    let lines = (0...unknown).map { index in
      let school = index < unknown ? linked.schools[index] : nil
      return Line(
        .init(
          key: school?.code ?? "unknown",
          labels: [
            LocalizedText(school == nil ? "" : String(index + 1)),
            LocalizedText(school?.code ?? ""), school.map { Words.name(of: $0) } ?? Words.unplaced,
          ]), [index], needsSomeone: true)
    }
    return MovementGrid(
      lines: lines + [total(unknown + 1, besides: 2)],
      before: part(sides.before), now: part(sides.now))
  }

  /// The moves from school to school, those of most pupils first, then in the order of the schools.
  static func byFlow(_ sides: MovementSides, _ linked: LinkedTables) -> MovementGrid {
    struct Flow: Hashable {
      let from: Int32
      let to: Int32
    }
    let schools = (
      now: linked.links[sides.now.place].schools, before: linked.links[sides.before.place].schools
    )
    var flows: [Flow] = []
    var places: [Flow: Int] = [:]
    let movements = sides.now.movements
    let classes = (0..<movements.count).map { row -> Int? in
      guard let other = movements.moved(row) else { return nil }
      let flow = Flow(from: schools.before[other] ?? .max, to: schools.now[row] ?? .max)
      if let place = places[flow] { return place }
      places[flow] = flows.count
      flows.append(flow)
      return flows.count - 1
    }
    let part = Part(sides.now, of: flows.count) { classes[$0] }
    let order = flows.indices.sorted { left, right in
      let counts = [left, right].map { part.count([$0], [.moved]) }
      return (-counts[0], flows[left].from, flows[left].to)
        < (-counts[1], flows[right].from, flows[right].to)
    }
    let lines = order.map { place in
      let ends = [flows[place].from, flows[place].to].map {
        $0 == .max ? nil : linked.schools[Int($0)]
      }
      return Line(
        .init(
          key: ends.map { $0?.code ?? "unknown" }.joined(separator: "-"),
          labels: ends.flatMap {
            [LocalizedText($0?.code ?? ""), $0.map { Words.name(of: $0) } ?? Words.unplaced]
          }), [place])
    }
    return MovementGrid(
      lines: flows.isEmpty ? [] : lines + [total(flows.count, besides: 3)],
      before: nobody(sides.before, of: flows.count), now: part)
  }
}
