/// Why a file could not be opened or read, in a sentence for its owner.
package struct ContainerError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong in one word; the raw value is the code of the rule that tells it.
  package enum Kind: String, Sendable {
    case truncated = "file-truncated"
    case damaged = "file-damaged"
    case encrypted = "file-encrypted"
    case unsupported = "file-unsupported"
    case tooLarge = "file-too-large"
  }

  package let kind: Kind
  /// What is there, what was expected, and what to do.
  package let message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// The code of the rule, such as `file-truncated`.
  package var rule: String { kind.rawValue }

  package var description: String { message }

  /// Two errors are equal when they are of one kind; the wording may change.
  package static func == (left: Self, right: Self) -> Bool { left.kind == right.kind }
}

extension ContainerError {
  /// The bytes end too early.
  package static func truncated(_ what: String) -> Self {
    Self(.truncated, "\(what) It was cut short, perhaps while it was downloaded: fetch it again.")
  }

  /// The bytes contradict each other.
  package static func damaged(_ what: String) -> Self {
    Self(.damaged, "\(what) The file is damaged: fetch it again, or save it anew in Excel.")
  }
}
