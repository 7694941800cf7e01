/// The mistakes of several settings, gathered so that they can be told together.
package struct Mistakes {
  private var all: [SettingsError] = []

  package init() {}

  /// Does something that may find a mistake; nil when it did.
  @discardableResult
  package mutating func collect<Result>(_ work: () throws -> Result) rethrows -> Result? {
    do {
      return try work()
    } catch let error as SettingsError {
      all.append(error)
    } catch let errors as SettingsErrors {
      all.append(contentsOf: errors.all)
    }
    return nil
  }

  /// Throws what was gathered, if anything was.
  package func end() throws {
    if !all.isEmpty { throw SettingsErrors(all) }
  }

  /// The result of work done before, or everything that was gathered when that work had a mistake.
  package func result<Result>(_ result: Result?) throws -> Result {
    guard let result else { throw SettingsErrors(all) }
    return result
  }
}
