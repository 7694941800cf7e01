/// Numbers and codes that were typed wrong, spoiled by a program, left out, or given out anew.
enum IdentifierSlips {
  static let all: [Slip] = [
    Slip("id-digit", .identifier, weight: 28, use: .anywhere, fits: hasNumber) { entry, desk in
      let place = desk.generator.pick([0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      return retype(place, of: &entry, using: &desk.generator)
    },
    // Weighs 11 in the sum, so that the check digit stays right.
    Slip("id-third-digit", .identifier, weight: 10, fits: hasNumber) { entry, desk in
      retype(2, of: &entry, using: &desk.generator)
    },
    Slip("id-swap", .identifier, weight: 12, use: .anywhere, fits: hasNumber) { entry, desk in
      var digits = Array(entry[.citizenID])
      let place = desk.generator.below(digits.count - 1)
      guard digits[place] != digits[place + 1] else { return false }
      digits.swapAt(place, place + 1)
      entry[.citizenID] = String(digits)
      return true
    },
    Slip("id-lossy", .identifier, weight: 6, fits: hasFullNumber) { entry, _ in
      let digits = Array(entry[.citizenID])
      entry[.citizenID] = "\(digits[0])." + String(digits[1...5]) + "E+12"
      return true
    },
    Slip("id-zeros-lost", .identifier, weight: 120, fits: { $0.child.hasZeroNumber }) {
      entry, _ in
      entry[.citizenID] = String(entry[.citizenID].drop { $0 == "0" })
      return true
    },
    Slip("id-hyphens", .identifier, weight: 5, use: .anywhere, fits: hasNumber) { entry, _ in
      let digits = Array(entry[.citizenID])
      let groups = [digits[0..<1], digits[1..<5], digits[5..<10], digits[10..<12], digits[12...]]
      entry[.citizenID] = groups.map { String($0) }.joined(separator: "-")
      return true
    },
    Slip("id-thai-digits", .identifier, weight: 4, use: .anywhere, fits: hasNumber) { entry, _ in
      entry[.citizenID] = Digits.thai(entry[.citizenID])
      return true
    },
    Slip("id-missing", .identifier, weight: 18, use: .anywhere) { entry, desk in
      entry[.citizenID] = desk.generator.pick(["", "-"])
      return true
    },
    Slip("gcode-and-number", .identifier, weight: 60, fits: isForeign) { entry, desk in
      entry.child.identity =
        entry.child.hasGCode
        ? desk.offices.newNumber() : desk.offices.newCode(province: desk.province)
      return true
    },
    // Registered late, so that the first school had to ask for a code.
    Slip("gcode-and-number", .identifier, weight: 4, fits: { !isForeign($0) }) { entry, desk in
      entry.child.identity = desk.offices.newCode(province: desk.province)
      return true
    },
    Slip("two-gcodes", .identifier, weight: 90, fits: { $0.child.hasGCode }) { entry, desk in
      entry.child.identity = desk.offices.newCode(province: desk.province)
      return true
    },
  ]

  private static func hasNumber(_ entry: Entry) -> Bool {
    !entry.child.hasGCode && entry[.citizenID].utf8.count == 13
  }
  private static func hasFullNumber(_ entry: Entry) -> Bool {
    hasNumber(entry) && !entry.child.hasZeroNumber
  }
  private static func isForeign(_ entry: Entry) -> Bool { entry.child.home.papers != .thai }

  private static func retype(
    _ place: Int, of entry: inout Entry, using generator: inout SeededGenerator
  ) -> Bool {
    var digits = Array(entry[.citizenID].utf8)
    guard digits.count == 13 else { return false }
    let digit = (Int(digits[place]) - 0x30 + generator.within(1...9)) % 10
    digits[place] = UInt8(0x30 + digit)
    entry[.citizenID] = String(decoding: digits, as: UTF8.self)
    return true
  }
}
