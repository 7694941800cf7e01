internal import CSystem

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Another program of this machine, run to its end without a shell.
package struct ChildProgram: Sendable {
  package let path: String

  /// The first of some names that a folder of `PATH` holds; nil when none does.
  package init?(named names: [String]) {
    // Safe: getenv gives a C string that ends with zero; it is copied at once.
    let folders = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? ""
    for name in names {
      for folder in folders.split(separator: ":") {
        let path = "\(folder)/\(name)"
        // Safe: the path is passed as a C string for the length of the call.
        if unsafe access(path, X_OK) == 0 {
          self.path = path
          return
        }
      }
    }
    return nil
  }

  /// Runs it; what it says is thrown away.
  ///
  /// Throws when it cannot be started, fails, or takes longer than so many seconds.
  package func run(_ arguments: [String], seconds: Int32) throws {
    let words = ([path] + arguments).map { $0 + "\0" }.joined()
    // Safe: krong_run reads the bytes of the words, and nothing after the call.
    let status = unsafe words.utf8CString.withUnsafeBufferPointer {
      unsafe krong_run($0.baseAddress, $0.count - 1, seconds)
    }
    if status < 0 { throw FileError.last(path) }
    guard status == 0 else { throw FileError(path: path, reason: "ended with status \(status)") }
  }

  /// Ends the program that is being run, if there is one, with all that it has started.
  package static func stop() { krong_stop() }

  /// Whether this process may do everything, which some programs refuse to trust.
  package static var runsAsRoot: Bool { geteuid() == 0 }
}
