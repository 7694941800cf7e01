import Containers
import Ingest
import TestKit

/// Damages a file as transfers, editors and attackers do: bytes changed, pieces cut, doubled, moved.
struct Mutation {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed) }

  mutating func of(_ sample: [UInt8], words: [String]) -> [UInt8] {
    var bytes = sample
    for _ in 0...Int.random(in: 0..<4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      case 4: bytes.removeSubrange(place...)
      case 5:
        let piece = Array(bytes[place..<end])
        bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
      default:
        guard let word = words.randomElement(using: &random) else { continue }
        bytes.insert(contentsOf: Array(word.utf8), at: place)
      }
    }
    return bytes
  }
}
