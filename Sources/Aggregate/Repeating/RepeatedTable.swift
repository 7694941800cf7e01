internal import Settings

/// A table whose figures another table repeats, and where that is said.
package struct RepeatedTable: Sendable {
  let id: String
  let place: Place

  init(_ id: String, at place: Place) {
    self.id = id
    self.place = place
  }
}
