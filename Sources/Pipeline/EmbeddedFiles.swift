internal import CPipelines

/// The copy of `pipelines/` inside the binary, so that the program works alone.
package enum EmbeddedFiles {
  /// The paths below `pipelines/`, in order.
  package static var paths: [String] {
    // Safe: the paths are string literals of the binary.
    (0..<krong_embedded_count()).map { unsafe String(cString: krong_embedded_file($0).path) }
  }

  /// The text of a file; nil when there is none at this path.
  package static func text(_ path: String) -> String? {
    guard let index = paths.firstIndex(of: path) else { return nil }
    let file = unsafe krong_embedded_file(index)
    // Safe: the bytes are a constant array of the binary of exactly this size.
    return unsafe String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: file.size), as: UTF8.self)
  }
}
