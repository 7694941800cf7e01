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
    guard let value = value(parts[0], parts[1], parts[2], isShare: unit == "share") else {
      throw CSVReader.Damage(line: reader.line)
    }
    return Line(
      id: FigureID(table: table, row: try reader.text(1), column: try reader.text(2)),
      value: value, unit: unit)
  }

  /// What the three parts of a figure stand for, as `FiguresFile.parts` writes them; nil for anything
  /// else.
  static func value(
    _ value: String, _ numerator: String, _ denominator: String, isShare: Bool = false
  ) -> Figure.Value? {
    guard numerator.isEmpty, denominator.isEmpty else {
      return parted(value, numerator, denominator, isShare: isShare)
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

  /// A change is the difference of its parts; a share is written with a point, or is one of nothing.
  private static func parted(
    _ value: String, _ numerator: String, _ denominator: String, isShare: Bool
  ) -> Figure.Value? {
    if !isShare, let now = Int(numerator), let before = Int(denominator),
      let difference = Int(value)
    {
      let (own, overflow) = now.subtractingReportingOverflow(before)
      return !overflow && own == difference ? .change(now, from: before) : nil
    }
    if let part = Int(numerator), let whole = Int(denominator),
      whole == 0 ? value.isEmpty : Double(value) == Double(part) / Double(whole)
    {
      return .share(part, of: whole)
    }
    guard let now = FixedPoint.hundredths(numerator),
      let before = FixedPoint.hundredths(denominator),
      let difference = FixedPoint.hundredths(value), !isShare
    else { return nil }
    let (own, overflow) = now.subtractingReportingOverflow(before)
    return !overflow && own == difference ? .change(now, from: before, in: .hundredths) : nil
  }
}
