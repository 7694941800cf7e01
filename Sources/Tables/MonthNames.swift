/// The months as people and spreadsheets write them, in Thai and in English.
package enum MonthNames {
  /// The number of a month's name, which is written without dots and in lower case.
  package static func number(of name: [UInt8]) -> Int? { numbers[name] }

  private static let spellings: [[String]] = [
    ["มค", "มกรา", "มกราคม", "jan", "january"],
    ["กพ", "กุมภา", "กุมภาพันธ์", "feb", "february"],
    ["มีค", "มีนา", "มีนาคม", "mar", "march"],
    ["เมย", "เมษา", "เมษายน", "apr", "april"],
    ["พค", "พฤษภา", "พฤษภาคม", "may"],
    ["มิย", "มิถุนา", "มิถุนายน", "jun", "june"],
    ["กค", "กรกฎา", "กรกฎาคม", "กรกฏาคม", "jul", "july"],
    ["สค", "สิงหา", "สิงหาคม", "aug", "august"],
    ["กย", "กันยา", "กันยายน", "sep", "sept", "september"],
    ["ตค", "ตุลา", "ตุลาคม", "oct", "october"],
    ["พย", "พฤศจิกา", "พฤศจิกายน", "nov", "november"],
    ["ธค", "ธันวา", "ธันวาคม", "dec", "december"],
  ]

  private static let numbers: [[UInt8]: Int] = {
    var numbers: [[UInt8]: Int] = [:]
    for (month, names) in spellings.enumerated() {
      for name in names { numbers[Array(name.utf8)] = month + 1 }
    }
    return numbers
  }()
}
