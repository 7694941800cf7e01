internal import Settings

extension GrowthReference {
  private static let mostBytes = 2 << 20
  private static let months = 0...300
  private static let heights = 2000...25_000
  /// Two neighbouring heights farther apart than this are a hole, in hundredths of a centimetre.
  private static let widestStep = 500

  /// Reads `measure,sex,at` and then either `l,m,s` or a column for each line, such as `sd-2`.
  ///
  /// Throws a `SettingsError` with the line of the first mistake.
  package init(csv: String, file: String) throws {
    guard csv.utf8.count <= Self.mostBytes else {
      throw SettingsError(
        "is too large for a table of growth: more than 2 MB", at: Place(file: file))
    }
    let list = try CodeList(csv: csv, file: file)
    let form = try Header(list.columns, at: Place(file: file, line: list.headerLine))
    var lines: [Key: [Line]] = [:]
    for (row, number) in zip(list.rows, list.lines) {
      let line = try Line(row, form, at: Place(file: file, line: number))
      lines[line.key, default: []].append(line)
    }
    guard !lines.isEmpty else {
      throw SettingsError(
        "expected a header and a line for each age or height", at: Place(file: file))
    }
    self.init(try lines.mapValues { try Self.joined($0) })
    for measure in GrowthMeasure.allCases {
      let known = GrowthSex.allCases.filter {
        lines[Key(measure: measure, sex: $0)] != nil
      }
      guard known.count == 1 else { continue }
      throw SettingsError(
        "\(measure.rawValue) has lines for \(known[0].rawValue) only", at: Place(file: file))
    }
  }

  /// The lines of one measure and sex in order; throws for one that stands twice and for holes.
  private static func joined(_ lines: [Line]) throws -> Lines {
    var joined = Lines()
    let sorted = lines.sorted { ($0.at, $0.place.line) < ($1.at, $1.place.line) }
    for (index, line) in sorted.enumerated() {
      if let before = joined.places.last {
        let what = "\(line.key.measure.rawValue), \(line.key.sex.rawValue)"
        if before == line.at {
          throw SettingsError(
            "\(what), \(line.text) stands twice; first in line \(sorted[index - 1].place.line)",
            at: line.place)
        }
        let isHeight = line.key.measure.goesByHeight
        if line.at - before > (isHeight ? widestStep : 1) {
          throw SettingsError(
            "\(what): nothing between \(sorted[index - 1].text) and \(line.text) "
              + (isHeight ? "cm" : "months"), at: line.place)
        }
      }
      joined.places.append(line.at)
      joined.curves.append(line.curve)
    }
    return joined
  }

  /// The columns of the table, and which of the two forms they are.
  private struct Header {
    static let places = ["measure", "sex", "at"]
    static let formula = ["l", "m", "s"]

    let columns: [String]
    /// The scores of the lines in the order of the columns; nil for L, M and S.
    let scores: [Double]?

    init(_ columns: [String], at place: Place) throws {
      self.columns = columns
      guard Set(columns).count == columns.count else {
        throw SettingsError("a column stands twice in the header", at: place)
      }
      for column in Self.places where !columns.contains(column) {
        throw SettingsError("the header lacks the column '\(column)'", at: place)
      }
      let others = columns.filter { !Self.places.contains($0) }
      if others.contains(where: { Self.formula.contains($0) }) {
        for column in others where !Self.formula.contains(column) {
          throw SettingsError(
            "unknown column '\(column)'; beside l, m and s there is none", at: place)
        }
        for column in Self.formula where !others.contains(column) {
          throw SettingsError("the header lacks the column '\(column)'", at: place)
        }
        scores = nil
        return
      }
      let scores = try others.map { column in
        guard column.hasPrefix("sd"), let score = Double(column.dropFirst(2)), -10...10 ~= score
        else {
          throw SettingsError(
            "unknown column '\(column)'; expected one such as sd-2, sd0 or sd+1.5, or l, m and s",
            at: place)
        }
        return score
      }
      guard scores.count >= 2 else {
        throw SettingsError(
          "expected at least two columns such as sd-2 and sd+2, or l, m and s", at: place)
      }
      guard zip(scores, scores.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw SettingsError("the columns sd… must rise from left to right", at: place)
      }
      self.scores = scores
    }
  }

  /// One line of the table.
  private struct Line {
    let place: Place
    let key: Key
    let at: Int
    /// The age or height as written.
    let text: String
    let curve: GrowthCurve

    init(_ row: [String], _ header: Header, at place: Place) throws {
      self.place = place
      let fields = Dictionary(
        zip(header.columns, row.map { Settings(.word($0), at: place) }),
        uniquingKeysWith: { first, _ in first })
      let field = { (name: String) in fields[name] ?? Settings(.nothing, at: place) }
      let measure = try field("measure").choice(of: GrowthMeasure.self, called: "measure")
      key = Key(measure: measure, sex: try field("sex").choice(of: GrowthSex.self, called: "sex"))
      at = measure.goesByHeight ? try Self.height(field("at")) : try Self.months(field("at"))
      text = try field("at").word
      guard let scores = header.scores else {
        let curve = GrowthCurve(
          .formula(
            l: try Self.number(field("l"), -50...50), m: try Self.number(field("m"), 0.1...1000),
            s: try Self.number(field("s"), 0.0001...10)))
        guard curve.isSound else {
          throw SettingsError("l, m and s give no lines that rise from -3 to +3", at: place)
        }
        self.curve = curve
        return
      }
      let names = header.columns.filter { !Header.places.contains($0) }
      let values = try names.map { try Self.number(field($0), 0.1...1000) }
      for index in values.indices.dropFirst() where values[index] <= values[index - 1] {
        throw SettingsError(
          "'\(names[index])' must be above '\(names[index - 1])', "
            + "found \(values[index]) and \(values[index - 1])", at: place)
      }
      curve = GrowthCurve(.lines(values, scores: scores))
    }

    private static func number(
      _ field: Settings, _ range: ClosedRange<Double>
    ) throws -> Double {
      guard let number = try? field.decimal, range ~= number else {
        throw field.expected("a number from \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }

    private static func months(_ field: Settings) throws -> Int {
      guard let months = try? field.number, GrowthReference.months ~= months else {
        throw field.expected(
          "completed months from \(GrowthReference.months.lowerBound)"
            + " to \(GrowthReference.months.upperBound)")
      }
      return months
    }

    private static func height(_ field: Settings) throws -> Int {
      let expected = field.expected("centimetres from 20 to 250, with two decimals at most")
      guard let height = try? field.decimal, 20...250 ~= height,
        let hundredths = Int(exactly: (height * 100).rounded()),
        abs(height * 100 - Double(hundredths)) < 1e-6, GrowthReference.heights ~= hundredths
      else { throw expected }
      return hundredths
    }
  }
}
