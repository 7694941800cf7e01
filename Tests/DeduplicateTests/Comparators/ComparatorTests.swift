import Deduplicate
import Tables
import TestKit
import Testing

/// How far two rows agree, comparator by comparator.
@Suite struct ComparatorTests {
  /// The level of two rows of a table, the same in both directions.
  private func level(_ comparison: String, _ model: String, _ table: String) async throws -> String?
  {
    let all = "keys: { all: [same] }\ncomparisons:\n" + model
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = ([lines[0] + ",same"] + lines.dropFirst().map { $0 + ",1" }).joined(separator: "\n")
    let match = MatchCase(all, rows)
    let there = try await match.level(comparison, 1, 2)
    let back = try await match.level(comparison, 2, 1)
    #expect(there == back)
    return there
  }

  @Test func theListNamesEveryFileOfItsFolder() throws {
    let files = try ProjectFiles.swiftFiles("Sources/Deduplicate/Comparators")
    #expect(DeduplicatePlan.comparators.count == files.subtracting(["Comparator"]).count)
    let levels = DeduplicatePlan.comparators.map { $0.levels }
    // Four bits hold a level, and 0 is `missing`.
    #expect(levels.allSatisfy { 1...15 ~= $0.count && Set($0).count == $0.count })
  }

  // MARK: Identifiers

  @Test(arguments: [
    ("1100000000016", "1100000000016", "equal"), ("G642000000001", "G642000000001", "equal"),
    // Its check digit is wrong on both sides.
    ("1100000000017", "1100000000017", "equal-unsound"),
    ("1100000000016", "1100000100016", "one-slip"),
    // Two neighbours swapped; a digit left out; a digit too many.
    ("1100000000016", "1010000000016", "one-slip"), ("1200000000017", "120000000017", "one-slip"),
    ("1100000000016", "11000000000016", "one-slip"),
    // One that lacks a digit was taken for one that lost the zero in front.
    ("1234567890121", "0123456789021", "one-slip"),
    // The third digit has no weight in the check.
    ("1100000000016", "1110000000016", "one-slip-both-sound"),
    ("0100000000019", "100000000019", "zeros-lost"),
    ("1100000000016", "G642000000001", "g-code-and-number"),
    ("G642000000002", "G642000000001", "two-g-codes"),
    ("1100000000017", "1234567890120", "different"),
    ("1100000000016", "1234567890120", "different"),
    ("1100000000016", "1234567890121", "two-numbers"),
    // As twins are numbered.
    ("1100000000016", "1100000000024", "two-numbers"),
    ("1100000000016", "1100000000017", "slip-at-end"),
    ("1100000000016", "", "missing"), ("1100000000016", "12345678", "missing"),
    ("1100000000016", "0000000000000", "missing"), ("1100000000016", "ไม่มี", "missing"),
    ("ไม่มี", "ไม่มี", "missing"),
  ])
  func identifiers(one: String, other: String, expected: String) async throws {
    let found = try await level(
      "number", "  number: { compares: identifier, of: id }", "id:identifier\n\(one)\n\(other)")
    #expect(found == expected)
  }

  // MARK: Names

  @Test(arguments: [
    ("สมชาย", "สมชาย", "equal"), ("ณัฐพล", "นัฐพล", "same-sound"), ("Anna", "ANNA", "same-sound"),
    ("สมชาย", "สมชาน", "slip"), ("สมชาย", "สมาย", "slip"), ("สมชาย", "สชมาย", "slip"),
    // Two letters are a slip in a long name only.
    ("abcdefgh", "abcdefxy", "slip"), ("abcdefg", "abcdexy", "alike"),
    // Of two letters each one is half of the name.
    ("ab", "ac", "alike"),
    ("ธนา", "ธนากร", "part"), ("ชาย", "สมชาย", "part"),
    ("สมชาย", "วิภา", "different"), ("กข", "กขคง", "different"),
    ("สมชาย", "", "missing"), ("-", "-", "missing"),
  ])
  func names(one: String, other: String, expected: String) async throws {
    let found = try await level(
      "given", "  given: { compares: name, of: name }", "name\n\(one)\n\(other)")
    #expect(found == expected)
  }

  /// Twins are called ธนพล and ธนพร, and both names are usual ones.
  @Test func oneLetterBetweenTwoUsualNamesIsNoSlip() async throws {
    let rows = ["ธนพล", "ธนพร"].flatMap { name in (0..<10).map { _ in name + ",1" } }
    let match = MatchCase(
      "keys: { all: [same] }\ncomparisons:\n  given: { compares: name, of: name }",
      (["name,same"] + rows + ["ธนพณ,1"]).joined(separator: "\n"))
    #expect(try await match.level("given", 1, 11) == "alike")
    #expect(try await match.level("given", 1, 21) == "slip")
  }

  private static let twoNames = """
      given: { compares: name, of: first, with: last }
      surname: { compares: name, of: last, with: first, second: true }
    """

  @Test(arguments: [
    ("สมชาย,ใจดี", "ใจดี,สมชาย", "swapped", "missing"),
    ("สมชาย,ใจดี", "สมชาย ใจดี,", "swapped", "missing"),
    ("สมชาย ใจดี,", "ใจดี,สมชาย", "swapped", "missing"),
    ("สมชาย,ใจดี", "สมชาย,มีสุข", "equal", "different"),
    ("สมชาย,ใจดี", "ใจดี,มีสุข", "different", "different"),
    // One name alone is no swap.
    ("สมชาย,", ",สมชาย", "missing", "missing"),
  ])
  func swappedNames(one: String, other: String, given: String, surname: String) async throws {
    let table = "first,last\n\(one)\n\(other)"
    #expect(try await level("given", Self.twoNames, table) == given)
    #expect(try await level("surname", Self.twoNames, table) == surname)
  }

  @Test(arguments: [
    ("วิภา,สมศรี", "วิภา,สมศรี", "equal"), ("วิภา,วิภา", "วิภา,สมศรี", "missing"),
    ("วิภา,สมศรี", "สมใจ,สมใจ", "missing"), ("วิภา,", "วิภา,", "equal"),
  ])
  func aNameOfAnotherColumnHasBeenCompared(one: String, other: String, expected: String)
    async throws
  {
    let found = try await level(
      "guardian", "  guardian: { compares: name, of: guardian, unless: [mother] }",
      "guardian,mother\n\(one)\n\(other)")
    #expect(found == expected)
  }

  // MARK: Dates

  @Test(arguments: [
    ("2017-11-05", "2017-11-05", "equal"), ("2017-01-01", "2017-01-01", "equal-new-year"),
    ("2017-11-05", "2017-05-11", "swapped"), ("2017-11-05", "1474-11-05", "other-era"),
    // One digit, or two that are swapped.
    ("2017-11-05", "2017-11-06", "one-part"), ("2017-11-05", "2017-11-15", "one-part"),
    ("2017-11-12", "2017-11-21", "one-part"), ("2017-11-05", "2018-11-05", "one-part"),
    ("2017-11-05", "2071-11-05", "one-part"), ("2017-11-05", "2017-07-05", "one-part"),
    ("2017-11-05", "2017-01-01", "new-year"),
    ("2017-11-05", "2017-11-16", "different"), ("2017-11-05", "1998-11-05", "different"),
    ("2017-11-05", "2016-01-01", "different"), ("2017-11-05", "2018-12-06", "different"),
    ("2017-11-05", "", "missing"),
  ])
  func dates(one: String, other: String, expected: String) async throws {
    let found = try await level(
      "birth", "  birth: { compares: date, of: day }", "day:date\n\(one)\n\(other)")
    #expect(found == expected)
  }

  // MARK: Others

  @Test(arguments: [
    ("12,3,ในเมือง", "12,3,ในเมือง", "house"), ("12,3,ในเมือง", "13,3,ในเมือง", "village"),
    (",3,ในเมือง", ",3,ในเมือง", "village"), ("12,3,ในเมือง", "12,4,ในเมือง", "outermost"),
    ("12,3,ในเมือง", "12,3,นอกเมือง", "different"), ("12,3,", "12,3,ในเมือง", "missing"),
  ])
  func addresses(one: String, other: String, expected: String) async throws {
    let found = try await level(
      "address", "  address: { compares: address, of: [house, village, tambon] }",
      "house,village,tambon\n\(one)\n\(other)")
    #expect(found == expected)
  }

  @Test(arguments: [
    ("ป.3", "ป.3", "equal"), ("ป.3", "ป.4", "one-step"), ("ป.4", "ป.3", "one-step"),
    ("ป.6", "ม.1", "one-step"), ("ป.3", "ป.5", "further"), ("อ.1", "ม.6", "further"),
    ("ป.3", "", "missing"), ("ป.3", "ป.9", "missing"),
  ])
  func steps(one: String, other: String, expected: String) async throws {
    let found = try await level(
      "grade", "  grade: { compares: steps, of: grade, order: codes/grade.csv }",
      "grade\n\(one)\n\(other)")
    #expect(found == expected)
  }

  @Test(arguments: [("ช", "ช", "equal"), ("ช", "ญ", "different"), ("ช", "", "missing")])
  func sameness(one: String, other: String, expected: String) async throws {
    let found = try await level(
      "sex", "  sex: { compares: same, of: sex }", "sex\n\(one)\n\(other)")
    #expect(found == expected)
  }

  @Test(arguments: [
    ("20010001", "20010001", "same"), ("20010001", "20010002", "other"),
    ("20010001", "", "missing"),
  ])
  func schools(one: String, other: String, expected: String) async throws {
    let match = MatchCase(
      """
      school: { code: school_code }
      keys: { all: [same] }
      comparisons: { school: { compares: school } }
      """, "school_code,same\n\(one),1\n\(other),1")
    #expect(try await match.level("school", 1, 2) == expected)
  }
}
