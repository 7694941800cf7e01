/// A child on the list of a school.
package struct Registration: Sendable {
  package var person: Person
  package var grade: Grade
  package var room: Int
  /// Unique only inside the school.
  package var studentNumber: Int
  /// Tenths of a kilogram.
  package var weight: Int
  /// Tenths of a centimetre.
  package var height: Int
  package let blood: Int
  package var isNotRemovable = false
  /// Two cells that others have filled are left empty.
  package var isThin = false
  /// The row stays as it is: something else counts on it.
  package var isReserved = false
  /// What is wrong with its room, where that shows in this row.
  package var roomMistake: RoomMistake?
  /// The place of its damage among all damages.
  package var damage: Int?
  /// The place of its pair among the pairs of the office.
  package var pair: Int?
  /// Registers a person once more, and is the registration that does not count.
  package var isFurther = false

  package init(
    person: Person, grade: Grade, room: Int, studentNumber: Int, weight: Int, height: Int,
    blood: Int
  ) {
    self.person = person
    self.grade = grade
    self.room = room
    self.studentNumber = studentNumber
    self.weight = weight
    self.height = height
    self.blood = blood
  }

  /// Nothing is planted here yet, and nothing planted elsewhere counts on it.
  package var isUntouched: Bool { damage == nil && pair == nil && !isReserved }
}
