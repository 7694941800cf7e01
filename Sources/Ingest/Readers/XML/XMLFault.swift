internal import Containers

/// Why a part's XML cannot be read, without its place; whoever knows the place adds it.
struct XMLFault: Error {
  let reason: String
  /// The bytes end before the XML does.
  let isTruncation: Bool

  init(_ reason: String, isTruncation: Bool = false) {
    self.reason = reason
    self.isTruncation = isTruncation
  }

  /// The error for a file without a checksum, of which a fault at the end says that it was cut short.
  func error(_ what: String) -> ContainerError {
    isTruncation ? .truncated("\(what): \(reason).") : .damaged("\(what): \(reason).")
  }
}
