/// A kind of change that a cleaner makes to how a value is written.
///
/// The raw values stand in the records of a run, so they are never renamed.
package enum Change: String, Sendable, CaseIterable {
  /// Bytes that are no text in the file's encoding.
  case encoding
  /// Characters that nobody sees: zero-width ones, soft hyphens, controls, marks of direction.
  case zeroWidth = "zero-width"
  /// Spaces at the ends, more than one of them, or of another kind.
  case spaces
  /// Nikhahit and sara aa, or a tone on the wrong side of them.
  case saraAm = "sara-am"
  /// Sara e twice, which is sara ae.
  case saraAe = "sara-ae"
  case doubledMark = "doubled-mark"
  case markOrder = "mark-order"
  /// A Latin letter and its accent in two characters.
  case accents
  case dashes, quotes
  /// A dash or another sign, or words, that stand for nothing.
  case nothing
  case thaiDigits = "thai-digits"
  /// Hyphens, spaces, apostrophes and the like within a number that names something.
  case joiners
  /// `.0`, `2.50` or `024`: zeros that say nothing.
  case emptyZeros = "empty-zeros"
  /// A letter O for a zero.
  case letterO = "letter-o"
  case zerosRestored = "zeros-restored"
  case letterCase = "letter-case"
  /// Commas or spaces between thousands.
  case thousands
  case unit
  /// Another spelling of a word of a code list.
  case variant
  /// A room behind a grade.
  case room
  case titleStripped = "title-stripped"
  /// ต. or ตำบล before the name of a place, and the like.
  case prefix
  /// A date whose year is of another era than its file's.
  case era
  /// A spreadsheet's day number.
  case serial
  case twoDigitYear = "two-digit-year"
  /// The same in the form in which it is kept, as 2016-11-05 for 05/11/2559.
  case notation
}
