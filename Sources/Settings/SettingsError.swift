/// A mistake in a file of settings, in the words of whoever wrote the file.
package struct SettingsError: Error, Sendable, Equatable {
  package let place: Place
  package let message: String

  package init(_ message: String, at place: Place) {
    self.message = message
    self.place = place
  }

  package static func == (left: SettingsError, right: SettingsError) -> Bool {
    left.place == right.place && left.message == right.message
  }
}

extension SettingsError: CustomStringConvertible {
  package var description: String { "\(place): error: \(message)" }
}

/// All mistakes of the files of a pipeline, told together.
package struct SettingsErrors: Error, Sendable {
  package let all: [SettingsError]

  package init(_ all: [SettingsError]) { self.all = all }
}

extension SettingsErrors: CustomStringConvertible {
  package var description: String { all.map { $0.description }.joined(separator: "\n") }
}
