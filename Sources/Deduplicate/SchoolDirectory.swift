internal import Tables

/// The schools of a run: those of the register, then those that only rows name.
///
/// A school is known by its eight-digit code, its ten-digit ministry code, or the last six digits
/// of that one; never by its name, for 184 names occur twice or more inside one office.
struct SchoolDirectory {
  private(set) var schools: [School] = []
  /// For the register's own rows: the place of their school.
  private(set) var ownRows: [Int32?] = []
  /// The place of the school that a code means; -1 when it means several.
  private var places: [String: Int] = [:]

  init(register: CleanTable?) {
    guard let register, let codes = register["school_code"] else { return }
    ownRows = Array(repeating: nil, count: register.count)
    for row in 0..<register.count where register.accepted[row] {
      let code = codes.string(row)
      guard !code.isEmpty else { continue }
      if let known = places[code], known >= 0, schools[known].code == code {
        ownRows[row] = Int32(known)
        continue
      }
      let name = register["school_name"]?.string(row) ?? ""
      let ministry = register["ministry_code"]?.string(row) ?? ""
      ownRows[row] = Int32(schools.count)
      for key in [code, ministry, ministry.count == 10 ? String(ministry.suffix(6)) : ""]
      where !key.isEmpty {
        places[key] = places[key] == nil || key == code ? schools.count : -1
      }
      schools.append(School(code: code, name: name, registerRow: row))
    }
  }

  /// The school of every row; a code that the register lacks makes a school of its own.
  ///
  /// The work is done per distinct code.
  mutating func link(_ table: CleanTable, _ columns: SchoolColumns) -> [Int32?] {
    guard let codes = table.columns[columns.code].text else {
      preconditionFailure("a school's code is text")
    }
    var firstRows: [UInt32: Int] = [:]
    codes.rows.forEach { row, raw in
      let code = codes.meaning[Int(raw)]
      if table.accepted[row], firstRows[code] == nil { firstRows[code] = row }
    }
    var meaning = [Int32?](repeating: nil, count: codes.dictionary.count)
    for (code, row) in firstRows.map({ (codes.dictionary.string(of: $0.key), $0.value) }).sorted(
      by: <)
    where places[code] != nil || Self.isCode(code) {
      guard let index = codes.dictionary.find(code) else { continue }
      meaning[Int(index)] = place(of: code) {
        columns.name.map { table.columns[$0].string(row) } ?? ""
      }
    }
    return (0..<table.count).map { table.accepted[$0] ? meaning[Int(codes.code($0))] : nil }
  }

  /// What can be a school's code; anything else came from a cell that has moved, and is no school.
  private static func isCode(_ text: String) -> Bool {
    5...10 ~= text.utf8.count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }

  private mutating func place(of code: String, name: () -> String) -> Int32 {
    if let known = places[code], known >= 0 { return Int32(known) }
    places[code] = schools.count
    schools.append(School(code: code, name: name(), registerRow: nil))
    return Int32(schools.count - 1)
  }
}
