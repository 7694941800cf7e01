internal import CSystem

/// What the process was told to do with signals.
package enum Signals {
  /// The signal is ignored, as `nohup` leaves it.
  package static func isIgnored(_ number: Int32) -> Bool { krong_is_ignored(number) != 0 }
}
