internal import Tables

/// The schools of a run: those of the register, then those that only rows name.
///
/// A school is known by its eight-digit SMIS code, its ten-digit ministry code, or its six-digit OBEC
/// code, which is the end of the ministry's; the province in one need not be that in the other. It is
/// never known by its name, for 184 names occur twice or more inside one office.
struct SchoolDirectory {
  private(set) var schools: [School] = []
  /// For the register's own rows: the place of their school.
  private(set) var ownRows: [Int32?] = []
  /// The schools of the register that a code means: one, unless the register is wrong.
  private var meanings: [String: [Int]] = [:]
  /// The schools that only rows name, by their code.
  private var strangers: [String: Int] = [:]

  /// The columns of a register that hold codes, the school's own one first.
  private static let codeColumns = ["school_code", "ministry_code", "obec_code"]

  init(register: CleanTable?) {
    guard let register else { return }
    ownRows = Array(repeating: nil, count: register.count)
    var known: [String: Int] = [:]
    for row in 0..<register.count where register.accepted[row] {
      let codes = Self.codeColumns.map { Self.padded(register[$0]?.string(row) ?? "") }
      guard let code = codes.first, !code.isEmpty else { continue }
      if let place = known[code] {
        ownRows[row] = Int32(place)
        continue
      }
      known[code] = schools.count
      ownRows[row] = Int32(schools.count)
      let ends = codes.filter { $0.count == 10 }.map { String($0.suffix(6)) }
      for key in Set(codes + ends) where !key.isEmpty {
        meanings[key, default: []].append(schools.count)
      }
      let name = register["school_name"]?.string(row) ?? ""
      schools.append(School(code: code, name: name, registerRow: row))
    }
  }

  /// The school of every row; a code that the register lacks makes a school of its own.
  ///
  /// So does a code that means several schools. The work is done per distinct code.
  mutating func link(_ table: CleanTable, _ columns: SchoolColumns) -> [Int32?] {
    guard let codes = table.columns[columns.code].text else {
      preconditionFailure("a school's code is text")
    }
    var firstRows = [Int?](repeating: nil, count: codes.dictionary.count)
    codes.rows.forEach { row, raw in
      let code = Int(codes.meaning[Int(raw)])
      if firstRows[code] == nil, table.accepted[row] { firstRows[code] = row }
    }
    var meaning = [Int32?](repeating: nil, count: codes.dictionary.count)
    let known = firstRows.indices.map { (text: codes.dictionary.string(of: UInt32($0)), code: $0) }
    for (text, code) in known.sorted(by: { $0.text < $1.text })
    where meanings[text] != nil || Self.isCode(text) {
      guard let row = firstRows[code] else { continue }
      meaning[code] = place(of: Self.padded(text)) {
        columns.name.map { table.columns[$0].string(row) } ?? ""
      }
    }
    let schools = codes.meaning.map { meaning[Int($0)] }
    var places: [Int32?] = []
    places.reserveCapacity(table.count)
    codes.rows.forEach { row, raw in
      places.append(table.accepted[row] ? schools[Int(raw)] : nil)
    }
    return places
  }

  /// What can be a school's code; anything else came from a cell that has moved, and is no school.
  private static func isCode(_ text: String) -> Bool {
    5...10 ~= text.utf8.count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// Five digits were six and seven were eight before a numeric cell lost the zero in front.
  private static func padded(_ code: String) -> String {
    isCode(code) && [5, 7].contains(code.utf8.count) ? "0" + code : code
  }

  private mutating func place(of code: String, name: () -> String) -> Int32 {
    let known = meanings[code] ?? []
    if known.count == 1 { return Int32(known[0]) }
    if let place = strangers[code] { return Int32(place) }
    strangers[code] = schools.count
    schools.append(School(code: code, name: name(), registerRow: nil, meanings: known.count))
    return Int32(schools.count - 1)
  }

  /// The office of every school: as the register says, or that of a school there whose code begins alike.
  func offices(register: CleanTable?, _ columns: SchoolColumns?) -> [String] {
    guard let (column, digits) = columns?.office else { return schools.map { _ in "" } }
    let known = register?[column]
    var byPrefix: [Substring: String] = [:]
    for school in schools {
      guard let row = school.registerRow, let known, !known.isMissing(row) else { continue }
      let prefix = school.code.prefix(digits)
      if byPrefix[prefix] == nil { byPrefix[prefix] = known.string(row) }
    }
    return schools.map { school in
      let own = school.registerRow.flatMap { row in
        known.flatMap { $0.isMissing(row) ? nil : $0.string(row) }
      }
      let prefix = school.code.prefix(digits)
      return own ?? byPrefix[prefix] ?? String(prefix)
    }
  }
}
