import Synth
import Tables
import Testing

@Suite struct RegisterTests {
  private static let made = Result {
    RegisterRound(try SynthSettings(schools: 80, students: 20_000, seed: 7))
  }

  private let round: RegisterRound

  init() throws { round = try Self.made.get() }

  /// What the further row of a child must hold against the first.
  private static let claims: [String: @Sendable (RegisterRound, Int, Int) -> Bool] = [
    "id-exact": { isSame($0, $1, $2, .citizenID) },
    "branch": { isSame($0, $1, $2, .citizenID) && !isSame($0, $1, $2, .schoolCode) },
    "boarding": { isSame($0, $1, $2, .citizenID) && !isSame($0, $1, $2, .schoolCode) },
    "id-digit": { differing($0, $1, $2) == 1 },
    "id-third-digit": {
      differing($0, $1, $2) == 1 && CitizenNumber.isValid(UInt64($0.cell($2, .citizenID)) ?? 0)
    },
    "id-swap": {
      differing($0, $1, $2) == 2
        && $0.cell($1, .citizenID).sorted() == $0.cell($2, .citizenID).sorted()
    },
    "id-lossy": { $0.cell($2, .citizenID).hasSuffix("E+12") },
    "id-zeros-lost": {
      (1..<13).contains($0.cell($2, .citizenID).utf8.count)
        && UInt64($0.cell($2, .citizenID)) == UInt64($0.cell($1, .citizenID))
    },
    "id-hyphens": {
      $0.cell($2, .citizenID).filter { $0 != "-" } == $0.cell($1, .citizenID)
    },
    "id-thai-digits": { $0.cell($2, .citizenID) == Digits.thai($0.cell($1, .citizenID)) },
    "id-missing": { ["", "-"].contains($0.cell($2, .citizenID)) },
    "gcode-and-number": {
      $0.cell($1, .citizenID).hasPrefix("G") != $0.cell($2, .citizenID).hasPrefix("G")
    },
    "two-gcodes": { round, one, other in
      [one, other].allSatisfy { round.cell($0, .citizenID).hasPrefix("G") }
        && !isSame(round, one, other, .citizenID)
    },
    "title-glued": { round, _, row in
      ["ด.ช.", "ด.ญ.", "นาย", "น.ส.", "นางสาว", "เด็ก"].contains(
        where: round.cell(row, .firstName).hasPrefix)
    },
    "title-abbreviated": { ["ด.ช.", "ด.ญ.", "น.ส."].contains($0.cell($2, .title)) },
    "title-moved-on": { !isSame($0, $1, $2, .title) },
    "given-name-changed": {
      !isSame($0, $1, $2, .firstName) && isSame($0, $1, $2, .citizenID)
    },
    "surname-changed": { !isSame($0, $1, $2, .lastName) },
    "names-swapped": {
      $0.cell($1, .firstName) == $0.cell($2, .lastName)
        && $0.cell($2, .firstName) == $0.cell($1, .lastName)
    },
    "names-in-one-cell": {
      $0.cell($2, .firstName) == $0.cell($1, .firstName) + " " + $0.cell($1, .lastName)
        && $0.cell($2, .lastName) == "-"
    },
    "one-name": { $0.cell($1, .lastName) != "-" && $0.cell($2, .lastName) == "-" },
    "spelling-tone": isSpelledOtherwise, "spelling-karan": isSpelledOtherwise,
    "spelling-letter": isSpelledOtherwise, "spelling-vowel": isSpelledOtherwise,
    "spelling-liquid": isSpelledOtherwise, "spelling-ai": isSpelledOtherwise,
    "spelling-sara-am": isSpelledOtherwise, "spelling-typo": isSpelledOtherwise,
    "birth-swapped": { round, one, other in
      let (left, right) = (parts(round, one), parts(round, other))
      return left == [right[1], right[0], right[2]] && left != right
    },
    "birth-common-era": { 1990...2030 ~= (Int(parts($0, $2)[2]) ?? 0) },
    "birth-digit": {
      zip($0.cell($1, .birthDate), $0.cell($2, .birthDate)).filter { $0 != $1 }.count == 1
    },
    "birth-first-of-january": {
      $0.cell($2, .birthDate).hasPrefix("01/01/") && !isSame($0, $1, $2, .birthDate)
    },
  ]

  /// Those that only stand beside others.
  private static let besides: Set<String> = [
    "mother-missing", "father-missing", "mother-spelling", "father-spelling",
  ]

  @Test func everyKindOfDuplicateIsPlantedAndIsWhatItSays() throws {
    var seen: Set<String> = []
    for cluster in try round.clusters.values {
      let first = try #require(cluster.first { $0.kind == "first" })
      for member in cluster where member.kind != "first" {
        seen.formUnion(member.kind.split(separator: "+").map { String($0) })
        // The first row may have lost its identifier, as a twin's.
        guard let claim = Self.claims[member.kind], first.row > 1,
          !["", "-"].contains(round.cell(first.row, .citizenID))
        else { continue }
        let holds = claim(round, first.row, member.row)
        #expect(holds, "\(member)")
      }
    }
    #expect(seen == Set(Self.claims.keys).union(Self.besides))
  }

  @Test func oneDuplicateInFourHasSeveralThingsWrong() throws {
    let further = try round.clusters.values.joined().filter { $0.kind != "first" }
    #expect(300...650 ~= further.count)
    let combined = further.filter { $0.kind.contains("+") }.count
    #expect(further.count / 6...further.count / 3 ~= combined)
  }

  @Test func aClusterIsAllRowsOfOnePerson() throws {
    let people = try round.peopleByRow
    #expect(people.count == round.students.records.count - 1)
    let rows = Dictionary(grouping: people.keys) { people[$0] ?? "" }.mapValues { Set($0) }
    let several = Set(rows.values.filter { $0.count > 1 })
    let clusters = try round.clusters.values.map { Set($0.map { $0.row }) }
    let isWhole = Set(clusters) == several
    #expect(isWhole)
    #expect(rows.count == 20_000)
    #expect(clusters.contains { $0.count == 3 })
  }

  @Test func furtherEntriesStandInTheSameSchoolInTheOfficeAndOutside() throws {
    let places = try round.clusters.values.flatMap { cluster in
      cluster.dropFirst().map { member in
        let codes = [cluster[0].row, member.row].map { round.cell($0, .schoolCode) }
        return codes[0] == codes[1] ? 0 : codes[0].prefix(4) == codes[1].prefix(4) ? 1 : 2
      }
    }
    let counts = (0...2).map { place in places.filter { $0 == place }.count }
    #expect(counts[0] > 20 && counts[1] > counts[0] + counts[2] && counts[2] > 10)
  }

  /// What a pair that must not be joined is like.
  private static let looks: [String: @Sendable (RegisterRound, Int, Int) -> Bool] = [
    "twins": { isSame($0, $1, $2, .birthDate) && isSame($0, $1, $2, .lastName) },
    "siblings": { !isSame($0, $1, $2, .birthDate) },
    "namesakes": { isSame($0, $1, $2, .sex) },
    "collision": {
      isSame($0, $1, $2, .citizenID) && !isSame($0, $1, $2, .firstName)
        && ($0.cell($1, .citizenID).hasPrefix("G")
          || CitizenNumber.isValid(UInt64($0.cell($1, .citizenID)) ?? 0))
    },
  ]

  @Test func everyKindOfLookAlikeIsPlantedAndIsTwoPersons() throws {
    let people = try round.peopleByRow
    var unlike: [String: Int] = [:]
    for line in round.negatives.rows {
      let rows = [try #require(Int(line[2])), try #require(Int(line[4]))]
      #expect(people[rows[0]] != people[rows[1]])
      let look = try #require(Self.looks[line[0]])
      if !look(round, rows[0], rows[1]) { unlike[line[0], default: 0] += 1 }
    }
    let kinds = Dictionary(grouping: round.negatives.rows) { $0[0] }.mapValues { $0.count }
    #expect(Set(kinds.keys) == Set(Self.looks.keys))
    // A few were mistyped, as any row may be.
    for (kind, count) in kinds { #expect(unlike[kind] ?? 0 <= count / 25, "\(kind)") }
    #expect(150...450 ~= kinds["twins"] ?? 0)
    #expect(kinds["namesakes"] ?? 0 > 40)
    #expect(kinds["collision"] ?? 0 > 20)
  }

  @Test func mostTwinsHaveNumbersInSequenceAndSomeHaveNearNames() throws {
    let twins = round.negatives.rows.filter { $0[0] == "twins" }
    let rows = try twins.map { (try #require(Int($0[2])), try #require(Int($0[4]))) }
    let inSequence = rows.filter { one, other in
      let numbers = [one, other].compactMap { UInt64(round.cell($0, .citizenID)) }
      return numbers.count == 2
        && numbers[0].distance(to: numbers[1]).magnitude < 20
    }
    #expect(inSequence.count > twins.count * 7 / 10)
    let near = rows.filter { one, other in
      let names = [one, other].map { Array(round.cell($0, .firstName).unicodeScalars) }
      return names[0].count > 3 && names[0].prefix(2) == names[1].prefix(2)
    }
    #expect(near.count > twins.count / 10)
  }

  @Test func someSiblingsAreOneYearApartAndSomeNamesakesBornTheSameDay() throws {
    let pairs = try round.negatives.rows.map {
      ($0[0], try #require(Int($0[2])), try #require(Int($0[4])))
    }
    let birthdays = pairs.filter {
      $0.0 == "siblings"
        && Array(Self.parts(round, $0.1)[..<2]) == Array(Self.parts(round, $0.2)[..<2])
    }
    #expect(birthdays.count > 20)
    let sameDay = pairs.filter { $0.0 == "namesakes" }
      .map { Self.isSame(round, $0.1, $0.2, .birthDate) }
    #expect(Set(sameDay) == [true, false])
  }

  @Test func numbersAreValidAndBelongToOneChildUnlessTheTruthSaysOtherwise() throws {
    let people = try round.peopleByRow
    let rows = 2...round.students.records.count
    let numbers = rows.filter { round.cell($0, .citizenID).utf8.count == 13 }
    let wrong = numbers.filter { row in
      !round.cell(row, .citizenID).hasPrefix("G")
        && !CitizenNumber.isValid(UInt64(round.cell(row, .citizenID)) ?? 0)
    }
    #expect(wrong.count * 100 < rows.count)
    let colliding = Set(
      round.negatives.rows.filter { $0[0] == "collision" }.flatMap { [$0[2], $0[4]] })
    let shared = Dictionary(grouping: numbers) { round.cell($0, .citizenID) }.values
    for rows in shared where Set(rows.map { people[$0] }).count > 1 {
      let isPlanted = rows.allSatisfy { colliding.contains(String($0)) }
      #expect(isPlanted, "\(rows)")
    }
  }

  @Test func namesAreAsDiverseAsInANation() {
    let rows = 2...round.students.records.count
    let given = Dictionary(grouping: rows) { round.cell($0, .firstName) }.mapValues { $0.count }
    let surnames = Dictionary(grouping: rows) { round.cell($0, .lastName) }.mapValues { $0.count }
    #expect(given.count > 3000 && surnames.count > 5000)
    #expect(80...400 ~= given.values.max() ?? 0)
  }

  @Test func theSameSettingsGiveTheSameBytes() throws {
    let settings = try SynthSettings(schools: 80, students: 20_000, seed: 7)
    let isSame = RegisterRound.files(settings) == round.files
    #expect(isSame)
    let (eight, nine) = (
      RegisterRound.files(try SynthSettings(schools: 8, students: 1000, seed: 8)),
      RegisterRound.files(try SynthSettings(schools: 8, students: 1000, seed: 9))
    )
    let isOther = eight["input/dmc/students.csv"] != nine["input/dmc/students.csv"]
    #expect(isOther)
  }

  @Test func aCleanRegisterHoldsNobodyTwice() throws {
    let clean = RegisterRound(try SynthSettings(schools: 8, students: 2000, isClean: true))
    #expect(clean.students.records.count == 2001)
    #expect(clean.duplicates.rows.isEmpty)
    #expect(!clean.negatives.rows.contains { $0[0] == "collision" || $0[0] == "namesakes" })
  }

  @Test func moreAreRegisteredTwiceWhereMoreAreAskedFor() throws {
    let many = RegisterRound(try SynthSettings(schools: 8, students: 2000, twice: 200))
    #expect(350...700 ~= many.students.records.count - 2001)
  }

  @Test func aRegisterOfOneSchoolIsMadeToo() throws {
    let small = RegisterRound(try SynthSettings(schools: 1, students: 300, twice: 100))
    #expect(try small.peopleByRow.count == small.students.records.count - 1)
  }

  private static let isSpelledOtherwise: @Sendable (RegisterRound, Int, Int) -> Bool = {
    isSame($0, $1, $2, .firstName) != isSame($0, $1, $2, .lastName)
  }

  private static func isSame(
    _ round: RegisterRound, _ one: Int, _ other: Int, _ column: StudentColumn
  ) -> Bool {
    // By scalars: strings take some orders of marks for equal.
    round.cell(one, column).utf8.elementsEqual(round.cell(other, column).utf8)
  }

  private static func differing(_ round: RegisterRound, _ one: Int, _ other: Int) -> Int {
    zip(round.cell(one, .citizenID), round.cell(other, .citizenID)).filter { $0 != $1 }.count
  }

  /// Day, month and year of birth as they stand.
  private static func parts(_ round: RegisterRound, _ row: Int) -> [String] {
    round.cell(row, .birthDate).split(separator: "/").map { String($0) }
  }
}
