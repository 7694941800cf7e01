internal import Tables

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The distinct texts of a column, over all tables that are compared, and what each is for a comparison.
///
/// Everything here is made once per distinct text, so that a pair of rows costs no more than a few numbers.
struct TextValues: Sendable {
  /// For every table the value of each raw code, from 1; 0 for none.
  private(set) var codes: [[UInt32]] = []
  /// By value: the hash of its sound.
  private(set) var sounds: [UInt64] = [0]
  /// By value: the sum of the hashes of its words, which counts them too.
  private(set) var words: [UInt64] = [0]
  /// By value: what a comparison needs of it, in one piece.
  private(set) var entries = [Entry()]
  /// By value: how much rarer than usual it is, in hundredths of a bit.
  private(set) var rarities: [Int32] = []
  private(set) var letters: [UInt8] = []

  struct Entry: Sendable {
    var sound: UInt64 = 0
    /// A bit for each letter that occurs, to tell quickly what cannot be near.
    var signature: UInt64 = 0
    /// Where its letters begin, and how many they are.
    var start: UInt32 = 0
    var length: UInt32 = 0
    /// In how many rows it stands.
    var frequency: UInt32 = 0

    var letters: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  var count: Int { sounds.count }

  init(_ columns: [CodedColumn?], accepted: [Bitmap], counted: Bool) {
    var known = ByteDictionary()
    var sound = Sound()
    for (table, column) in columns.enumerated() {
      guard let column else {
        codes.append([])
        continue
      }
      var values = [UInt32](repeating: 0, count: column.dictionary.count)
      let bytes = column.dictionary.arena.span
      for code in values.indices where !column.missing[code] {
        let text = bytes.extracting(column.dictionary.range(of: UInt32(code)))
        // With one table the dictionary has told the texts apart already.
        if columns.count > 1 {
          let before = known.count
          let place = known.code(for: text)
          if known.count == before {
            values[code] = place &+ 1
            continue
          }
        }
        sound.read(text)
        values[code] = UInt32(sounds.count)
        append(sound)
      }
      // What makes no sound is missing.
      codes.append(column.meaning.map { sounds[Int(values[Int($0)])] == 0 ? 0 : values[Int($0)] })
      if counted { count(column.rows, accepted[table], codes[table]) }
    }
    if counted { weighRarity() }
  }

  /// A value says as much more than an average agreement as it is rarer; eight bits at most.
  private mutating func weighRarity() {
    let rows = entries.reduce(0.0) { $0 + Double($1.frequency) }
    let squares = entries.reduce(0.0) { $0 + Double($1.frequency) * Double($1.frequency) }
    guard rows > 0 else {
      rarities = [Int32](repeating: 0, count: count)
      return
    }
    let usual = log2(squares / rows)
    rarities = entries.map { entry in
      let bits = usual - log2(max(1, Double(entry.frequency)))
      return Int32((max(-4, min(8, bits)) * 100).rounded())
    }
  }

  private mutating func append(_ sound: Sound) {
    sounds.append(sound.hash)
    words.append(sound.words)
    var entry = Entry()
    entry.sound = sound.hash
    for letter in sound.letters { entry.signature |= 1 << UInt64(letter & 63) }
    entry.start = UInt32(truncatingIfNeeded: letters.count)
    entry.length = UInt32(truncatingIfNeeded: sound.letters.count)
    entries.append(entry)
    letters.append(contentsOf: sound.letters)
  }

  private mutating func count(_ rows: Codes, _ accepted: Bitmap, _ codes: [UInt32]) {
    let tally = rows.tally(of: codes.count, in: accepted)
    for (raw, value) in codes.enumerated() { entries[Int(value)].frequency &+= tally[raw] }
    entries[0].frequency = 0
  }
}
