internal import Settings

/// Gathers mistakes of settings, so that they are told together and not one a run.
struct Mistakes {
  private var errors: [SettingsError] = []

  var all: SettingsErrors { SettingsErrors(errors) }

  /// The result of reading a part; nil when it holds mistakes, which are kept.
  mutating func collect<Result>(_ body: () throws -> Result) -> Result? {
    do {
      return try body()
    } catch let error as SettingsError {
      errors.append(error)
    } catch let error as SettingsErrors {
      errors += error.all
    } catch {
      errors.append(SettingsError("\(error)", at: Place(file: "settings")))
    }
    return nil
  }

  /// The result of reading a part without which nothing else can be read.
  mutating func required<Result>(_ body: () throws -> Result) throws -> Result {
    guard let result = collect(body) else { throw all }
    return result
  }

  /// Throws what was gathered.
  func end() throws {
    if !errors.isEmpty { throw all }
  }
}
