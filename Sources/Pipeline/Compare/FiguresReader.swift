internal import Tables

/// Reads figures.csv of a round back into figures.
enum FiguresReader {
  struct Line {
    let id: FigureID
    let value: Figure.Value
    let unit: String
  }

  /// Why a file is none that a run has written; the sentence stands in manifests.
  struct Refusal: Error, Equatable {
    let reason: String
  }

  /// A larger file than a run of the whole nation would write.
  static let mostBytes = 256 << 20
  /// More figures than this are not kept in memory.
  static let mostFigures = 2_000_000

  private static let fields = 8

  /// The figures of some tables, or of all, in the order of the file.
  static func read(_ bytes: [UInt8], only tables: Set<String>? = nil) throws(Refusal) -> [Line] {
    do {
      return try lines(bytes, tables)
    } catch let damage as CSVReader.Damage {
      throw Refusal(reason: "line \(damage.line) is no line of figures.csv")
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(reason: "cannot be read")
    }
  }

  private static func lines(_ bytes: [UInt8], _ tables: Set<String>?) throws -> [Line] {
    var reader = CSVReader(bytes)
    let header = FiguresFile.header.split(separator: ",").map { String($0) }
    guard try reader.next(fields: fields),
      try header.indices.allSatisfy({ try reader.text($0) == header[$0] })
    else { throw CSVReader.Damage(line: 1) }
    var lines: [Line] = []
    var table = (bytes: [UInt8](), name: "", isKept: false)
    while try reader.next(fields: fields) {
      if !reader.field(0, equals: table.bytes) || table.name.isEmpty {
        let name = try reader.text(0)
        table = (reader.raw(0), name, tables?.contains(name) ?? true)
      }
      guard table.isKept else { continue }
      guard lines.count < mostFigures else {
        throw Refusal(reason: "holds more than \(mostFigures) figures to compare")
      }
      lines.append(try line(reader, of: table.name))
    }
    return lines
  }

  private static func line(_ reader: CSVReader, of table: String) throws -> Line {
    let unit = try reader.text(6)
    let parts = try (3...5).map { try reader.text($0) }
    guard let value = value(parts[0], parts[1], parts[2], unit: unit) else {
      throw CSVReader.Damage(line: reader.line)
    }
    return Line(
      id: FigureID(table: table, row: try reader.text(1), column: try reader.text(2)),
      value: value, unit: unit)
  }

  /// What the three parts of a figure stand for, as `FiguresFile.parts` writes them; nil for anything
  /// else.
  private static func value(
    _ value: String, _ numerator: String, _ denominator: String, unit: String
  ) -> Figure.Value? {
    guard numerator.isEmpty, denominator.isEmpty else {
      return unit == "share" || !isChange(value, numerator, denominator)
        ? quotient(value, numerator, denominator, unit: unit)
        : change(value, numerator, denominator)
    }
    switch value {
    case "": return .noData
    case "not computed": return .notComputed
    case "suppressed": return .suppressed
    default:
      if let count = Int(value) { return .count(count) }
      return FixedPoint.hundredths(value).map { .amount(hundredths: $0) }
    }
  }

  /// A quotient is written with a point, or is one by nothing; the difference of whole numbers is whole.
  private static func isChange(
    _ value: String, _ numerator: String, _ denominator: String
  ) -> Bool {
    Int(value) != nil || Int(denominator) == nil
      || (Int(numerator) == nil && change(value, numerator, denominator) != nil)
  }

  private static func change(
    _ value: String, _ numerator: String, _ denominator: String
  ) -> Figure.Value? {
    let texts = [value, numerator, denominator]
    let whole = texts.compactMap { Int($0) }
    let numbers = whole.count == 3 ? whole : texts.compactMap { FixedPoint.hundredths($0) }
    guard numbers.count == 3 else { return nil }
    let (difference, overflow) = numbers[1].subtractingReportingOverflow(numbers[2])
    guard !overflow, difference == numbers[0] else { return nil }
    return .change(numbers[1], from: numbers[2], in: whole.count == 3 ? .whole : .hundredths)
  }

  /// The unit tells a share from a ratio and a mean; where it does not, a part of a whole is a share.
  private static func quotient(
    _ value: String, _ numerator: String, _ denominator: String, unit: String
  ) -> Figure.Value? {
    guard let other = Int(denominator) else { return nil }
    var figure: Figure.Value?
    if let one = Int(numerator) {
      let isPart = unit != "mean" && (0...max(0, other)).contains(one)
      figure =
        unit == "ratio"
        ? .ratio(one, to: other)
        : unit == "share" || isPart ? .share(one, of: other) : .mean(one, of: other, scale: 1)
    } else if let sum = FixedPoint.hundredths(numerator) {
      figure = .mean(sum, of: other, scale: 100)
    }
    return figure.flatMap { figure in
      let isRight = figure.quotient.map { $0 == Double(value) } ?? value.isEmpty
      return isRight ? figure : nil
    }
  }
}
