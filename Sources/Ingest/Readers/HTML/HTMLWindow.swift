internal import Containers

/// A window that moves over a page; its bytes are ASCII and text in the page's encoding.
///
/// UTF-16 is turned into UTF-8 while it is read; places count in the bytes that come of it. The memory
/// stays at the room it is given, unless a tag is longer; one of more than 8 MB is refused. Zeros
/// follow the bytes, so that a loop which stops at what it does not know cannot run out of them.
struct HTMLWindow: ~Copyable {
  private(set) var bytes: [UInt8] = []
  /// How many bytes there are before the zeros.
  private(set) var count = 0
  private(set) var isLast = false
  /// The place of the window's first byte.
  private(set) var base: Int
  private let source: HTMLSource
  /// The next byte of the file.
  private var position: Int
  private var room: Int

  static let padding = 64
  private static let largestRoom = 16 << 20

  init(_ source: HTMLSource, at place: Int = 0, room: Int) throws {
    let (base, position) = source.start(before: place)
    self.source = source
    self.base = base
    self.position = position
    self.room = max(room, place - base + 64)
    try refill(from: 0)
    while place - self.base > count, !isLast { try refill(from: count) }
    if place > self.base { try refill(from: min(count, place - self.base)) }
  }

  /// Moves the window, so that it starts at a place of the present one, and fills it.
  mutating func refill(from place: Int) throws {
    base += place
    bytes.removeSubrange(count..<bytes.count)
    bytes.removeSubrange(0..<place)
    if bytes.count > room / 2 {
      room *= 2
      guard room <= Self.largestRoom else {
        throw ContainerError(
          .tooLarge, "A single tag has more than \(Self.largestRoom / 2) bytes, as none should.")
      }
    }
    while !isLast, bytes.count < room {
      isLast = try source.read(&position, upTo: room - bytes.count, appendingTo: &bytes)
    }
    count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.padding))
  }
}
