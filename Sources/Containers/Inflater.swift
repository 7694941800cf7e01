internal import CZlib

/// Expands raw deflate data as it comes, without keeping either side.
@safe
struct Inflater: ~Copyable {
  // zlib compares the address of its stream with one it kept, so the stream must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  /// The data said that it ends here.
  private(set) var isFinished = false

  init() {
    // Safe: memory for one stream, initialised here and freed in deinit.
    unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Safe: the stream is initialised; -15 means raw deflate with the full window.
    let status = unsafe inflateInit2_(
      stream, -15, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib has no memory to expand with")
  }

  deinit {
    // Safe: made in init, and nobody else holds the pointer.
    unsafe inflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Expands the bytes from a place on into a part of a buffer; gives how many were taken and made.
  ///
  /// Both must be shorter than 4 GB. Throws when the bytes are not deflate data.
  mutating func run(
    _ input: [UInt8], from start: Int, into buffer: inout [UInt8], _ room: Range<Int>
  ) throws -> (taken: Int, made: Int) {
    let stream = unsafe stream
    precondition(room.upperBound <= buffer.count, "room outside of the buffer")
    // Safe: zlib reads only the bytes of the input and writes only into the room, which lies in the
    // buffer; both live for the length of the call.
    let status = unsafe input[start...].withUnsafeBufferPointer { input in
      unsafe buffer.withUnsafeMutableBufferPointer { output in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(input.count)
        unsafe stream.pointee.next_out = output.baseAddress?.advanced(by: room.lowerBound)
        unsafe stream.pointee.avail_out = UInt32(room.count)
        return unsafe inflate(stream, Z_NO_FLUSH)
      }
    }
    isFinished = status == Z_STREAM_END
    // Z_BUF_ERROR only says that there was nothing to take or no room.
    guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
      throw unsafe DeflateError(reason: reason(of: stream.pointee.msg))
    }
    return unsafe (
      input.count - start - Int(stream.pointee.avail_in), room.count - Int(stream.pointee.avail_out)
    )
  }

  private func reason(of message: UnsafeMutablePointer<CChar>?) -> String {
    // Safe: zlib's messages are constant C strings.
    unsafe message.map { unsafe String(cString: $0) } ?? "a dictionary is asked for"
  }
}

/// Bytes are not deflate data; the reason is zlib's own.
struct DeflateError: Error {
  let reason: String
}
