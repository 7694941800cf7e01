import TestKit

/// An office whose schools and pupils are called what would break a page, a workbook or a terminal.
enum HostileOffice {
  static let names = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "+1+1",
    "-2", "@SUM(A1)", "</td></table><h1>ก</h1>", "ก\u{202E}ข\u{2066}ค", "]]>&amp;{{{body}}}",
    "javascript:alert(1)", "'; DROP TABLE pupils; --", String(repeating: "ยาวมาก", count: 1_667),
  ]

  static var files: [(path: String, bytes: [UInt8])] {
    let schools = names.indices.map { "2001\(String($0 + 10_001).dropFirst())" }
    let register =
      ["รหัสโรงเรียน,รหัสกระทรวง (10 หลัก),ชื่อโรงเรียน,ระดับที่เปิดสอน"]
      + zip(schools, names).map { "\($0),1020\($0.suffix(6)),\(quoted($1))," }
    let pupils = names.indices.flatMap { place in
      (0..<15).map { number -> [String: String] in
        let name = quoted(names[(place + number) % names.count])
        return [
          "school_code": schools[place], "school_name": quoted(names[place]),
          // Every fifth is registered in the next school as well.
          "citizen_id": CheckedNumber.make(
            number == 0 ? (place / 2) * 100 : place * 100 + number),
          "student_number": "\(number)", "first_name": number % 2 == 0 ? name : "สมมุติ",
          "last_name": number % 3 == 0 ? name : "ทดสอบ", "room": number == 1 ? name : "1",
          "birth_date": number == 2 ? name : "05/11/2560",
        ]
      }
    }
    return [
      (path: "register/schools.csv", bytes: Array(register.joined(separator: "\n").utf8)),
      (path: "dmc/list.csv", bytes: Array(SmallOffice.list(pupils).utf8)),
    ]
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
