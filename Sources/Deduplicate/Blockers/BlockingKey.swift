internal import Settings
internal import Tables

/// What two rows must have in common to be compared at all: the hash of one or more columns.
struct BlockingKey: Sendable {
  /// What of a column goes into the key.
  enum Part: Sendable {
    /// How a text sounds; any other value as it is.
    case value(Int)
    /// The last digits of a number, whatever stands or lacks before them.
    case lastDigits(Int, Int)
    /// The first digits of a number.
    case firstDigits(Int, Int)
    /// A number without one of its digits, counted from the end: equal for two that differ there.
    case withoutDigit(Int, Int)
    /// A number with two neighbours in order, counted from the end: equal for two that swap them.
    case swappedDigits(Int, Int)
    /// The year of a date.
    case year(Int)
    /// The words of several columns, in any order and shared out in any way.
    case words([Int])
  }

  let name: String
  let parts: [Part]

  /// The columns that it is made of, by their places among those used.
  var columns: [Int] {
    parts.flatMap { part in
      switch part {
      case .value(let column), .lastDigits(let column, _), .firstDigits(let column, _),
        .withoutDigit(let column, _), .swappedDigits(let column, _), .year(let column):
        [column]
      case .words(let columns): columns
      }
    }
  }

  /// A key as the model names it: one, or for `one_off` one for each digit.
  static func keys(
    named name: String, _ settings: Settings, _ uses: inout ColumnUses
  ) throws -> [BlockingKey] {
    var parts: [Part] = []
    var oneOff: [[Part]] = []
    for item in settings.items {
      guard case .word = item.value else {
        try item.allow(only: ["first", "last", "of", "words", "one_off", "year"])
        if let words = item["words"] {
          parts.append(.words(try words.items.map { try uses.place(of: $0, kinds: .text) }))
        } else if let column = item["year"] {
          parts.append(.year(try uses.place(of: column, kinds: .date)))
        } else if let column = item["one_off"] {
          let place = try uses.place(of: column, kinds: .identifier)
          oneOff.append(
            (0..<13).map { .withoutDigit(place, $0) } + (0..<12).map { .swappedDigits(place, $0) })
        } else {
          let count = try item["first"] ?? item.required("last")
          let digits = try count.number
          guard 1...16 ~= digits else { throw count.expected("a number of digits from 1 to 16") }
          let place = try uses.place(of: item.required("of"), kinds: .identifier)
          parts.append(
            item["first"] == nil ? .lastDigits(place, digits) : .firstDigits(place, digits))
        }
        continue
      }
      parts.append(.value(try uses.place(of: item)))
    }
    guard let choices = oneOff.first else { return [BlockingKey(name: name, parts: parts)] }
    return choices.map { BlockingKey(name: name, parts: parts + [$0]) }
  }
}
