import Synth
import Tables
import Testing

@Suite struct SynthSettingsTests {
  @Test func eachRoundHasItsDay() throws {
    #expect(try SynthSettings(year: 2569, term: 1).asOf.iso == "2026-06-10")
    #expect(try SynthSettings(year: 2569, term: 2).asOf.iso == "2026-11-10")
    #expect(try SynthSettings(year: 2569, term: 3).asOf.iso == "2027-03-31")
  }

  @Test func aRoundIsReadFromItsName() throws {
    let round = try SynthSettings.round("2569/1")
    #expect(round.year == 2569 && round.term == 1)
  }

  @Test(arguments: [
    ("2569-1", "the round is '2569-1', expected a year and a term as in 2569/1"),
    ("", "the round is '', expected a year and a term as in 2569/1"),
  ])
  func aMisspeltRoundIsTold(text: String, message: String) {
    #expect(message == self.message { _ = try SynthSettings.round(text) })
  }

  @Test func theRoundsOfAListAreTheSettingsOfEach() throws {
    let rounds = try SynthSettings(seed: 5).rounds("2568/1,2568/3,2569/2")
    #expect(rounds.map { $0.name } == ["2568/1", "2568/3", "2569/2"])
    #expect(rounds.allSatisfy { $0.seed == 5 })
    #expect(rounds.map { $0.next.name } == ["2568/2", "2569/1", "2569/3"])
  }

  @Test(arguments: [
    (
      "2568/1,2569/9",
      "the round is 2569/9, expected a year from 2550 to 2600 and a term 1 to 3"
    ),
    ("2568/1,", "the round is '', expected a year and a term as in 2569/1"),
    (
      "2568/1",
      "the round 2568/1 stands alone, expected two or more as in 2568/1,2568/2,2569/1"
    ),
    (
      "2568/2,2568/1", "the round 2568/1 follows 2568/2, expected the earlier one first"
    ),
    (
      "2568/2,2568/2", "the round 2568/2 follows 2568/2, expected the earlier one first"
    ),
    (
      "2567/1,2569/1",
      "the round 2569/1 follows 2567/1, expected one of the same academic year or of the next"
    ),
  ])
  func aWrongListOfRoundsIsTold(list: String, message: String) {
    #expect(message == self.message { _ = try SynthSettings().rounds(list) })
  }

  @Test func whatCannotBeMadeIsTold() {
    #expect(
      message { _ = try SynthSettings(schools: 0) }
        == "there are 0 schools, expected 1 to 30000")
    #expect(
      message { _ = try SynthSettings(schools: 10, students: 79) }
        == "there are 79 students, expected 80 (8 a school) to 20000000")
    #expect(
      message { _ = try SynthSettings(year: 2026) }
        == "the round is 2026/1, expected a year from 2550 to 2600 and a term 1 to 3")
    #expect(
      message { _ = try SynthSettings(twice: 501) }
        == "twice is 501 of a thousand students, expected 0 to 500")
  }

  private func message(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }
}
