/// Why records cannot be read, without their place; whoever knows the place adds it.
struct RecordFault: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }

  static let short = RecordFault("a record is shorter than its kind must be")
}
