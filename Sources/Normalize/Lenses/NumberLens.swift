import Tables

/// Numbers: whole ones, or decimals in hundredths.
struct NumberLens: Lens {
  private let scale: Int
  private var numbers: [Int] = []
  private var missing = Bitmap()

  init(scale: Int) { self.scale = scale }

  mutating func take(_ cell: Cell) -> Bool {
    let number = Self.number(cell.text, scale: scale)
    numbers.append(number ?? 0)
    missing.append(number == nil)
    return number != nil || cell.text.isEmpty
  }

  func values(rows: Codes) -> CleanColumn.Values {
    .number(NumberColumn(rows: rows, values: numbers, missing: missing, scale: scale))
  }

  /// Reads `-?digits(.digits)?` times the scale, halves rounded away from zero.
  ///
  /// Nil for anything else, for a number of more than twelve digits, and for a part of a whole number.
  static func number(_ text: [UInt8], scale: Int) -> Int? {
    let isNegative = text.first == UInt8(ascii: "-")
    let unsigned = isNegative ? text[1...] : text[...]
    let dot = unsigned.firstIndex(of: UInt8(ascii: ".")) ?? unsigned.endIndex
    let whole = unsigned[..<dot]
    let part = unsigned[dot...].dropFirst()
    guard !whole.isEmpty, whole.count <= 12, Array(whole).isDigits,
      part.isEmpty || Array(part).isDigits, scale > 1 || part.isEmpty
    else { return nil }
    var number = whole.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } * scale
    var weight = scale / 10
    for digit in part {
      if weight == 0 {
        if digit >= UInt8(ascii: "5") { number += 1 }
        break
      }
      number += Int(digit - UInt8(ascii: "0")) * weight
      weight /= 10
    }
    return isNegative ? -number : number
  }
}
