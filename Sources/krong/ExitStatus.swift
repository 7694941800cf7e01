#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How the process ends; nightly scripts read it.
enum ExitStatus: Int32, Error {
  case done = 0
  case gateFailed = 1
  case wrongCommand = 2
  case noFile = 3
  case roundIsHeld = 4
  case interrupted = 130

  func end() -> Never { exit(rawValue) }
}
