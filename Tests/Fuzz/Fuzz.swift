#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Hands the bytes that libFuzzer makes up to one reader; `KRONG_FUZZ` names which.
///
/// Run by scripts/fuzz, never by a test. A reader must not trap, must end soon, and must keep its
/// laws, whatever the bytes are.
@main
struct Fuzz {
  static func main() {
    var count = CommandLine.argc
    // Safe: libFuzzer may change which arguments it sees, not the memory they stand in.
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv
    // Safe: both live until the driver ends the process.
    _ = unsafe runDriver(&count, &arguments, testOneInput)
  }

  fileprivate static let target = Target.named(environment("KRONG_FUZZ"))

  private static func environment(_ name: String) -> String {
    // Safe: the answer is a C string, copied at once.
    unsafe getenv(name).map { unsafe String(cString: $0) } ?? ""
  }
}

// Safe: the bytes are copied before anything else is done.
private let testOneInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt = { bytes, count in
  unsafe Fuzz.target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
