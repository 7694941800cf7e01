package import Settings
internal import Tables

/// The calendars of all systems: every file below `rounds/`.
package struct RoundCatalog: Sendable {
  /// In the order of their files.
  package let calendars: [RoundCalendar]

  /// Reads all files, or of one system; throws `SettingsErrors` with the mistakes of all of them.
  package init(_ shelf: Shelf, system: Settings? = nil) throws {
    var mistakes = Mistakes()
    var calendars: [RoundCalendar] = []
    for path in shelf.paths where path.hasPrefix("rounds/") && path.hasSuffix(".yaml") {
      try mistakes.collect {
        let file = try shelf.settings(named: Settings(.word(path), at: Place(file: path)))
        let calendar = try RoundCalendar(file)
        // A pipeline names the system by its file.
        guard path == "rounds/\(calendar.system).yaml" else {
          throw try file.required("system").expected("the name of its file")
        }
        calendars.append(calendar)
      }
    }
    try mistakes.end()
    guard let system else {
      self.calendars = calendars
      return
    }
    let name = try system.word
    self.calendars = calendars.filter { $0.system == name }
    guard !self.calendars.isEmpty else {
      throw system.unknown("system", among: calendars.map { $0.system })
    }
  }
}
