import Synth
import Testing

@Suite struct CitizenNumberTests {
  @Test(arguments: [1_000_000_000_009, 1, 1_234_567_890_121, 1_100_000_000_016] as [UInt64])
  func knownNumbersAreValid(number: UInt64) {
    #expect(CitizenNumber.isValid(number))
    #expect(!CitizenNumber.isValid(number + 1))
  }

  @Test func everyNumberIsValidAndNoneComesTwice() {
    let numbers = (0..<60_000).flatMap { slot in
      [0, 1, 2, 7].flatMap { first in
        [false, true].map {
          CitizenNumber.make(slot: slot, isSecondTwin: $0, first: first)
        }
      }
    }
    #expect(numbers.allSatisfy { CitizenNumber.isValid($0) })
    #expect(Set(numbers).count == numbers.count)
  }

  /// Offices 99xx and 09xx were never set up, so no number can be a living person's.
  @Test func numbersNameOfficesThatThereAreNot() {
    for slot in 0..<1000 {
      let number = CitizenNumber.make(slot: slot, isSecondTwin: false, first: slot % 3)
      let office = number / 100_000_000 % 10_000
      #expect(office / 100 == 99 || office / 100 == 9)
    }
  }

  @Test func twinsHaveNumbersInSequence() {
    let first = CitizenNumber.make(slot: 77, isSecondTwin: false, first: 1)
    let second = CitizenNumber.make(slot: 77, isSecondTwin: true, first: 1)
    #expect(second / 10 == first / 10 + 1)
  }
}
