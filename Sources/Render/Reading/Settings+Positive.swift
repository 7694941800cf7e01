internal import Settings

extension Settings {
  /// A whole number that counts something, and so is not 0.
  var positive: Int {
    get throws {
      let number = try number
      guard number > 0 else { throw expected("a number above 0") }
      return number
    }
  }
}
