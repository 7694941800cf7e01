import Synth
import Tables
import Testing

@Suite struct PlantedTests {
  private static let made = Result {
    SingleRound(try SynthSettings(schools: 80, students: 20_000, seed: 7))
  }

  private let round: SingleRound

  init() throws { round = try Self.made.get() }

  /// What a row must hold for the rule that is said to speak.
  private static let claims: [String: @Sendable (SingleRound, Int) -> Bool] = [
    "id-missing": { isEmpty($0, $1, [.citizenID]) },
    "id-length": { number($0, $1).isEmpty == false && number($0, $1).utf8.count == 12 },
    "id-check-digit": {
      number($0, $1).utf8.count == 13 && !CitizenNumber.isValid(UInt64(number($0, $1)) ?? 0)
    },
    "id-lossy": { $0.cell($1, .citizenID).hasSuffix("E+12") },
    "id-unreadable": { $0.cell($1, .citizenID).contains("XXX") },
    "gcode-malformed": {
      $0.cell($1, .citizenID).hasPrefix("G") && $0.cell($1, .citizenID).utf8.count == 10
    },
    "gcode-province": {
      $0.cell($1, .citizenID).dropFirst(3).prefix(2) != $0.cell($1, .schoolCode).prefix(2)
    },
    "birth-missing": { isEmpty($0, $1, [.birthDate]) },
    "birth-unreadable": {
      let parts = $0.cell($1, .birthDate).split(separator: "/").map { Int($0) ?? 0 }
      return parts.count != 3 || parts[0] == 0 || parts[1] > 12 || parts[..<2] == [31, 2]
    },
    "birth-future": { year($0, $1) == 2623 },
    "birth-common-era": { 2000...2030 ~= year($0, $1) },
    "birth-two-digit-year": { 0...99 ~= year($0, $1) },
    "id-zeros-restored": { (1..<13).contains($0.cell($1, .citizenID).utf8.count) },
    "surname-missing": { $0.cell($1, .lastName).isEmpty },
    "name-missing": { isEmpty($0, $1, [.firstName]) },
    "school-unknown": { $0.cell($1, .schoolCode).dropFirst(4).hasPrefix("9") },
    "grade-unknown": { ["พิเศษ", "ป.7", "ม.8", "ประถม"].contains($0.cell($1, .grade)) },
    "grade-not-offered": { ["ม.1", "ม.4"].contains($0.cell($1, .grade)) },
    "room-missing": { ["", "-", "0"].contains($0.cell($1, .room)) },
    "sex-unknown": { !["ช", "ญ"].contains($0.cell($1, .sex)) },
    "title-unknown": { ["คุณ", "น้อง", "เด็กขาย"].contains($0.cell($1, .title)) },
    "title-sex": { isBoyTitle($0, $1) != ($0.cell($1, .sex) == "ช") },
    "title-age": {
      isBoyTitle($0, $1) == ($0.cell($1, .sex) == "ช")
        && $0.cell($1, .title).hasPrefix("เด็ก") == ((Int($0.cell($1, .age)) ?? 0) >= 15)
    },
    "age-stated": { abs(statedAge($0, $1) - (2569 - year($0, $1))) >= 2 },
    "age-for-grade": { abs(statedAge($0, $1) - (2569 - year($0, $1))) <= 1 },
    "weight-missing": { ["", "0"].contains($0.cell($1, .weight)) },
    "height-missing": { ["", "0"].contains($0.cell($1, .height)) },
    "weight-range": { Double($0.cell($1, .weight)).map { !(8...150 ~= $0) } ?? false },
    "height-range": { Double($0.cell($1, .height)).map { !(70...200 ~= $0) } ?? false },
    "weight-height-swapped": {
      (Double($0.cell($1, .weight)) ?? 0) > (Double($0.cell($1, .height)) ?? 0)
    },
    "row-long": { $0.students.records[$1 - 1].count == 37 },
    "row-short": { $0.students.records[$1 - 1].count == 33 },
    "row-unplaced": {
      $0.cell($1, .schoolCode).isEmpty && $0.cell($1, .citizenID).isEmpty
        && $0.cell($1, .firstName).isEmpty && !$0.cell($1, .grade).isEmpty
    },
    "gcode-thai": {
      $0.cell($1, .citizenID).hasPrefix("G") && $0.cell($1, .nationality) == "ไทย"
    },
    "id-of-thai": { "123".contains(first($0, $1)) && $0.cell($1, .nationality) != "ไทย" },
    "id-check-digit-zero": {
      first($0, $1) == "0" && !CitizenNumber.isValid(UInt64(number($0, $1)) ?? 0)
    },
    "student-number-missing": { isEmpty($0, $1, [.studentNumber]) },
    "student-number-unreadable": { Int($0.cell($1, .studentNumber)) == nil },
    "school-missing": { $0.cell($1, .schoolCode).isEmpty },
    "school-code-malformed": { $0.cell($1, .schoolCode).utf8.count == 9 },
    "row-shifted": {
      $0.cell($1, .road).utf8.count == 13 || $0.cell($1, .village).contains("/25")
    },
    "grade-missing": { $0.cell($1, .grade).isEmpty },
    "room-unreadable": { Int($0.cell($1, .room)) == nil },
    "sex-missing": { $0.cell($1, .sex).isEmpty },
    "title-missing": { isEmpty($0, $1, [.title]) },
    "age-unreadable": { Int($0.cell($1, .age)) == nil },
    "weight-unreadable": { Double($0.cell($1, .weight)) == nil },
    "height-unreadable": { Double($0.cell($1, .height)) == nil },
    "name-damaged": { isBroken($0, $1, [.firstName, .lastName]) },
    "name-miswritten": { isMistyped($0, $1, [.firstName, .lastName]) },
    "name-has-title": {
      ["ด.ช.", "ด.ญ.", "นาย", "น.ส.", "เด็ก"].contains(
        where: $0.cell($1, .firstName).hasPrefix)
    },
    "parent-name-missing": {
      isEmpty($0, $1, [.fatherFirstName, .motherFirstName, .guardianFirstName])
    },
    "parent-surname-missing": {
      isEmpty($0, $1, [.fatherLastName, .motherLastName, .guardianLastName])
    },
    "parent-name-miswritten": { isMistyped($0, $1, [.motherFirstName, .guardianLastName]) },
    "parent-name-damaged": { isBroken($0, $1, [.guardianFirstName, .motherLastName]) },
    "parent-name-has-title": {
      $0.cell($1, .fatherFirstName).hasPrefix("นาย")
        || $0.cell($1, .fatherFirstName).hasPrefix("ส.ต.")
        || ["นาง ", "น.ส.", "นางสาว"].contains(where: $0.cell($1, .motherFirstName).hasPrefix)
    },
    "origin-missing": {
      isEmpty($0, $1, [.religion, .race]) || $0.cell($1, .nationality) == "ไม่ระบุ"
    },
    "choice-unknown": { round, row in
      let made = [
        "C", "พุธ", "ไทบ", "ฐานะปานกลาง", "เพื่อนบ้าน", "ช่างเสริมสวย", "ขับรถ", "หมอลำ", "ต่างด้าว",
      ]
      return round.students.records[row - 1].contains(where: made.contains)
    },
    "flag-unknown": { !["-", "/"].contains($0.cell($1, .notRemovable)) },
    "address-missing": { isEmpty($0, $1, [.houseNumber, .subdistrict, .district, .province]) },
    "text-damaged": {
      isBroken($0, $1, [.schoolName, .houseNumber, .road, .subdistrict, .province])
    },
    "house-number-date": { $0.cell($1, .houseNumber).contains("-") },
    "room-gap": { Int($0.cell($1, .room)).map { $0 > 2 } ?? false },
    "room-nearly-empty": { Int($0.cell($1, .room)).map { $0 > 1 } ?? false },
    "id-twice-in-school": { !$0.cell($1, .citizenID).isEmpty },
    "id-in-two-schools": { !$0.cell($1, .citizenID).isEmpty },
    "id-shared": { !$0.cell($1, .citizenID).isEmpty },
    "gcode-and-number": { !$0.cell($1, .citizenID).isEmpty },
    "child-twice-in-school": { !$0.cell($1, .citizenID).isEmpty },
    "child-in-two-schools": { !$0.cell($1, .citizenID).isEmpty },
  ]

  @Test func everyLineOfTruthPointsAtARowThatHoldsIt() throws {
    var seen: Set<String> = []
    for line in round.planted.rows {
      let row = try #require(Int(line[4]))
      let claim = try #require(Self.claims[line[0]], "no claim is known for \(line[0])")
      #expect(claim(round, row), "\(line)")
      seen.insert(line[0])
    }
    #expect(seen == Set(Self.claims.keys))
  }

  @Test func everyKindOfDamageHasAClaim() {
    // The list in one file lacks the columns of skills.
    let kinds = Damages.findings.map { Damages.all[$0] }.filter { $0.demand != .skills }
    #expect(Set(kinds.map { $0.name }).isSubset(of: Set(Self.claims.keys)))
  }

  @Test func noRowIsPlantedTwiceButInPairs() {
    let pairs = Set(Pair.Kind.allCases.flatMap { $0.rules })
    let places = round.planted.rows.filter { !pairs.contains($0[0]) }.map { $0[4] }
    #expect(Set(places).count == places.count)
    let lines = round.planted.rows.map { "\($0[0]) \($0[4])" }
    #expect(Set(lines).count == lines.count)
    let members = Set(round.duplicates.rows.map { $0[3] })
    for line in round.planted.rows where pairs.contains(line[0]) {
      #expect(members.contains(line[4]), "\(line)")
    }
  }

  @Test func membersOfAClusterAreOfItsKindAndOnlyTheyShareANumber() throws {
    var clusters: [String: [(kind: String, row: Int)]] = [:]
    for line in round.duplicates.rows {
      clusters[line[0], default: []].append((line[1], try #require(Int(line[3]))))
    }
    let people = try peopleByRow()
    var sharing = 0
    for members in clusters.values {
      #expect(members.count == 2)
      let numbers = Set(members.map { digits(round.cell($0.row, .citizenID)) })
      sharing += numbers.count == 1 ? 1 : 0
      let schools = Set(members.map { round.cell($0.row, .schoolCode) })
      let isOnePerson = Set(members.map { people[$0.row] }).count == 1
      switch members[0].kind {
      case "same-school": #expect(schools.count == 1 && isOnePerson)
      case "same-office": #expect(schools.count == 2 && isOnePerson)
      default: #expect(!isOnePerson && numbers.count == 1)
      }
    }
    let rows = 2...round.students.records.count
    let numbers = rows.map { digits(round.cell($0, .citizenID)) }.filter { $0.utf8.count > 10 }
    let twice = Dictionary(grouping: numbers) { $0 }.filter { $0.value.count > 1 }
    #expect(twice.count == sharing && sharing < clusters.count)
  }

  @Test func totalsAreThoseOfThePeople() throws {
    let registered = round.totals.rows.compactMap { Int($0[3]) }.reduce(0, +)
    let persons = round.totals.rows.compactMap { Int($0[4]) }.reduce(0, +)
    #expect(registered == round.people.rows.count)
    #expect(persons == Set(round.people.rows.map { $0[2] }).count)
  }

  private func peopleByRow() throws -> [Int: String] {
    var people: [Int: String] = [:]
    for line in round.people.rows { people[try #require(Int(line[1]))] = line[2] }
    return people
  }

  private func digits(_ text: String) -> String {
    let plain = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    return String(
      plain.unicodeScalars.compactMap { scalar -> Character? in
        switch scalar.value {
        case 0x30...0x39, 0x47: Character(scalar)
        case 0xE50...0xE59: Character(String(scalar.value - 0xE50))
        case 0x4F: "0"
        default: nil
        }
      })
  }

  private static func number(_ round: SingleRound, _ row: Int) -> String {
    let text = round.cell(row, .citizenID)
    return text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? text : ""
  }

  private static func first(_ round: SingleRound, _ row: Int) -> Character {
    number(round, row).first ?? "-"
  }

  private static func isEmpty(
    _ round: SingleRound, _ row: Int, _ columns: [StudentColumn]
  ) -> Bool {
    columns.contains { ["", "-"].contains(round.cell(row, $0)) }
  }

  private static func isBroken(
    _ round: SingleRound, _ row: Int, _ columns: [StudentColumn]
  ) -> Bool {
    columns.contains { round.cell(row, $0).unicodeScalars.contains("\u{FFFD}") }
  }

  private static func isMistyped(
    _ round: SingleRound, _ row: Int, _ columns: [StudentColumn]
  ) -> Bool {
    columns.contains { column in
      round.cell(row, column).unicodeScalars.contains { $0.isASCII }
        || round.cell(row, column).unicodeScalars.first == "\u{E48}"
    }
  }

  private static func year(_ round: SingleRound, _ row: Int) -> Int {
    Int(round.cell(row, .birthDate).split(separator: "/").last ?? "") ?? 0
  }

  private static func statedAge(_ round: SingleRound, _ row: Int) -> Int {
    Int(round.cell(row, .age)) ?? 0
  }

  private static func isBoyTitle(_ round: SingleRound, _ row: Int) -> Bool {
    ["เด็กชาย", "นาย"].contains(round.cell(row, .title))
  }
}
