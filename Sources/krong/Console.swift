internal import Logging

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Results go to standard output, messages to standard error.
///
/// Neither ever holds a name or an identifier of a pupil: messages are made from paths, rules and counts.
enum Console {
  static func result(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }
  static func result(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
  static func error(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// A logger whose lines are what a person would want to read on a terminal.
  static func logger(isQuiet: Bool) -> Logger {
    var logger = Logger(label: "krong") { _ in PlainLines() }
    logger.logLevel = isQuiet ? .error : .info
    return logger
  }

  fileprivate static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var done = 0
    while done < bytes.count {
      // Safe: `done` stays within the buffer, and write reads at most the bytes that are left.
      let wrote = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done)
      }
      guard wrote > 0 || errno == EINTR else { return }
      done += max(0, wrote)
    }
  }
}

/// Writes a message and nothing else: no time, no label, so that two logs can be compared.
private struct PlainLines: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let prefix = event.level >= .error ? "error: " : event.level == .warning ? "warning: " : ""
    Console.error(prefix + "\(event.message)")
  }
}
