/// How a child stands on the lists of a round, by the registration that counts.
struct Presence: Sendable {
  let person: Int
  /// The place of the school in the register.
  let school: Int
  let grade: Grade
  let identity: Identity
  let given: Int
  let surname: Surname

  init(_ registration: Registration, school: Int) {
    person = registration.person.number
    self.school = school
    grade = registration.grade
    identity = registration.person.identity
    given = registration.person.given
    surname = registration.person.surname
  }
}

extension EvolvingOffice {
  /// Of every child on the lists, in the order of their true numbers.
  var presences: [Presence] {
    rolls.enumerated().flatMap { place, roll in
      roll.registrations.filter { !$0.isFurther }.map { Presence($0, school: place) }
    }.sorted { $0.person < $1.person }
  }
}
