/// A room: takes what the room before it made, and makes what the next one takes.
package protocol Stage<Input, Output>: Sendable {
  associatedtype Input: Sendable
  associatedtype Output: Sendable

  /// Does the room's work.
  ///
  /// `findings` holds what the rooms before found; the stage adds its own in the order of the data.
  func run(_ input: Input, findings: inout Findings) async throws -> Output
}
