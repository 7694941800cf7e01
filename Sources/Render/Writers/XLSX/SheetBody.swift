/// The rows of a sheet that has too many of them to be kept as bytes: written in blocks, when the sheet is.
struct SheetBody: Sendable {
  /// What is compressed at once; what is larger than this leaves the caches of the processor.
  static let blockSize = 256 << 10

  let count: Int
  /// Hands over the rows piece by piece, the first of which is the row of that number.
  let write: @Sendable (_ first: Int, _ emit: ([UInt8]) -> Void) -> Void
}
