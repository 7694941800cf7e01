internal import Tables

/// How wide the columns of a table are, in digits of its type.
///
/// The only sums in this room: they decide how a sheet or a page is laid out, never what it says.
package struct TableWidths: Sendable {
  package let stubs: [Int]
  package let columns: [Int]

  /// Sentences wrap beyond this.
  private static let widestText = 72

  /// Names wrap beyond the widest stub.
  package init(_ table: DocumentTable, widestStub: Int = 38) {
    stubs = table.stubs.indices.map { stub in
      let labels = table.rows.map { Self.widestLine(of: $0.labels[stub]) }
      let widest = max(labels.max() ?? 0, Self.width(of: table.stubs[stub]))
      return min(widest, table.textStubs.contains(stub) ? Self.widestText : widestStub) + 2
    }
    columns = table.columns.indices.map { column in
      let figures = table.rows.map { Self.width(of: NumberText.of($0.cells[column])) }
      let heading = table.columns[column].headings.last { !$0.isEmpty } ?? ""
      return max(figures.max() ?? 0, Self.longestWord(of: heading), 2) + 2
    }
  }

  package var stubTotal: Int { stubs.reduce(0, +) }
  package var total: Int { stubTotal + columns.reduce(0, +) }

  /// Cuts the columns into runs that fit a width beside the stubs, at the groups of the top heading.
  ///
  /// A group that alone is wider than that is cut inside, where one of its own groups begins.
  package func parts(of grid: HeaderGrid, within width: Int) -> [Range<Int>] {
    let room = max(width - stubTotal, 12)
    var parts: [Range<Int>] = []
    var start = 0
    for group in groups(of: grid) {
      if start < group.lowerBound, sum(start..<group.upperBound) > room {
        parts.append(start..<group.lowerBound)
        start = group.lowerBound
      }
      while sum(start..<group.upperBound) > room {
        let cut = cut(from: start, before: group.upperBound, room: room, in: grid)
        parts.append(start..<cut)
        start = cut
      }
    }
    if start < columns.count { parts.append(start..<columns.count) }
    return parts
  }

  private func cut(from start: Int, before end: Int, room: Int, in grid: HeaderGrid) -> Int {
    var cut = start + 1
    while cut + 1 < end, sum(start..<(cut + 1)) <= room { cut += 1 }
    let inner = grid.depth > 2 ? grid.cells(inRow: 1).map { $0.column } : []
    return inner.last { start < $0 && $0 <= cut } ?? cut
  }

  private func groups(of grid: HeaderGrid) -> [Range<Int>] {
    let starts = grid.groupStarts
    return starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : columns.count)
    }
  }

  private func sum(_ range: Range<Int>) -> Int { columns[range].reduce(0, +) }

  /// The number of digits' widths that a text takes.
  ///
  /// Thai vowels and tone marks above and below stand on the letter before them and take none:
  /// U+0E31, U+0E34–0E3A, U+0E47–0E4E (Unicode, general category Mn).
  package static func width(of text: String) -> Int {
    var (width, isASCII) = (0, true)
    for byte in text.utf8 {
      isASCII = isASCII && byte < 0x80
      width += 1
    }
    return isASCII ? width : text.unicodeScalars.reduce(0) { $0 + self.width(of: $1) }
  }

  /// The widths of the parts of a text between signs such as line ends, for it may have many.
  static func widths(of text: String, between sign: Unicode.Scalar) -> [Int] {
    var widths = [0]
    for scalar in text.unicodeScalars {
      if scalar == sign {
        widths.append(0)
      } else {
        widths[widths.count - 1] += width(of: scalar)
      }
    }
    return widths
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E, 0x0300...0x036F, 0x200B...0x200F,
      0x202A...0x202E, 0x2066...0x2069:
      0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60: 2
    default: 1
    }
  }

  private static func widestLine(of text: String) -> Int {
    widths(of: text, between: "\n").max() ?? 0
  }

  private static func longestWord(of text: String) -> Int {
    widths(of: text, between: " ").max() ?? 0
  }
}
