import Synth
import Tables
import Testing

@Suite struct PeopleTests {
  private let settings: SynthSettings
  private let registrations: [(school: SyntheticSchool, pupil: Registration)]

  init() throws {
    settings = try SynthSettings(schools: 60, students: 15_000, seed: 11, isClean: true)
    var office = Office(settings)
    registrations = office.schools.flatMap { school in
      office.roll(of: school).registrations.map { (school, $0) }
    }
  }

  @Test func thereAreAsManyAsWereAskedFor() {
    #expect(registrations.count == 15_000)
  }

  @Test func everyChildHasAnIdentityOfItsOwn() {
    #expect(Set(registrations.map { $0.pupil.person.identity }).count == registrations.count)
    #expect(Set(registrations.map { $0.pupil.person.number }).count == registrations.count)
  }

  @Test func agesFitTheGradeGiveOrTakeAYear() {
    for (_, pupil) in registrations {
      let age = pupil.person.birth.years(until: settings.ageDay)
      #expect(abs(age - pupil.grade.age) <= 1)
    }
  }

  @Test func bodiesArePlausible() {
    for (_, pupil) in registrations {
      #expect(80...1500 ~= pupil.weight && 700...2000 ~= pupil.height)
      #expect(pupil.weight < pupil.height)
    }
  }

  @Test func roomsAreNumberedWithoutGaps() {
    let rooms = Dictionary(grouping: registrations) { "\($0.school.code) \($0.pupil.grade.text)" }
    for pupils in rooms.values {
      let numbers = Set(pupils.map { $0.pupil.room })
      #expect(numbers == Set(1...numbers.count))
    }
  }

  @Test func gCodesNameTheProvinceOfTheSchoolAndTheirChildrenAreNotThai() {
    let coded = registrations.filter { $0.pupil.person.identity.text.hasPrefix("G") }
    #expect(!coded.isEmpty)
    for (school, pupil) in coded {
      #expect(pupil.person.identity.text.dropFirst(3).hasPrefix(String(school.province)))
      #expect(pupil.person.household.nationality > 0)
    }
  }

  @Test func twinsFollowEachOtherWithOtherNamesAndTheNextNumber() {
    let pairs = zip(registrations, registrations.dropFirst()).filter { one, other in
      one.pupil.person.birth == other.pupil.person.birth
        && one.pupil.person.household.surname == other.pupil.person.household.surname
    }
    #expect(pairs.count > 50)
    for (one, other) in pairs {
      #expect(one.pupil.person.givenName != other.pupil.person.givenName)
      let numbers = [one, other].compactMap { UInt64($0.pupil.person.identity.text) }
      if numbers.count == 2 { #expect(numbers[1] / 10 == numbers[0] / 10 + 1) }
    }
  }

  @Test func brothersAndSistersShareAHome() {
    let homes = Dictionary(grouping: registrations) {
      "\($0.school.code) \($0.pupil.person.household.surname) \($0.pupil.person.household.house)"
    }
    #expect(homes.values.contains { $0.count >= 3 })
  }

  @Test func aFamilyWithACodeSharesNoSurnameWithOneThatHasNumbers() {
    let spelled = Dictionary(grouping: registrations) { pupil in
      var bytes: [UInt8] = []
      Surnames.append(pupil.pupil.person.household.surname, to: &bytes)
      return bytes
    }
    for pupils in spelled.values {
      let isCoded = pupils.map { $0.pupil.person.household.papers == .gCode }
      #expect(Set(isCoded).count == 1)
    }
  }

  @Test func twoSchoolsShareAName() {
    let office = Office(settings)
    #expect(office.schools[3].name == office.schools[8].name)
    #expect(Set(office.schools.map { $0.code }).count == office.schools.count)
    #expect(office.schools[0].code == "20010001")
  }
}
