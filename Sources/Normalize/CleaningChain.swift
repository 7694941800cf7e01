import Settings
import Tables

/// The cleaners of one column, in the order of the schema.
struct CleaningChain: Sendable {
  private let cleaners: [any Cleaner]
  /// All remarks that the cleaners can make.
  let remarks: [String]

  /// A chain that changes nothing.
  init() {
    cleaners = []
    remarks = []
  }

  /// Reads a schema's `clean:`, a list of names or of one-key maps `name: settings`.
  init(_ settings: Settings, shelf: Shelf, mistakes: inout [SettingsError]) throws {
    var cleaners: [any Cleaner] = []
    var remarks: [String] = []
    for item in settings.items {
      try mistakes.collect {
        let (type, settings) = try Self.kind(item)
        let cleaner = try type.init(settings, shelf: shelf)
        cleaners.append(cleaner)
        remarks += cleaner.remarks
      }
    }
    self.cleaners = cleaners
    self.remarks = remarks
  }

  /// Puts a value through the cleaners, until nothing is left of it.
  func clean(_ cell: inout Cell) {
    for cleaner in cleaners {
      if cell.text.isEmpty { return }
      cleaner.clean(&cell)
    }
  }

  func accepts(_ form: PackedIdentifier.Form, length: Int) -> Bool {
    cleaners.allSatisfy { $0.accepts(form, length: length) }
  }

  private static func kind(_ item: Settings) throws -> (any Cleaner.Type, Settings) {
    var name = item
    var settings = Settings(.nothing, at: item.place)
    if case .map(let entries) = item.value {
      guard let entry = entries.first, entries.count == 1 else {
        throw item.expected("one cleaner with its settings")
      }
      name = Settings(.word(entry.key), at: entry.keyPlace)
      settings = entry.value
    }
    let word = try? name.word
    guard let type = allCleaners.first(where: { $0.name == word }) else {
      throw name.unknown("cleaner", among: allCleaners.map { $0.name })
    }
    return (type, settings)
  }
}

extension [SettingsError] {
  /// Does a step of reading settings, and keeps its mistake so that the next step is done too.
  mutating func collect(_ step: () throws -> Void) throws {
    do {
      try step()
    } catch let mistake as SettingsError {
      append(mistake)
    }
  }
}
